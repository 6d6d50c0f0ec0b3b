import {
  batchType,
  bool,
  Column,
  type DataType,
  dictionary,
  float64,
  int32,
  int64,
  TimeUnit,
  timestamp,
  utf8,
} from '@uwdata/flechette'
import type { Cell, ColumnType } from '@verascope/core/facts/tables'
import { FIRST_ROOM, grown, Validity } from './validity.ts'

/** Cells of one column that wait to be written, in Arrow's own layout: nothing of the record that they came from is kept alive. */
export interface ColumnBuilder {
  readonly add: (cell: Cell) => void
  /** The column of all cells; the builder is empty then. */
  readonly take: () => Column<unknown>
}

function columnOf(type: DataType, parts: object): Column<unknown> {
  return new Column([new (batchType(type))({ type, ...parts })], type)
}

/** UTF-8 needs at most three bytes for each unit of a JavaScript string. */
const BYTES_PER_UNIT = 3

/** Text, one after the other. Half of a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD. */
class TextBuilder implements ColumnBuilder {
  readonly #type = utf8()
  #there = new Validity()
  #bytes = Buffer.allocUnsafe(FIRST_ROOM)
  #offsets = new Int32Array(FIRST_ROOM)
  #end = 0

  add = (cell: Cell): void => {
    const text = typeof cell === 'string' ? cell : null
    this.#there.add(text !== null)
    if (text !== null) {
      const needed = this.#end + text.length * BYTES_PER_UNIT
      if (needed > this.#bytes.length) this.#bytes = grown(this.#bytes, Buffer.allocUnsafe(needed * 2))
      this.#end += this.#bytes.write(text, this.#end, 'utf8')
    }
    const { length } = this.#there
    if (length === this.#offsets.length) this.#offsets = grown(this.#offsets, new Int32Array(length * 2))
    this.#offsets[length] = this.#end
  }

  take = (): Column<unknown> => {
    const head = this.#there.head()
    const values = new Uint8Array(this.#bytes.subarray(0, this.#end))
    const offsets = this.#offsets.slice(0, head.length + 1)
    this.#there = new Validity()
    this.#end = 0
    return columnOf(this.#type, { ...head, values, offsets })
  }
}

/** Text with few distinct values: each is held once, and a cell is its number. */
class LabelBuilder implements ColumnBuilder {
  readonly #text = new TextBuilder()
  #numbers = new Map<string, number>()
  #there = new Validity()
  #cells = new Int32Array(FIRST_ROOM)
  // Rows of one call, and calls one after the other, repeat their labels.
  #last: string | null = null
  #lastNumber = 0

  #numberOf(label: string): number {
    if (label === this.#last) return this.#lastNumber
    let number = this.#numbers.get(label)
    if (number === undefined) {
      number = this.#numbers.size
      this.#numbers.set(label, number)
      this.#text.add(label)
    }
    this.#last = label
    this.#lastNumber = number
    return number
  }

  add = (cell: Cell): void => {
    const at = this.#there.length
    if (at === this.#cells.length) this.#cells = grown(this.#cells, new Int32Array(at * 2))
    const label = typeof cell === 'string' ? cell : null
    this.#there.add(label !== null)
    this.#cells[at] = label === null ? 0 : this.#numberOf(label)
  }

  take = (): Column<unknown> => {
    const labels = this.#text.take()
    const head = this.#there.head()
    const type = dictionary(labels.type, int32())
    const batch = new (batchType(type))({ type, ...head, values: this.#cells.slice(0, head.length) })
    batch.setDictionary(labels)
    this.#there = new Validity()
    this.#numbers = new Map()
    this.#last = null
    return new Column([batch], type)
  }
}

/** Whole numbers, also as milliseconds of time. */
class IntegerBuilder implements ColumnBuilder {
  readonly #type: DataType
  #there = new Validity()
  #cells = new BigInt64Array(FIRST_ROOM)

  constructor(type: DataType) {
    this.#type = type
  }

  add = (cell: Cell): void => {
    const at = this.#there.length
    if (at === this.#cells.length) this.#cells = grown(this.#cells, new BigInt64Array(at * 2))
    const isThere = typeof cell === 'number'
    this.#there.add(isThere)
    this.#cells[at] = isThere ? BigInt(cell) : 0n
  }

  take = (): Column<unknown> => {
    const head = this.#there.head()
    this.#there = new Validity()
    return columnOf(this.#type, { ...head, values: this.#cells.slice(0, head.length) })
  }
}

/** Numbers with fractions. */
class DoubleBuilder implements ColumnBuilder {
  readonly #type = float64()
  #there = new Validity()
  #cells = new Float64Array(FIRST_ROOM)

  add = (cell: Cell): void => {
    const at = this.#there.length
    if (at === this.#cells.length) this.#cells = grown(this.#cells, new Float64Array(at * 2))
    this.#there.add(typeof cell === 'number')
    this.#cells[at] = typeof cell === 'number' ? cell : 0
  }

  take = (): Column<unknown> => {
    const head = this.#there.head()
    this.#there = new Validity()
    return columnOf(this.#type, { ...head, values: this.#cells.slice(0, head.length) })
  }
}

/** Yes, no or unknown. */
class BooleanBuilder implements ColumnBuilder {
  readonly #type = bool()
  #there = new Validity()
  #cells = new Validity()

  add = (cell: Cell): void => {
    this.#there.add(typeof cell === 'boolean')
    this.#cells.add(cell === true)
  }

  take = (): Column<unknown> => {
    const [head, values] = [this.#there.head(), this.#cells.bits]
    this.#there = new Validity()
    this.#cells = new Validity()
    return columnOf(this.#type, { ...head, values })
  }
}

/** An empty builder for a column. Times are stored with the zone UTC. */
export function columnBuilder(type: ColumnType): ColumnBuilder {
  switch (type) {
    case 'label':
      return new LabelBuilder()
    case 'id':
    case 'text':
      return new TextBuilder()
    case 'time':
      return new IntegerBuilder(timestamp(TimeUnit.MILLISECOND, 'UTC'))
    case 'int':
      return new IntegerBuilder(int64())
    case 'double':
      return new DoubleBuilder()
    case 'bool':
      return new BooleanBuilder()
  }
}
