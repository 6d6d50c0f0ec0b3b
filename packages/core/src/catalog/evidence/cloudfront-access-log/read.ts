import { isAddress } from '../../../domain/address.ts'
import type { Outcome } from '../../../domain/call.ts'
import type { ReadRecord } from '../../../domain/evidence-row.ts'
import { parseInstant } from '../../../domain/instant.ts'
import { type JsonObject, pickNumber, pickText } from '../../../domain/json.ts'
import type { StoreName } from '../../../domain/touch.ts'
import type { FlowWitness, RequestWitness } from '../../../domain/witness.ts'

/** Whether a record has the fields that tell this log from others; newer deliveries write them as JSON. */
export function recognises(record: JsonObject): boolean {
  return ['date', 'time', 'x-edge-location', 'sc-bytes', 'c-ip', 'cs(Host)'].every((name) =>
    Object.hasOwn(record, name),
  )
}

/** The distribution by the name that the service gives it: its id and its account stand in no line. */
function distributionOf(record: JsonObject): StoreName | null {
  const name = (pickText(record, 'cs(Host)') ?? '').toLowerCase()
  if (!/^[a-z\d][a-z\d.-]{0,252}$/.test(name)) return null
  return { id: `distribution/${name}`, kind: 'content-distribution', account: null, region: null, name }
}

/** Errors are failures, and so is what a client broke off before there was an answer (000). */
function outcomeOf(status: string): Outcome {
  return /^(?:[45]\d\d|000)$/.test(status) ? 'failed' : 'ok'
}

/** A word of the client, which the log writes with its special characters encoded. */
function decoded(text: string | null): string | null {
  try {
    return text === null ? null : decodeURIComponent(text)
  } catch {
    return text
  }
}

function said(record: JsonObject, name: string): string | null {
  const text = pickText(record, name)
  return text === '-' ? null : text
}

/** Reads a line: the request, and the traffic that its answer was, with the headers of HTTP in it. */
export function read(record: JsonObject): ReadRecord {
  const at = parseInstant(`${pickText(record, 'date') ?? ''}T${pickText(record, 'time') ?? ''}Z`)
  const subject = distributionOf(record)
  if (subject === null) return { kind: 'rejected', reason: 'it names no distribution' }
  if (at === null) return { kind: 'rejected', reason: 'its time is none' }
  const [client, method, status] = [
    said(record, 'c-ip'),
    said(record, 'cs-method') ?? '',
    said(record, 'sc-status') ?? '',
  ]
  const address = client !== null && isAddress(client) ? client : null
  const requestId = said(record, 'x-edge-request-id')
  const request: RequestWitness = {
    ...{ kind: 'request', at, subject, object: said(record, 'cs-uri-stem'), effect: null, outcome: outcomeOf(status) },
    ...{ act: /^[A-Z]{3,16}$/.test(method) ? method : 'unknown', payload: null, bytes: null, address, requestId },
    // Of a part of an object this is the length of the part.
    size: status === '200' ? pickNumber(record, 'sc-content-len') : null,
    ...{ principal: null, credential: null, agent: decoded(said(record, 'cs(User-Agent)')) },
  }
  const flow: FlowWitness = {
    ...{ kind: 'flow', at, until: at, subject, address, port: null, direction: 'out', outcome: 'accepted' },
    ...{ bytes: pickNumber(record, 'sc-bytes'), packets: null },
  }
  // Times are to the second: without its id a request may be equal to another.
  return { kind: 'witnesses', witnesses: [request, flow], ...(requestId === null ? { mayRepeat: true } : {}) }
}
