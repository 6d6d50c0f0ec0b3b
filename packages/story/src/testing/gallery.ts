import type { Chance } from '../chance/chance.ts'
import { accountNumber } from '../chance/ids.ts'
import * as compute from '../deeds/compute.ts'
import * as databases from '../deeds/databases.ts'
import * as disks from '../deeds/disks.ts'
import * as identity from '../deeds/identity.ts'
import * as logging from '../deeds/logging.ts'
import * as mail from '../deeds/mail.ts'
import * as s3 from '../deeds/s3.ts'
import * as settings from '../deeds/s3-settings.ts'
import * as transfer from '../deeds/s3-transfer.ts'
import * as secrets from '../deeds/secrets.ts'
import type { Call } from '../emit/call.ts'
import { DENIED, type Deed } from '../emit/deed.ts'
import { recordsOf } from '../emit/record.ts'
import type { JsonObject } from '../json.ts'
import { Stage } from '../play/stage.ts'
import type { Account, Caller, KmsKey, Role, Store, User, Who } from '../world/model.ts'
import { advanced, EVERYTHING, type Trail } from '../world/trail.ts'

const REGION = 'eu-west-1'
const AT = 1_700_000_000_000

/** One of everything. */
interface Props {
  readonly stage: Stage
  readonly chance: Chance
  readonly account: Account
  readonly user: User
  readonly key: Extract<Caller, { kind: 'key' }>
  readonly role: Role
  readonly bucket: Store
  readonly kmsKey: KmsKey
  readonly trail: Trail
}

function props(): Props {
  const stage = new Stage({ seed: 'gallery', from: AT, to: AT + 3_600_000, regions: [REGION], scale: 1 })
  const account = stage.account('main')
  const user = stage.user(account, 'somebody')
  return {
    stage,
    chance: stage.chance,
    account,
    user,
    key: stage.key(user),
    role: stage.role(account, 'worker'),
    bucket: stage.bucket(account, REGION, 'pictures'),
    kmsKey: stage.kmsKey(account, REGION),
    trail: stage.trail({ name: 'trail', account, region: REGION, bucket: 'logs' }),
  }
}

function s3Deeds({ chance, account, bucket, role }: Props): readonly Deed[] {
  const object = chance.pick(bucket.objects)
  return [
    s3.getObject(chance, bucket, object),
    s3.getObject(chance, bucket, object, 'QueryString'),
    s3.putObject(chance, bucket, object),
    s3.listObjects(chance, bucket),
    s3.listBuckets(chance, account),
    s3.listObjects(chance, bucket, { prefix: 'pictures/', delimiter: null }),
    transfer.readPart(chance, bucket, object, { from: 0, to: 100 }),
    transfer.readUntilAborted(chance, bucket, object, 200),
    transfer.copyObject(chance, { bucket, object }, bucket).deed,
    ...settings.lookAtBucket(chance, bucket),
    settings.getBucketPolicy(chance, bucket),
    settings.getBucketReplication(chance, bucket),
    settings.shareBucket(chance, bucket, '*'),
    settings.refuseLogs(chance, bucket, [REGION]),
    settings.putBucketReplication(chance, bucket, { bucket: 'elsewhere', role: role.arn }),
    settings.putBucketLifecycle(chance, bucket, 1),
  ]
}

function storeDeeds({ stage, chance, account, bucket }: Props): readonly Deed[] {
  const secret = stage.store('secret', account, REGION, 'main/password')
  const parameter = stage.store('parameter', account, REGION, '/main/token')
  const database = stage.store('rds-instance', account, REGION, 'orders')
  const table = stage.store('dynamodb-table', account, REGION, 'people')
  const copy = databases.createDbSnapshot(database, 'copy')
  return [
    secrets.getSecretValue(secret),
    secrets.listSecrets(secret),
    secrets.batchGetSecretValue([secret]),
    secrets.getParameter(parameter),
    secrets.getParametersByPath('/main', [parameter]),
    databases.describeDatabases(account, REGION),
    databases.describeDatabaseSnapshots(account, REGION),
    copy.deed,
    databases.shareDbSnapshot(copy.snapshot, accountNumber(chance)),
    databases.getItem(table),
    databases.scan(table),
    databases.exportTable(chance, table, bucket.name),
  ]
}

