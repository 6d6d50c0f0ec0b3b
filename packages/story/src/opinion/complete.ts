import { type Json, member, textAt } from '../json.ts'
import { type Attribute, Configuration, trailsSeen } from './configuration.ts'
import { Delivery, type Place } from './delivery.ts'
import type { Evidence, Record, Snapshot } from './evidence.ts'
import { type Channel, selectsWhole } from './selection.ts'

/** Where and when a channel is looked at. */
export interface Cell {
  readonly account: string
  readonly region: string
  readonly from: number
  readonly to: number
}

const LOGGING: Channel = { kind: 'management', source: 'cloudtrail.amazonaws.com' }
const KEY_CHANGES = ['DisableKey', 'EnableKey', 'ScheduleKeyDeletion', 'PutKeyPolicy', 'RetireGrant', 'RevokeGrant']
const BUCKET_CHANGES = ['PutBucketPolicy', 'DeleteBucketPolicy', 'PutBucketLifecycle', 'DeleteBucket']

/** What is taken for granted while something is being shown, so that an argument never stands on itself. */
interface Granted {
  readonly trails: readonly string[]
  readonly isDoorGranted: boolean
}

const NOTHING: Granted = { trails: [], isDoorGranted: false }

/** Section 2 of the rules: whether some trail has the complete record of a channel in a cell. */
export class Completeness {
  readonly #evidence: Evidence
  readonly #records: readonly Record[]
  readonly #delivery: Delivery
  readonly #answered = new Map<string, readonly string[]>()
  readonly configurations: readonly Configuration[]

  constructor(evidence: Evidence, records: readonly Record[]) {
    this.#evidence = evidence
    this.#records = records
    this.#delivery = new Delivery(evidence)
    this.configurations = trailsSeen(evidence).map((trail) => new Configuration(evidence, records, trail))
  }

  /** Nothing when the record is complete; else what each trail lacks. Stores of one kind and place ask the same. */
  gaps(channel: Channel, cell: Cell, granted: Granted = NOTHING): readonly string[] {
    const question = JSON.stringify([channel, cell.account, cell.region, cell.from, cell.to, granted])
    const known = this.#answered.get(question)
    if (known !== undefined) return known
    const found = this.#allGaps(channel, cell, granted)
    this.#answered.set(question, found)
    return found
  }

  #allGaps(channel: Channel, cell: Cell, granted: Granted): readonly string[] {
    const all = this.configurations
      .filter(({ trail }) => !granted.trails.includes(trail.arn))
      .map((one) => this.#gapsOf(one, channel, cell, granted).map((gap) => `${one.trail.name}: ${gap}`))
    if (all.some((gaps) => gaps.length === 0)) return []
    return all.length === 0 ? ['no trail is known'] : all.flat()
  }

