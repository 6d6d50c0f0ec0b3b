import { type Json, listAt, member, textAt } from '../json.ts'
import type { Evidence, Record } from './evidence.ts'

/** A trail as the answers of the provider and the records of changes describe it. */
export interface TrailSeen {
  readonly arn: string
  readonly name: string
  readonly account: string
  readonly region: string
  readonly bucket: string
  readonly kmsKey: string | null
  /** The regions whose status tells of a failed delivery: a status speaks for one region. */
  readonly failingRegions: readonly string[]
}

/** What has to be known about a trail at an instant. */
export type Attribute = 'logging' | 'reach' | 'selectors'

/** One statement about one attribute, true from its instant on for as long as nothing changes it. */
interface Statement {
  readonly attribute: Attribute
  readonly at: number
  readonly value: Json
  /** A change states what follows it; an answer what was before it as well. */
  readonly isChange: boolean
}

const isAbout = (trail: TrailSeen, record: Record, said: string): boolean =>
  said === trail.arn || (said === trail.name && record.account === trail.account && record.region === trail.region)

function trailOf(evidence: Evidence, one: Json): TrailSeen | null {
  const arn = textAt(one, 'TrailARN')
  const [, , , region = '', account = ''] = arn.split(':')
  if (account === '') return null
  const failing = evidence.snapshots
    .filter(({ command }) => command.endsWith(`get-trail-status --name ${arn}`))
    .filter(({ output }) =>
      ['LatestDeliveryError', 'LatestDigestDeliveryError'].some((name) => member(output, name) !== null),
    )
  const kmsKey = textAt(one, 'KmsKeyId')
  return {
    arn,
    name: textAt(one, 'Name'),
    account,
    region,
    bucket: textAt(one, 'S3BucketName'),
    kmsKey: kmsKey === '' ? null : kmsKey,
    failingRegions: failing.map((one) => one.region),
  }
}

export function trailsSeen(evidence: Evidence): readonly TrailSeen[] {
  const all = evidence.snapshots
    .filter(({ command }) => command.includes('describe-trails'))
    .flatMap(({ output }) => listAt(output, 'trailList'))
    .map((one) => trailOf(evidence, one))
  return all.filter(
    (one, at): one is TrailSeen => one !== null && all.findIndex((other) => other?.arn === one.arn) === at,
  )
}

function changesBy(record: Record): readonly Omit<Statement, 'at' | 'isChange'>[] {
  switch (record.name) {
    case 'StopLogging':
    case 'DeleteTrail':
      return [{ attribute: 'logging', value: false }]
    case 'StartLogging':
      return [{ attribute: 'logging', value: true }]
    case 'PutEventSelectors':
      return [{ attribute: 'selectors', value: member(record.json, 'responseElements') }]
    case 'UpdateTrail': {
      const answer = member(record.json, 'responseElements')
      return [
        {
          attribute: 'reach',
          value: { multi: member(answer, 'isMultiRegionTrail'), organization: member(answer, 'isOrganizationTrail') },
        },
      ]
    }
    default:
      return []
  }
}

function saidTrail(record: Record): string {
  const request = member(record.json, 'requestParameters')
  return textAt(request, 'name') || textAt(request, 'trailName')
}

/** Everything that is said about one trail. */
export class Configuration {
  readonly trail: TrailSeen
  readonly statements: readonly Statement[]

  constructor(evidence: Evidence, records: readonly Record[], trail: TrailSeen) {
    this.trail = trail
    const changes = records
      .filter(
        (one) => one.source === 'cloudtrail.amazonaws.com' && !one.hasFailed && isAbout(trail, one, saidTrail(one)),
      )
      .flatMap((one) => changesBy(one).map((change) => ({ ...change, at: one.at, isChange: true })))
    this.statements = [...changes, ...answers(evidence, trail)].sort((left, right) => left.at - right.at)
  }

  /** The instants at which anything about the trail changed. */
  changes(): readonly number[] {
    return this.statements.filter(({ isChange }) => isChange).map(({ at }) => at)
  }

  /** All that could support a value at an instant: the value, and the stretch that must hold no unseen change. */
  supports(
    attribute: Attribute,
    at: number,
  ): readonly { readonly value: Json; readonly from: number; readonly to: number }[] {
    const own = this.statements.filter((one) => one.attribute === attribute)
    const before = own.findLast((one) => one.at <= at)
    const after = own.find((one) => one.at > at)
    const backward = before === undefined ? [] : [{ value: before.value, from: before.at, to: at }]
    const forward = after === undefined || after.isChange ? [] : [{ value: after.value, from: at, to: after.at }]
    return [...backward, ...forward, ...(before === undefined ? this.#beforeStop(attribute, at, after) : [])]
  }

  /** A trail that recorded its own stop was on until then. */
  #beforeStop(
    attribute: Attribute,
    at: number,
    after: Statement | undefined,
  ): readonly { readonly value: Json; readonly from: number; readonly to: number }[] {
    const isStop = attribute === 'logging' && after?.isChange === true && after.value === false
    return isStop ? [{ value: true, from: at, to: after.at }] : []
  }
}

function answers(evidence: Evidence, trail: TrailSeen): readonly Statement[] {
  return evidence.snapshots.flatMap(({ command, at, output }): readonly Statement[] => {
    const say = (attribute: Attribute, value: Json): Statement => ({ attribute, at, value, isChange: false })
    if (command.endsWith(`get-event-selectors --trail-name ${trail.arn}`)) return [say('selectors', output)]
    if (command.endsWith(`get-trail-status --name ${trail.arn}`)) return [say('logging', member(output, 'IsLogging'))]
    if (!command.includes('describe-trails')) return []
    const one = listAt(output, 'trailList').find((entry) => textAt(entry, 'TrailARN') === trail.arn)
    if (one === undefined) return []
    return [
      say('reach', { multi: member(one, 'IsMultiRegionTrail'), organization: member(one, 'IsOrganizationTrail') }),
    ]
  })
}
