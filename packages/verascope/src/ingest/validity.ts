/** How many cells a column has room for at first. */
export const FIRST_ROOM = 1_024

/** Which cells are there: one bit each, and how many are not. */
export class Validity {
  #bits = new Uint8Array(FIRST_ROOM / 8)
  #nulls = 0
  length = 0

  add(isThere: boolean): void {
    const at = this.length >> 3
    if (at === this.#bits.length) this.#bits = grown(this.#bits, new Uint8Array(at * 2))
    if (isThere) this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (this.length & 7))
    else this.#nulls += 1
    this.length += 1
  }

  /** As bits that are set, for cells that are bits themselves. */
  get bits(): Uint8Array {
    return this.#bits.slice(0, Math.ceil(this.length / 8))
  }

  /** What a batch says of its cells. Without nulls the bitmap must be empty. */
  head(): { readonly length: number; readonly nullCount: number; readonly validity: Uint8Array } {
    const validity = this.#nulls === 0 ? new Uint8Array(0) : this.bits
    return { length: this.length, nullCount: this.#nulls, validity }
  }
}

/** Larger room with the same beginning. */
export function grown<Room extends { set: (from: Room) => void }>(from: Room, to: Room): Room {
  to.set(from)
  return to
}
