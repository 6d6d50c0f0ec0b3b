import { isAddress } from '../../../domain/address.ts'
import { parseArn, partitionOf } from '../../../domain/arn.ts'
import { regionAsked } from '../../../domain/asked-subject.ts'
import type { Outcome } from '../../../domain/call.ts'
import { type Beside, NOTHING_BESIDE, type ReadRecord } from '../../../domain/evidence-row.ts'
import { parseInstant } from '../../../domain/instant.ts'
import { type JsonObject, pickNumber, pickText } from '../../../domain/json.ts'
import type { StoreName } from '../../../domain/touch.ts'
import type { FlowWitness, RequestWitness } from '../../../domain/witness.ts'

/** Whether a record is a line that was taken apart. */
export function recognises(record: JsonObject): boolean {
  return ['type', 'time', 'elb', 'client_ip', 'elb_status_code', 'sent_bytes'].every((name) =>
    Object.hasOwn(record, name),
  )
}

interface Place {
  readonly account: string
  readonly region: string
}

const KEY = /(?:^|\/)AWSLogs\/(\d{12})\/elasticloadbalancing\/([a-z\d-]{1,32})\//

/** Whose load balancer it is: by the place the log was delivered to, by what was asked, else by its targets. */
function placeOf(record: JsonObject, { key, asked }: Beside): Place | null {
  const [, account, region] = KEY.exec(key ?? '') ?? []
  if (account !== undefined && region !== undefined) return { account, region }
  const place = { account: asked?.account ?? null, region: regionAsked(asked) }
  if (place.account !== null && place.region !== null) return { account: place.account, region: place.region }
  const group = parseArn(pickText(record, 'target_group_arn') ?? '')
  return group === null || !/^\d{12}$/.test(group.account) ? null : { account: group.account, region: group.region }
}

/** The load balancer by its ARN; by its own name where nothing tells whose it is. */
function balancerOf(record: JsonObject, beside: Beside): StoreName | null {
  const own = pickText(record, 'elb') ?? ''
  if (!/^app\/[\w-]{1,64}\/[0-9a-f]{8,32}$/.test(own)) return null
  const place = placeOf(record, beside)
  const name = own.split('/')[1] ?? own
  if (place === null) return { id: `loadbalancer/${own}`, kind: 'load-balancer', account: null, region: null, name }
  const { account, region } = place
  const id = `arn:${partitionOf(region)}:elasticloadbalancing:${region}:${account}:loadbalancer/${own}`
  return { id, kind: 'load-balancer', account, region, name }
}

/** What has no status is not known to have failed. */
function outcomeOf(status: string): Outcome {
  return /^[45]\d\d$/.test(status) ? 'failed' : 'ok'
}

const REQUEST = /^([A-Z]{3,16}) (\S{1,8192}) HTTP\/[\d.]{1,3}$/

/**
 * Reads a line: the request, and the traffic that its answer was. The bytes have the headers of HTTP in them, so that they are no
 * payload; they went to the client, whatever the answer was.
 */
export function read(record: JsonObject, beside: Beside = NOTHING_BESIDE): ReadRecord {
  const [at, subject] = [parseInstant(pickText(record, 'time') ?? ''), balancerOf(record, beside)]
  if (subject === null) return { kind: 'rejected', reason: 'it names no load balancer' }
  if (at === null) return { kind: 'rejected', reason: 'its time is none' }
  const client = pickText(record, 'client_ip')
  const address = client !== null && isAddress(client) ? client : null
  const [, method = 'unknown', url = null] = REQUEST.exec(pickText(record, 'request') ?? '') ?? []
  const agent = pickText(record, 'user_agent')
  const request: RequestWitness = {
    ...{ kind: 'request', at, subject, object: url, act: method, effect: null, payload: null, bytes: null, size: null },
    ...{ outcome: outcomeOf(pickText(record, 'elb_status_code') ?? ''), principal: null, credential: null, address },
    ...{ agent: agent === '-' ? null : agent, requestId: null },
  }
  const flow: FlowWitness = {
    ...{ kind: 'flow', at, until: at, subject, address, port: null, direction: 'out', outcome: 'accepted' },
    ...{ bytes: pickNumber(record, 'sent_bytes'), packets: null },
  }
  return { kind: 'witnesses', witnesses: [request, flow] }
}
