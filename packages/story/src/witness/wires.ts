import type { Seen } from '../deliver/witness.ts'
import type { Call } from '../emit/call.ts'
import type { Wire } from '../emit/deed.ts'
import type { Store } from '../world/model.ts'

/** One request to a store, and the call that it was. */
export interface Request {
  readonly call: Call
  readonly wire: Wire
  /** What the store answered. */
  readonly status: number
  /** Bytes of the body that was truly sent: of the object, or of the error. */
  readonly sent: number
}

/** The answer to a request that is refused is a short text about why. */
const REFUSAL = 243

function requestOf(call: Call, wire: Wire): Request {
  if (call.failure !== null) return { call, wire, status: 403, sent: REFUSAL }
  return { call, wire, status: wire.isPartial ? 206 : 200, sent: wire.sent }
}

/** Every request to a store within the time a witness looked, in order of time. */
export function requestsTo(store: Store, { calls, span }: Seen): readonly Request[] {
  return calls
    .filter(({ at }) => at >= span.from && at < span.to)
    .flatMap((call) => (call.deed.wires ?? []).map((wire) => requestOf(call, wire)))
    .filter(({ wire }) => wire.store === store)
    .sort((left, right) => left.call.at - right.call.at)
}