  #gapsOf(one: Configuration, channel: Channel, cell: Cell, granted: Granted): readonly string[] {
    const { trail } = one
    const { account, region } = cell
    const known = (attribute: Attribute, holds: (value: Json) => boolean, gap: string): readonly string[] =>
      this.#isKnown(one, { attribute, holds }, cell, granted) ? [] : [gap]
    const isHere = (value: Json): boolean =>
      (member(value, 'multi') === true || region === trail.region) &&
      (member(value, 'organization') === true || account === trail.account)
    const gaps = [
      ...known('logging', (value) => value === true, 'not known to be on'),
      ...known('reach', isHere, 'not known to look here'),
      ...known('selectors', (value) => selectsWhole(value, channel), 'not known to select everything'),
    ]
    // Checking files is the slow part: not where the answer is known.
    return gaps.length > 0 ? gaps : this.#delivered(one, cell, granted)
  }

  /** Rule 4: a value, stated at some instant, and no change since that could have gone unseen. */
  #isKnown(
    one: Configuration,
    wanted: { readonly attribute: Attribute; readonly holds: (value: Json) => boolean },
    cell: Cell,
    granted: Granted,
  ): boolean {
    // A change states all that follows it: what still serves after every change served throughout.
    const inside = one.statements.filter(
      ({ at, isChange, attribute }) => isChange && attribute === wanted.attribute && at > cell.from && at < cell.to,
    )
    if (!inside.every(({ value }) => wanted.holds(value))) return false
    return one.supports(wanted.attribute, cell.from).some((support) => {
      const stretch = { from: Math.min(support.from, cell.from), to: Math.max(support.to, cell.to) }
      return wanted.holds(support.value) && this.#seesChanges(one, stretch, granted)
    })
  }

  /** Whether a change to the trail in a stretch would have been recorded: by itself, or by another one. */
  #seesChanges(one: Configuration, stretch: { readonly from: number; readonly to: number }, granted: Granted): boolean {
    const { account, region } = one.trail
    const home: Cell = { account, region, ...stretch }
    if (this.#seesItself(one, home, granted)) return true
    return this.gaps(LOGGING, home, { ...granted, trails: [...granted.trails, one.trail.arn] }).length === 0
  }

  #seesItself(one: Configuration, home: Cell, granted: Granted): boolean {
    const near = (attribute: Attribute): readonly Json[] => {
      const own = one.statements.filter((statement) => statement.attribute === attribute)
      const before = own.filter(({ at }) => at <= home.from).at(-1)
      const within = own.filter(({ at }) => at > home.from && at < home.to)
      return [...(before === undefined ? [] : [before]), ...within].map(({ value }) => value)
    }
    if (near('logging').includes(false)) return false
    // The next answer speaks for the time before it when nothing else does.
    const stated = near('selectors')
    const next = one.statements.find(({ attribute, at }) => attribute === 'selectors' && at >= home.to)
    const selectors = stated.length > 0 || next === undefined ? stated : [next.value]
    const areWritesSelected =
      selectors.length > 0 && selectors.every((value) => selectsWhole(value, LOGGING, ['write']))
    return areWritesSelected && this.#delivered(one, home, granted).length === 0
  }

  /** Rule 5: digests, files, and a door that was open. */
  #delivered(one: Configuration, cell: Cell, granted: Granted): readonly string[] {
    const { trail } = one
    const place: Place = { trail: trail.name, home: trail.region, account: cell.account, region: cell.region }
    const gaps = this.#delivery.gaps(place, cell.from, cell.to)
    if (gaps.length > 0 || granted.isDoorGranted) return gaps
    if (trail.failingRegions.includes(cell.region)) return ['delivery reports an error']
    if (this.#delivery.isSteady(place, cell.from, cell.to)) return []
    const isOpen = this.#isBucketOpen(one, cell) && this.#isKeyGood(one, cell)
    return isOpen ? [] : ['files could have been refused']
  }

  /** Every answer to a command that was given after a stretch. */
  #answers(ending: string, after: number): readonly Snapshot[] {
    return this.#evidence.snapshots.filter(({ command, at }) => command.endsWith(ending) && at >= after)
  }

  /** Whether no change of one of these names, about one resource, was recorded, and one would have been. */
  #isUnchanged(names: readonly string[], resource: string, source: string, cell: Cell): boolean {
    const changed = this.#records.some(
      ({ name, hasFailed, at, json }) =>
        names.includes(name) &&
        !hasFailed &&
        at >= cell.from &&
        at <= cell.to &&
        JSON.stringify(member(json, 'requestParameters')).includes(resource),
    )
    return !changed && this.gaps({ kind: 'management', source }, cell, { trails: [], isDoorGranted: true }).length === 0
  }

  #isBucketOpen({ trail }: Configuration, cell: Cell): boolean {
    const policies = this.#answers(`get-bucket-policy --bucket ${trail.bucket}`, cell.to)
    return policies.some(({ account, region, at, output }) => {
      const stretch = { account, region, from: cell.from, to: at }
      const isDenied = /"Deny"/.test(textAt(output, 'Policy'))
      return !isDenied && this.#isUnchanged(BUCKET_CHANGES, trail.bucket, 's3.amazonaws.com', stretch)
    })
  }

  #isKeyGood({ trail }: Configuration, cell: Cell): boolean {
    if (trail.kmsKey === null) return true
    const id = trail.kmsKey.split('/').at(-1) ?? ''
    return this.#answers(`describe-key --key-id ${id}`, cell.to).some(({ account, region, at, output }) => {
      const stretch = { account, region, from: cell.from, to: at }
      const isEnabled = member(output, 'KeyMetadata', 'Enabled') === true
      return isEnabled && this.#isUnchanged(KEY_CHANGES, id, 'kms.amazonaws.com', stretch)
    })
  }
}
