import { type Instant, parseInstant } from './instant.ts'

/** What the key of a CloudTrail digest file says of it. */
export interface DigestKey {
  readonly account: string
  readonly region: string
  /** Home region and name of the trail, with a slash between them. */
  readonly log: string
  /** The organisation whose trail it is; null for an account's own. */
  readonly organisation: string | null
  /** The end of the hour that it covers; null where the stamp is no time. */
  readonly end: Instant | null
  /** Whether it lists files that were delivered late, beside the chain. */
  readonly backfill: boolean
}

const FOLDER =
  /(?:^|\/)AWSLogs\/(?:(o-[a-z0-9]{10,32})\/)?(\d{12})\/CloudTrail-Digest\/([a-z0-9-]+)\/\d{4}\/\d{2}\/\d{2}\/([^/]+)$/
const NAME =
  /^(\d{12})_CloudTrail-Digest_([a-z0-9-]+)_([\w.-]{3,128})_([a-z]{2,}(?:-[a-z]+)+-\d+)_(\d{8}T\d{6}Z)(_backfill)?\.json\.gz$/

function instantOf(stamp: string): Instant | null {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp) ?? []
  return parseInstant(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

/** Reads the key of a digest file as CloudTrail writes it (user guide: digest file structure); null for any other key. */
export function digestKeyOf(key: string): DigestKey | null {
  const [, organisation, account, region, file] = key.length > 1_024 ? [] : (FOLDER.exec(key) ?? [])
  if (account === undefined || region === undefined || file === undefined) return null
  const [, ownAccount, ownRegion, name, home, stamp, backfill] = NAME.exec(file) ?? []
  if (ownAccount !== account || ownRegion !== region || stamp === undefined) return null
  return {
    ...{ account, region, log: `${home}/${name}`, organisation: organisation ?? null },
    ...{ end: instantOf(stamp), backfill: backfill !== undefined },
  }
}
