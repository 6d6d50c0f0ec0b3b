import { isAddress } from '../../../domain/address.ts'
import { formatArn, parseArn, partitionOf } from '../../../domain/arn.ts'
import { hostArn } from '../../../domain/compute.ts'
import type { ReadRecord } from '../../../domain/evidence-row.ts'
import { type Instant, latest, parseInstant } from '../../../domain/instant.ts'
import { isObject, type Json, type JsonObject, parseJson, pickAll } from '../../../domain/json.ts'
import { arnOfPrincipal, principalArn } from '../../../domain/principal-arn.ts'
import type { StoreName } from '../../../domain/touch.ts'
import type { FindingWitness } from '../../../domain/witness.ts'

/** Every value under a path: events and exports begin names in small letters, answers of the API in capitals. */
function under(record: Json, path: string): readonly Json[] {
  const found = pickAll(record, path)
  return found.length > 0
    ? found
    : pickAll(
        record,
        path.replaceAll(/(^|\.)([a-z])/g, (_, dot: string, one: string) => dot + one.toUpperCase()),
      )
}

function texts(record: Json, path: string): readonly string[] {
  return under(record, path).filter((one): one is string => typeof one === 'string' && one !== '')
}

function text(record: Json, path: string): string | null {
  return texts(record, path)[0] ?? null
}

/** Whether a record is a finding. */
export function recognises(record: JsonObject): boolean {
  return (
    text(record, 'service.detectorId') !== null && text(record, 'type') !== null && text(record, 'accountId') !== null
  )
}

/** The finding in an event of the provider's bus. */
export function unwrap(record: JsonObject): Json | undefined {
  return record['source'] === 'aws.guardduty' && isObject(record['detail']) ? record['detail'] : undefined
}

/** Findings can be made for practice. */
function isSample(record: JsonObject): boolean {
  const value = parseJson(text(record, 'service.additionalInfo.value') ?? '')
  return under(record, 'service.additionalInfo.sample')[0] === true || (isObject(value) && value['sample'] === true)
}

interface Place {
  readonly account: string
  readonly region: string
}

function placeOf(record: JsonObject): Place | null {
  const [account, region] = [text(record, 'accountId') ?? '', text(record, 'region') ?? '']
  return /^\d{12}$/.test(account) && /^[a-z\d-]{1,32}$/.test(region) ? { account, region } : null
}

function buckets(record: JsonObject): readonly StoreName[] {
  return texts(record, 'resource.s3BucketDetails[].arn').flatMap((one): readonly StoreName[] => {
    const arn = parseArn(one)
    if (arn?.service !== 's3' || !/^[A-Za-z0-9][\w.-]{1,254}$/.test(arn.resource)) return []
    return [
      {
        id: `arn:${arn.partition}:s3:::${arn.resource}`,
        kind: 's3-bucket',
        account: null,
        region: null,
        name: arn.resource,
      },
    ]
  })
}

function hosts(record: JsonObject, place: Place): readonly StoreName[] {
  return texts(record, 'resource.instanceDetails.instanceId').flatMap((name): readonly StoreName[] => {
    const id = hostArn(name, place)
    return id === null ? [] : [{ id, kind: 'ec2-instance', ...place, name }]
  })
}

function databases(record: JsonObject): readonly StoreName[] {
  return texts(record, 'resource.rdsDbInstanceDetails.dbInstanceArn').flatMap((one): readonly StoreName[] => {
    const arn = parseArn(one)
    const name = /^db:([a-z0-9][\w-]{0,254})$/i.exec(arn?.resource ?? '')?.[1]?.toLowerCase()
    if (arn?.service !== 'rds' || name === undefined || !/^\d{12}$/.test(arn.account) || arn.region === '') return []
    const { account, region } = arn
    return [{ id: formatArn({ ...arn, resource: `db:${name}` }), kind: 'rds-instance', account, region, name }]
  })
}

/** What a finding is about: the stores and hosts that it names, else the account as a whole. */
function subjectsOf(record: JsonObject, place: Place): readonly [StoreName, ...StoreName[]] {
  const named = [...buckets(record), ...hosts(record, place), ...databases(record)]
  const [first, ...others] = new Map(named.map((one) => [one.id, one])).values()
  const { account } = place
  return first === undefined ? [{ id: account, kind: 'account', ...place, name: account }] : [first, ...others]
}

/** Whose credentials were used, by the ARN that calls have them under; null where the finding does not say all of it. */
function principalOf(record: JsonObject, place: Place): string | null {
  const details = 'resource.accessKeyDetails'
  const [type, name] = [text(record, `${details}.userType`), text(record, `${details}.userName`)]
  if (type === 'IAMUser') return principalArn('user', name, place)
  if (type === 'Root') return arnOfPrincipal(partitionOf(place.region), place.account, 'root')
  const session = /^AROA[A-Z0-9]{8,124}:([\w+=,.@-]{2,64})$/.exec(text(record, `${details}.principalId`) ?? '')?.[1]
  if (type !== 'AssumedRole' || session === undefined || !/^[\w+=,.@-]{1,64}$/.test(name ?? '')) return null
  return `arn:${partitionOf(place.region)}:sts::${place.account}:assumed-role/${name}/${session}`
}

const ACTIONS = ['awsApiCallAction', 'networkConnectionAction', 'rdsLoginAttemptAction', 'kubernetesApiCallAction']

/** The other side, where it is one address. */
function addressOf(record: JsonObject): string | null {
  const details = [...ACTIONS, 'portProbeAction.portProbeDetails[]'].map(
    (one) => `service.action.${one}.remoteIpDetails`,
  )
  const found = details.flatMap((path) => [
    ...texts(record, `${path}.ipAddressV4`),
    ...texts(record, `${path}.ipAddressV6`),
  ])
  const [first = null, ...others] = new Set(found.filter(isAddress))
  return others.length === 0 ? first : null
}

function timeOf(record: JsonObject, ...paths: readonly string[]): Instant | null {
  return paths.map((path) => parseInstant(text(record, path) ?? '')).find((at) => at !== null) ?? null
}

const rejected = (reason: string): ReadRecord => ({ kind: 'rejected', reason })

/** Reads a finding: a witness for each thing that it is about. */
export function read(record: JsonObject): ReadRecord {
  if (isSample(record)) return { kind: 'statements', statements: [] }
  const [place, act] = [placeOf(record), text(record, 'type') ?? '']
  const at = timeOf(record, 'service.eventFirstSeen', 'createdAt')
  if (place === null) return rejected('it does not say of which account and region it is')
  if (at === null) return rejected('its time is none')
  if (!/^[\w:/.!-]{1,256}$/.test(act)) return rejected('its type is none')
  const key = text(record, 'resource.accessKeyDetails.accessKeyId') ?? ''
  const severity = under(record, 'severity')[0] ?? null
  const of = (subject: StoreName): FindingWitness => ({
    ...{ kind: 'finding', at, subject, act },
    until: latest(at, timeOf(record, 'service.eventLastSeen', 'updatedAt')) ?? at,
    severity: typeof severity === 'number' ? String(severity) : null,
    principal: principalOf(record, place),
    credential: /^(?:AKIA|ASIA)[A-Z0-9]{12,124}$/.test(key) ? key : null,
    address: addressOf(record),
  })
  const [first, ...others] = subjectsOf(record, place)
  return { kind: 'witnesses', witnesses: [of(first), ...others.map(of)] }
}
