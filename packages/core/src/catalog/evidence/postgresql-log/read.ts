import { isAddress } from '../../../domain/address.ts'
import { partitionOf } from '../../../domain/arn.ts'
import { optionIn, regionAsked, SAVE_THE_COMMAND } from '../../../domain/asked-subject.ts'
import { csvCells } from '../../../domain/csv-line.ts'
import { type Asked, type Beside, NOTHING_BESIDE, type ReadRecord } from '../../../domain/evidence-row.ts'
import { type Instant, parseInstant } from '../../../domain/instant.ts'
import { type JsonObject, pickNumber, pickText } from '../../../domain/json.ts'
import { effectOfSql } from '../../../domain/sql-effect.ts'
import type { Effect, StoreName } from '../../../domain/touch.ts'

const SAID = ['message', 'audit', 'statement']

/** Whether a record is what lines of this log say. */
export function recognises(record: JsonObject): boolean {
  const isTimed = pickText(record, 'log_time') !== null && pickText(record, 'process_id') !== null
  return isTimed && SAID.some((name) => typeof record[name] === 'string')
}

/** Names of zones other than that of UTC stand for several. */
function timeOf(text: string): Instant | null {
  const [, day, clock, zone = ''] = /^(\S+) (\d{2}:\d{2}:\d{2}(?:\.\d+)?) ?(\S+)$/.exec(text) ?? []
  if (/^(?:UTC|GMT|Z)$/.test(zone)) return parseInstant(`${day}T${clock}Z`)
  const [, hours, minutes = '00'] = /^([+-]\d{2}):?(\d{2})?$/.exec(zone) ?? []
  return hours === undefined ? null : parseInstant(`${day}T${clock}${hours}:${minutes}`)
}

/** The server that the command beside the log names; else the database by its name alone, as no line names its server. */
function databaseOf(record: JsonObject, asked: Asked | null): StoreName | null {
  const name = (optionIn(asked, '--db-instance-identifier') ?? '').toLowerCase()
  const [account, region] = [asked?.account ?? null, regionAsked(asked)]
  if (/^[a-z0-9][\w-]{0,254}$/.test(name) && account !== null && region !== null) {
    const id = `arn:${partitionOf(region)}:rds:${region}:${account}:db:${name}`
    return { id, kind: 'rds-instance', account, region, name }
  }
  const database = pickText(record, 'database')
  if (database === null) return null
  return { id: `database/${database}`, kind: 'database', account: null, region: null, name: database }
}

/** What a line says that was done. */
interface Done {
  readonly act: string
  readonly effect: Effect | null
  readonly object: string | null
  readonly rows: number | null
}

/** Classes of statements (pgaudit: format); commands that take content away are told by their name. */
const CLASSES: ReadonlyMap<string, Effect> = new Map([
  ['READ', 'read'],
  ['WRITE', 'written'],
])
const DESTROYS = /^(?:DELETE|TRUNCATE|DROP (?:TABLE|SCHEMA|DATABASE|VIEW|MATERIALIZED VIEW|FOREIGN TABLE))/

function audited(text: string): Done | null {
  const cells = csvCells(text)
  if (cells === null || cells.length < 8) return null
  const [, , kind = '', command = '', , object = '', , , rows] = cells
  const effect = DESTROYS.test(command) ? 'destroyed' : (CLASSES.get(kind) ?? null)
  return {
    act: command,
    effect,
    object: object === '' ? null : object,
    rows: pickNumber({ rows: rows ?? null }, 'rows'),
  }
}

function doneIn(record: JsonObject): Done | null {
  const [audit, statement] = [pickText(record, 'audit'), pickText(record, 'statement')]
  if (audit !== null) return audited(audit)
  const object = pickText(record, 'database')
  if (statement !== null) return { act: 'statement', effect: effectOfSql(statement), object, rows: null }
  return { act: pickText(record, 'message') ?? '', effect: null, object, rows: null }
}

const NO_ZONE = 'its time zone has no one offset: have the log written in UTC, or with offsets'

/** Reads what a line says. THREAT: who was refused wrote the name of the user themselves, so that it is nobody's who is known. */
export function read(record: JsonObject, { asked }: Beside = NOTHING_BESIDE): ReadRecord {
  const [at, subject, done] = [timeOf(pickText(record, 'log_time') ?? ''), databaseOf(record, asked), doneIn(record)]
  if (subject === null)
    return { kind: 'rejected', reason: `it does not say of which database it is: ${SAVE_THE_COMMAND}` }
  if (at === null) return { kind: 'rejected', reason: NO_ZONE }
  if (done === null) return { kind: 'rejected', reason: 'what was audited is cut, or its quotes have no end' }
  const isRefused = done.act === 'connection refused'
  const address = pickText(record, 'address')
  return {
    kind: 'witnesses',
    witnesses: [
      {
        ...{ kind: 'session', at, subject, ...done, outcome: isRefused ? 'failed' : 'ok', credential: null },
        principal: isRefused ? null : pickText(record, 'user'),
        address: address !== null && isAddress(address) ? address : null,
        sessionId: pickText(record, 'process_id'),
      },
    ],
    // A line says when to the second or a thousandth of it: one process may do the same twice in that time.
    mayRepeat: true,
  }
}
