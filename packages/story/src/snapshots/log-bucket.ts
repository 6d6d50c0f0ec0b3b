import { fingerprint, keyOfRegion } from '../deliver/chain.ts'
import type { Kept } from '../deliver/damage.ts'
import type { StoryFile } from '../deliver/written.ts'
import type { Json } from '../json.ts'
import type { Stage } from '../play/stage.ts'
import { HOUR, iso } from '../time.ts'
import type { Store } from '../world/model.ts'
import { snapshot } from './snapshot.ts'

/** The keys that digests of a region are checked with; none is secret. */
export function publicKeys(stage: Stage, regions: readonly string[], at: number): readonly StoryFile[] {
  const account = stage.accounts[0]
  if (account === undefined) return []
  return regions.flatMap((region) => {
    const key = keyOfRegion(region)
    const list: Json = [
      {
        Value: key.publicKey.toString('base64'),
        ValidityStartTime: iso(stage.settings.from - 720 * HOUR).replace('Z', '+00:00'),
        ValidityEndTime: iso(stage.settings.to + 720 * HOUR).replace('Z', '+00:00'),
        Fingerprint: fingerprint(key),
      },
    ]
    const command = `cloudtrail list-public-keys --start-time ${iso(stage.settings.from - 24 * HOUR)}`
    return snapshot({
      account: account.id,
      region,
      at,
      command,
      name: 'list-public-keys',
      output: { PublicKeyList: list },
    })
  })
}

/** The policy of a log bucket as it stands: what it refuses silences a region without a word in any digest. */
function policy(bucket: string, refuses: readonly string[]): string {
  const service = { Service: 'cloudtrail.amazonaws.com' }
  const arn = `arn:aws:s3:::${bucket}`
  const allow = { Sid: 'Write', Effect: 'Allow', Principal: service, Action: 's3:PutObject', Resource: `${arn}/*` }
  const deny = refuses.map((region) => ({
    Sid: `Deny${region.replaceAll('-', '')}`,
    Effect: 'Deny',
    Principal: service,
    Action: 's3:PutObject',
    Resource: `${arn}/*/CloudTrail/${region}/*`,
  }))
  return JSON.stringify({ Version: '2012-10-17', Statement: [allow, ...deny] })
}

/** The log buckets that are stores of ours: only their owner can ask about them. */
function logStores(stage: Stage): readonly Store[] {
  const names = new Set(stage.trails.map(({ bucket }) => bucket))
  return stage.stores.filter(({ kind, name }) => kind === 's3-bucket' && names.has(name))
}

export function logPolicies(stage: Stage, at: number): readonly StoryFile[] {
  return logStores(stage).flatMap(({ account, region, name }) => {
    const refuses = stage.settings.regions.filter((one) => stage.history.refuses(name, one, at))
    const command = `s3api get-bucket-policy --bucket ${name}`
    const output = { Policy: policy(name, refuses) }
    return snapshot({ account: account.id, region, at, command, name: `get-bucket-policy-${name}`, output })
  })
}

/** Which keys there are: a digest that is listed and not in the evidence was not copied. */
export function logListings(stage: Stage, kept: readonly Kept[], at: number): readonly StoryFile[] {
  return logStores(stage).flatMap(({ account, region, name }) => {
    const Contents = kept
      .filter(({ file }) => file.bucket === name)
      .map(
        ({ file }): Json => ({
          Key: file.key,
          LastModified: iso(file.deliveredAt).replace('Z', '+00:00'),
          StorageClass: 'STANDARD',
        }),
      )
    const command = `s3api list-objects-v2 --bucket ${name}`
    return snapshot({ account: account.id, region, at, command, name: `list-objects-v2-${name}`, output: { Contents } })
  })
}

/** The state of the keys that encrypt log files. */
export function logKeys(stage: Stage, at: number): readonly StoryFile[] {
  return stage.kmsKeys.flatMap((key) => {
    const isUsable = stage.history.isKeyUsable(key.arn, at)
    const id = key.arn.split('/').at(-1) ?? ''
    const KeyMetadata = {
      AWSAccountId: key.account.id,
      KeyId: id,
      Arn: key.arn,
      Enabled: isUsable,
      KeyState: isUsable ? 'Enabled' : 'Disabled',
      KeyManager: 'CUSTOMER',
    }
    const place = { account: key.account.id, region: key.region, at }
    return snapshot({
      ...place,
      command: `kms describe-key --key-id ${id}`,
      name: `describe-key-${id}`,
      output: { KeyMetadata },
    })
  })
}
