import { isAddress } from '../../../domain/address.ts'
import { partitionOf } from '../../../domain/arn.ts'
import { optionIn, regionAsked } from '../../../domain/asked-subject.ts'
import type { Outcome } from '../../../domain/call.ts'
import { type Asked, type Beside, NOTHING_BESIDE, type ReadRecord } from '../../../domain/evidence-row.ts'
import { type Instant, instantOfMillis, parseInstant } from '../../../domain/instant.ts'
import { type JsonObject, pickText } from '../../../domain/json.ts'
import { effectOfSql } from '../../../domain/sql-effect.ts'
import type { Effect, StoreName } from '../../../domain/touch.ts'

/** Whether a record is a line that was taken apart. */
export function recognises(record: JsonObject): boolean {
  return ['timestamp', 'serverhost', 'connectionid', 'queryid', 'operation'].every((name) =>
    Object.hasOwn(record, name),
  )
}

/** The clock of a server is taken to be UTC, as that of RDS is. */
function timeOf(text: string): Instant | null {
  if (/^\d{16}$/.test(text)) return instantOfMillis(Number(text) / 1_000)
  const [, year, month, day, hour = '', rest] = /^(\d{4})(\d{2})(\d{2}) ([ \d]\d):(\d{2}:\d{2})$/.exec(text) ?? []
  return year === undefined ? null : parseInstant(`${year}-${month}-${day}T${hour.replace(' ', '0')}:${rest}Z`)
}

/** The database that the command beside the log names, else the host that the line names. */
function databaseOf(record: JsonObject, asked: Asked | null): StoreName | null {
  const name = (optionIn(asked, '--db-instance-identifier') ?? '').toLowerCase()
  const [account, region] = [asked?.account ?? null, regionAsked(asked)]
  if (/^[a-z0-9][\w-]{0,254}$/.test(name) && account !== null && region !== null) {
    const id = `arn:${partitionOf(region)}:rds:${region}:${account}:db:${name}`
    return { id, kind: 'rds-instance', account, region, name }
  }
  const host = pickText(record, 'serverhost') ?? ''
  if (!/^[\w.-]{1,255}$/.test(host)) return null
  return { id: `database-host/${host}`, kind: 'database-host', account: null, region: null, name: host }
}

/** Operations on tables; queries are told by their text. */
const EFFECTS: Readonly<Record<string, Effect>> = { READ: 'read', WRITE: 'written', DROP: 'destroyed' }

/** The text of a query as it was sent: ends of lines and quotes are written with a backslash. */
function textOf(object: string): string {
  return object.slice(1, -1).replaceAll(/\\(.)/gs, (_, one: string) => (/[nrt0]/.test(one) ? ' ' : one))
}

function effectOf(operation: string, object: string | null): Effect | null {
  if (Object.hasOwn(EFFECTS, operation)) return EFFECTS[operation] ?? null
  return operation.startsWith('QUERY') && object?.startsWith("'") === true ? effectOfSql(textOf(object)) : null
}

function outcomeOf(operation: string, code: string): Outcome {
  return operation.startsWith('FAILED') || !/^0*$/.test(code) ? 'failed' : 'ok'
}

/** The table that a line names, with its database. */
function thingOf(record: JsonObject): string | null {
  const [database, object] = [pickText(record, 'database'), pickText(record, 'object')]
  return object === null || object.startsWith("'")
    ? database
    : [database, object].filter((one) => one !== null).join('.')
}

/** Reads a line. THREAT: who failed to sign in wrote the name themselves, so that it is nobody's who is known. */
export function read(record: JsonObject, { asked }: Beside = NOTHING_BESIDE): ReadRecord {
  const said = (name: string): string => pickText(record, name) ?? ''
  const [at, subject, operation] = [timeOf(said('timestamp')), databaseOf(record, asked), said('operation')]
  if (at === null) return { kind: 'rejected', reason: 'its time is none' }
  if (subject === null) return { kind: 'rejected', reason: 'it names no database' }
  if (!/^[A-Z_]{4,32}$/.test(operation)) return { kind: 'rejected', reason: 'it names no operation' }
  const outcome = outcomeOf(operation, said('retcode'))
  const isSignIn = operation.endsWith('CONNECT')
  const address = said('host').replace(/^((?:\d{1,3}\.){3}\d{1,3}):\d{1,5}$/, '$1')
  return {
    kind: 'witnesses',
    witnesses: [
      {
        ...{ kind: 'session', at, subject, act: operation, effect: effectOf(operation, pickText(record, 'object')) },
        ...{ outcome, object: thingOf(record), sessionId: pickText(record, 'connectionid'), rows: null },
        principal: isSignIn && outcome === 'failed' ? null : pickText(record, 'username'),
        ...{ credential: null, address: isAddress(address) ? address : null },
      },
    ],
  }
}