function computeDeeds({ stage, chance, account }: Props): readonly Deed[] {
  const place = { account, region: REGION }
  const fn = stage.store('lambda-function', account, REGION, 'resize')
  const copy = compute.createSnapshot(chance, place, 'vol-0123456789abcdef0')
  return [
    compute.invoke(fn),
    compute.updateFunctionCode(chance, fn, AT),
    compute.getFunction(fn),
    compute.describeInstances(account, REGION),
    compute.startSession(chance, place, 'i-0123'),
    compute.startBuild(chance, place, 'release'),
    copy.deed,
    compute.shareSnapshot(chance, copy.snapshot, accountNumber(chance)),
    disks.describeVolumes(account, REGION),
    disks.describeSnapshots(account, REGION),
    disks.listSnapshotBlocks(copy.snapshot),
    disks.getSnapshotBlock(chance, copy.snapshot, 7),
  ]
}

function mailDeeds({ stage, chance, account }: Props): readonly Deed[] {
  const sender = stage.store('ses-identity', account, REGION, 'example.org')
  const letter = { source: 'notices@example.org', destination: 'reader@example.net', subject: 'News' }
  return [
    mail.listIdentities(account, REGION),
    mail.getSendQuota(account, REGION),
    mail.sendEmail(chance, sender, letter),
    mail.sendRawEmail(chance, sender, letter),
    mail.sendBouncesTo(sender, 'arn:aws:sns:eu-west-1:123456789012:back'),
    mail.sendBouncesNowhere(sender),
  ]
}

function identityDeeds({ chance, account, user, key, role }: Props): readonly Deed[] {
  return [
    identity.getCallerIdentity(account, REGION),
    identity.assumeRole(chance, { role, name: 'work', at: AT, region: REGION }).deed,
    identity.getSessionToken(chance, user, AT, REGION).deed,
    identity.createAccessKey(chance, user, AT).deed,
    identity.deactivateAccessKey(key),
    identity.deleteAccessKey(key),
    identity.listRoles(account),
    identity.updateLoginProfile(user),
    identity.listUsers(account),
    identity.getAccountAuthorizationDetails(account),
  ]
}

function loggingDeeds({ account, trail, kmsKey }: Props): readonly Deed[] {
  const narrow = { isMultiRegion: false, validates: true, isOrganization: false }
  return [
    logging.stopLogging(trail),
    logging.startLogging(trail),
    logging.deleteTrail(trail),
    logging.updateTrail(trail, trail.initial, narrow),
    logging.putEventSelectors(trail, EVERYTHING),
    logging.putEventSelectors(trail, advanced('AWS::S3::Object', [{ field: 'readOnly', equals: ['true'] }])),
    logging.describeTrails(account, REGION),
    logging.getTrailStatus(trail),
    logging.disableKey(kmsKey),
    logging.enableKey(kmsKey),
    logging.listAccounts(account),
  ]
}

/** Calls that others than the holder of a key make, and calls that fail. */
function otherCalls(all: Props, who: Who): readonly Call[] {
  const { stage, chance, account, user, role, bucket, trail } = all
  const secret = stage.store('secret', account, REGION, 'main/other')
  const login = identity.consoleLogin(chance, user, AT, REGION)
  const served = identity.assumeRoleForService(chance, {
    role,
    name: 'i-0123',
    at: AT,
    region: REGION,
    delivery: 'ec2',
  })
  const decrypt = secrets.decryptFor(chance, all.key, { store: secret, key: all.kmsKey, at: AT })
  const open = s3.getObject(chance, bucket, chance.pick(bucket.objects), 'none')
  return [
    stage.call(AT, { ...who, caller: { kind: 'login', user } }, login.deed),
    stage.call(AT, { ...who, caller: login.session }, s3.listBuckets(chance, account)),
    stage.call(AT, stage.service('ec2.amazonaws.com'), served.deed),
    stage.call(AT, { ...who, caller: served.session }, compute.describeInstances(account, REGION)),
    stage.call(AT, { ...who, caller: decrypt.by }, decrypt.deed),
    stage.call(AT, { ...who, caller: { kind: 'anonymous' } }, open),
    stage.call(AT, who, logging.leaveOrganization(account), DENIED),
    stage.call(AT, who, logging.stopLogging(trail), logging.unknownTrail('other', account)),
  ]
}

/** A record of every deed, by a user's key and by whoever else makes it. */
export function gallery(): readonly JsonObject[] {
  const all = props()
  const who = all.stage.owner(all.key, { address: '198.51.100.1', agent: 'aws-cli/2.15.0' })
  const deeds = [s3Deeds, storeDeeds, computeDeeds, identityDeeds, loggingDeeds, mailDeeds].flatMap((list) => list(all))
  const calls = [...deeds.map((deed) => all.stage.call(AT, who, deed)), ...otherCalls(all, who)]
  return calls.flatMap(recordsOf).map(({ record }) => record)
}
