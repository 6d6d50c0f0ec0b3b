/** How a column is stored. `label` is text with few distinct values, `id` text with many, `time` milliseconds in UTC. */
export type ColumnType = 'label' | 'id' | 'text' | 'time' | 'int' | 'double' | 'bool'

/** The tables of a case: calls, what they did to stores, which identities they made, what they changed, which ones they ended; and what evidence states and witnesses beside calls. */
export const TABLE_NAMES = ['events', 'touches', 'mints', 'changes', 'ends', 'statements', 'witnesses'] as const
/** One of {@link TABLE_NAMES}. */
export type TableName = (typeof TABLE_NAMES)[number]

/** The columns by which a call is judged, first in every table, so that one question needs one table. */
const CALL = {
  event_id: 'id',
  at: 'time',
  account: 'label',
  region: 'label',
  caller: 'label',
  address: 'label',
  agent: 'label',
  outcome: 'label',
} as const

/** Where the record stands in the evidence, last in every table. */
const PLACE = { item: 'label', ordinal: 'int', offset: 'int', length: 'int' } as const

/** The typed tables of a case; each is a folder of Parquet parts with these columns and names. */
export const TABLES: Readonly<Record<TableName, Readonly<Record<string, ColumnType>>>> = {
  events: {
    ...CALL,
    source: 'label',
    name: 'label',
    category: 'label',
    read_only: 'bool',
    error_code: 'label',
    caller_kind: 'label',
    principal: 'label',
    principal_id: 'label',
    principal_account: 'label',
    issuer: 'label',
    session_created: 'time',
    invoked_by: 'label',
    vpc_endpoint: 'label',
    shared_event_id: 'id',
    request: 'text',
    response: 'text',
    extra: 'text',
    resources: 'text',
    enrichment: 'text',
    raw_hash: 'id',
    ...PLACE,
  },
  touches: {
    ...CALL,
    store: 'label',
    store_kind: 'label',
    store_account: 'label',
    store_region: 'label',
    store_name: 'label',
    effect: 'label',
    object: 'text',
    nth: 'int',
    payload: 'label',
    bytes: 'double',
    grantee: 'label',
    grant: 'label',
    grant_key: 'label',
    ...PLACE,
  },
  mints: {
    ...CALL,
    minted: 'id',
    kind: 'label',
    link: 'label',
    through: 'label',
    through_link: 'label',
    principal: 'label',
    expires: 'time',
    ...PLACE,
  },
  changes: {
    ...CALL,
    kind: 'label',
    subject: 'text',
    does: 'label',
    what: 'text',
    undo: 'text',
    ...PLACE,
  },
  ends: {
    ...CALL,
    identity: 'id',
    state: 'label',
    ...PLACE,
  },
  statements: { topic: 'label', at: 'time', says: 'text', ...PLACE },
  // Numbers come from evidence: all are stored so that any number fits.
  witnesses: {
    evidence: 'label',
    kind: 'label',
    at: 'time',
    until: 'time',
    subject: 'label',
    subject_kind: 'label',
    subject_account: 'label',
    subject_region: 'label',
    subject_name: 'label',
    act: 'label',
    effect: 'label',
    outcome: 'label',
    object: 'text',
    payload: 'label',
    scope: 'label',
    principal: 'label',
    credential: 'label',
    address: 'label',
    agent: 'label',
    direction: 'label',
    port: 'double',
    measure: 'label',
    part: 'label',
    complete: 'bool',
    bytes: 'double',
    size: 'double',
    packets: 'double',
    amount: 'double',
    rows: 'double',
    messages: 'double',
    severity: 'label',
    request_id: 'id',
    session_id: 'id',
    record_hash: 'id',
    ...PLACE,
  },
}

/** A value of one cell; times are milliseconds. */
export type Cell = string | number | boolean | null

/** One row, by column name. */
export type FlatRow = Readonly<Record<string, Cell>>

/** The rows that one call adds, by table. */
export type FlatRows = Readonly<Record<TableName, readonly FlatRow[]>>
