import { parseArn } from './arn.ts'
import { member } from './either-case.ts'
import type { ReadRecord } from './evidence-row.ts'
import type { Instant } from './instant.ts'
import { type Json, pickText } from './json.ts'
import type { LogSettings } from './log-config.ts'
import type { Statement } from './statement.ts'
import { selectorsIn } from './trail-selectors.ts'

type Settings = Partial<LogSettings>

/** Nothing known: what a call may have set and its record does not show. */
const UNKNOWN: LogSettings = {
  ...{ allRegions: null, allAccounts: null, global: null, on: null },
  ...{ selectors: null, key: null, target: null },
}

/** Settings that a document names; what it does not name (undefined) is left out, and what cannot be read stays null. */
function named(settings: { readonly [Name in keyof LogSettings]?: LogSettings[Name] | undefined }): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
}

function flag(value: Json | undefined): boolean | null | undefined {
  return value === undefined || typeof value === 'boolean' ? value : null
}

function keyArn(value: Json): string | null {
  return typeof value === 'string' && parseArn(value)?.resource.startsWith('key/') === true ? value : null
}

/** Bucket and prefix; without a prefix the bucket alone. */
function targetOf(bucket: Json, prefix: Json): string | null {
  if (typeof bucket !== 'string' || bucket === '' || typeof prefix !== 'string') return null
  return prefix === '' ? bucket : `${bucket}/${prefix}`
}

/**
 * The settings that a description of a trail shows: an answer's or a record's, names in either case. One that names the bucket is
 * whole: a key or prefix that it leaves out is not set. All else that it lacks is left out (API reference: Trail).
 */
export function trailSettings(document: Json | undefined): Settings {
  const [bucket, key] = [member(document, 's3BucketName'), member(document, 'kmsKeyId')]
  const place = {
    target: bucket === undefined ? undefined : targetOf(bucket, member(document, 's3KeyPrefix') ?? ''),
    key: bucket === undefined ? undefined : key === undefined ? 'none' : keyArn(key),
  }
  const [regions, accounts] = [member(document, 'isMultiRegionTrail'), member(document, 'isOrganizationTrail')]
  const global = flag(member(document, 'includeGlobalServiceEvents'))
  return named({ allRegions: flag(regions), allAccounts: flag(accounts), global, ...place })
}

/**
 * The settings after a call that sets a trail: what its answer describes, else what its request names in full; all else is unknown
 * from then on, because a request leaves out what stays as well as what takes a default (API reference: CreateTrail, UpdateTrail).
 */
export function trailAfter(request: Json, answer: Json): Settings {
  const [bucket, prefix] = [member(request, 's3BucketName'), member(request, 's3KeyPrefix')]
  const asked = {
    allRegions: flag(member(request, 'isMultiRegionTrail')) ?? null,
    allAccounts: flag(member(request, 'isOrganizationTrail')) ?? null,
    global: flag(member(request, 'includeGlobalServiceEvents')) ?? null,
    target: prefix === undefined ? null : targetOf(bucket ?? null, prefix),
    key: keyArn(member(request, 'kmsKeyId') ?? null),
  }
  return { ...asked, ...trailSettings(answer) }
}

/** Whether a store of events takes any, by its status; a status on the way to another tells neither. */
const TAKING: ReadonlyMap<Json, boolean> = new Map<Json, boolean>([
  ['ENABLED', true],
  ['STOPPED_INGESTION', false],
  ['PENDING_DELETION', false],
])

/**
 * The settings that a description of an event data store shows, names in either case; what it lacks is left out. One that names
 * its status is whole (API reference: GetEventDataStore).
 */
export function dataStoreSettings(document: Json | undefined): Settings {
  const [status, key] = [member(document, 'status'), member(document, 'kmsKeyId')]
  return named({
    allRegions: flag(member(document, 'multiRegionEnabled')),
    allAccounts: flag(member(document, 'organizationEnabled')),
    // An event data store has no such switch: it takes what its selectors take.
    global: status === undefined ? undefined : true,
    on: status === undefined ? undefined : (TAKING.get(status) ?? null),
    selectors: selectorsIn(document),
    key: status === undefined ? undefined : key === undefined ? 'none' : keyArn(key),
  })
}

/** The settings after a call that sets an event data store: what its answer describes, else what its request names; all else is unknown. */
export function dataStoreAfter(request: Json, answer: Json): Settings {
  return { ...UNKNOWN, ...dataStoreSettings(request), ...dataStoreSettings(answer) }
}

/** A trail or event data store by its ARN: whose it is, and where it is at home; null for what is no such ARN. */
export function logNamed(
  arn: string,
): { readonly log: string; readonly account: string; readonly home: string } | null {
  const parsed = parseArn(arn)
  if (parsed === null || !/^\d{12}$/.test(parsed.account) || !/^[a-z0-9-]+$/.test(parsed.region)) return null
  return /^(?:trail|eventdatastore)\/[\w.-]+$/.test(parsed.resource)
    ? { log: arn, account: parsed.account, home: parsed.region }
    : null
}

/** How an answer on logs is read: the name of the ARN in each entry, what of it is said, and what is wrong where no ARN can be read. */
export interface LogsShown {
  readonly arn: string
  readonly settings: (entry: Json) => Partial<LogSettings>
  readonly unnamed: string
}

/** The statements of an answer that shows logs; rejected where there are entries and none of them names a log. */
export function logsShown(
  entries: readonly Json[],
  at: Instant | null,
  { arn, settings, unnamed }: LogsShown,
): ReadRecord {
  const statements = entries.flatMap((entry): readonly Statement[] => {
    const named = logNamed(pickText(entry, arn) ?? '')
    return named === null
      ? []
      : [{ topic: 'log-settings', at, says: { ...named, act: 'shown', says: settings(entry) } }]
  })
  return entries.length > 0 && statements.length === 0
    ? { kind: 'rejected', reason: unnamed }
    : { kind: 'statements', statements }
}
