import type { Chance } from '../chance/chance.ts'
import { awsId, hex, letters, uuid } from '../chance/ids.ts'
import type { Account, Caller, KmsKey, Role, Store, StoredObject, StoreKind, User } from './model.ts'
import { MANAGEMENT_ONLY, type Trail, type TrailState } from './trail.ts'

export function makeUser(chance: Chance, account: Account, name: string): User {
  const id = awsId(chance, 'AIDA', account.id)
  return { kind: 'user', account, name, id, arn: `arn:aws:iam::${account.id}:user/${name}` }
}

export function makeRole(chance: Chance, account: Account, name: string): Role {
  const id = awsId(chance, 'AROA', account.id)
  return { kind: 'role', account, name, id, arn: `arn:aws:iam::${account.id}:role/${name}` }
}

export function makeKey(chance: Chance, user: User): Extract<Caller, { kind: 'key' }> {
  return { kind: 'key', keyId: awsId(chance, 'AKIA', user.account.id), user }
}

export function makeKmsKey(chance: Chance, account: Account, region: string): KmsKey {
  return { account, region, arn: `arn:aws:kms:${region}:${account.id}:key/${uuid(chance)}` }
}

export function makeObjects(chance: Chance, count: number, folder: string): readonly StoredObject[] {
  return Array.from({ length: count }, (_, at) => ({
    key: `${folder}/${String(at + 1).padStart(4, '0')}.csv`,
    bytes: chance.whole(500, 900_000),
  }))
}

const ARNS: Readonly<Record<StoreKind, (account: string, region: string, name: string) => string>> = {
  's3-bucket': (_account, _region, name) => `arn:aws:s3:::${name}`,
  'dynamodb-table': (account, region, name) => `arn:aws:dynamodb:${region}:${account}:table/${name}`,
  secret: (account, region, name) => `arn:aws:secretsmanager:${region}:${account}:secret:${name}`,
  parameter: (account, region, name) => `arn:aws:ssm:${region}:${account}:parameter${name}`,
  'rds-instance': (account, region, name) => `arn:aws:rds:${region}:${account}:db:${name}`,
  'rds-snapshot': (account, region, name) => `arn:aws:rds:${region}:${account}:snapshot:${name}`,
  'lambda-function': (account, region, name) => `arn:aws:lambda:${region}:${account}:function:${name}`,
  'ebs-snapshot': (account, region, name) => `arn:aws:ec2:${region}:${account}:snapshot/${name}`,
  'ebs-volume': (account, region, name) => `arn:aws:ec2:${region}:${account}:volume/${name}`,
  'ses-identity': (account, region, name) => `arn:aws:ses:${region}:${account}:identity/${name}`,
}

interface Place {
  readonly account: Account
  readonly region: string
}

export function makeStore(
  chance: Chance,
  kind: StoreKind,
  place: Place & { readonly name: string; readonly objects?: readonly StoredObject[]; readonly capacity?: number },
): Store {
  const { account, region, objects = [], capacity } = place
  // The ARN of a secret ends in six characters that nobody chose; the name of a bucket is the only one in the world.
  const name = kind === 's3-bucket' ? `${place.name}-${hex(chance, 6)}` : place.name
  const arn = ARNS[kind](account.id, region, kind === 'secret' ? `${name}-${letters(chance, 6)}` : name)
  return { kind, arn, account, region, name, objects, ...(capacity === undefined ? {} : { capacity }) }
}

const NEW_TRAIL: TrailState = {
  exists: true,
  isLogging: true,
  isMultiRegion: true,
  isOrganization: false,
  validates: true,
  kmsKey: null,
  selectors: MANAGEMENT_ONLY,
}

export interface TrailPlan extends Partial<TrailState> {
  readonly name: string
  readonly account: Account
  readonly region: string
  readonly bucket: string
  readonly prefix?: string
}

export function makeTrail({ name, account, region, bucket, prefix, ...state }: TrailPlan): Trail {
  const arn = `arn:aws:cloudtrail:${region}:${account.id}:trail/${name}`
  return { arn, name, account, homeRegion: region, bucket, prefix: prefix ?? null, initial: { ...NEW_TRAIL, ...state } }
}
