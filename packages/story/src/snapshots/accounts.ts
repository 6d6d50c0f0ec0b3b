import type { StoryFile } from '../deliver/written.ts'
import type { Json } from '../json.ts'
import type { Stage } from '../play/stage.ts'
import { HOUR, iso } from '../time.ts'
import type { Account, StoreKind } from '../world/model.ts'
import { snapshot } from './snapshot.ts'

const YEAR = 365 * 24 * HOUR

/** What an inventory command prints about each store of a kind. */
const INVENTORIES: readonly {
  readonly kind: StoreKind
  readonly command: string
  readonly list: string
  readonly item: (name: string, arn: string, created: string) => Json
}[] = [
  { kind: 'dynamodb-table', command: 'dynamodb list-tables', list: 'TableNames', item: (name) => name },
  { kind: 'secret', command: 'secretsmanager list-secrets', list: 'SecretList', item: (Name, ARN) => ({ ARN, Name }) },
  {
    kind: 'parameter',
    command: 'ssm describe-parameters',
    list: 'Parameters',
    item: (Name, ARN) => ({ Name, ARN, Type: 'SecureString' }),
  },
  {
    kind: 'rds-instance',
    command: 'rds describe-db-instances',
    list: 'DBInstances',
    item: (name, arn) => ({
      DBInstanceIdentifier: name,
      DBInstanceArn: arn,
      Engine: 'mysql',
      DBInstanceStatus: 'available',
    }),
  },
  {
    kind: 'lambda-function',
    command: 'lambda list-functions',
    list: 'Functions',
    item: (name, arn) => ({ FunctionName: name, FunctionArn: arn, Runtime: 'python3.12' }),
  },
]

const COLUMNS =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,' +
  'access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,' +
  'access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,' +
  'cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated'

/** Keys that were switched off, and those that are gone, by what was done until an instant. */
function endedKeys({ calls }: Stage, at: number): ReadonlyMap<string, 'off' | 'gone'> {
  const ended = new Map<string, 'off' | 'gone'>()
  for (const { deed, failure, at: then } of calls) {
    if (deed.ends === undefined || failure !== null || then > at) continue
    const { keyId, isDeleted } = deed.ends
    if (isDeleted || !ended.has(keyId)) ended.set(keyId, isDeleted ? 'gone' : 'off')
  }
  return ended
}

function credentialReport(stage: Stage, account: Account, at: number): string {
  const ended = endedKeys(stage, at)
  const made = iso(stage.settings.from - YEAR).replace('Z', '+00:00')
  const rows = stage.users
    .filter((user) => user.account.id === account.id)
    .map((user) => {
      const keys = stage.keys.filter((key) => key.user.id === user.id && ended.get(key.keyId) !== 'gone')
      const key = (index: number): string => {
        const one = keys[index]
        return one === undefined ? 'false,N/A,N/A,N/A,N/A' : `${!ended.has(one.keyId)},${made},N/A,N/A,N/A`
      }
      return `${user.name},${user.arn},${made},false,N/A,N/A,N/A,false,${key(0)},${key(1)},false,N/A,false,N/A`
    })
  return [COLUMNS, ...rows].join('\n')
}

function buckets(stage: Stage, account: Account, at: number): readonly StoryFile[] {
  const own = stage.stores.filter((store) => store.kind === 's3-bucket' && store.account.id === account.id)
  const list = own.map(
    ({ name, region }): Json => ({
      Name: name,
      CreationDate: iso(stage.settings.from - YEAR).replace('Z', '+00:00'),
      BucketRegion: region,
    }),
  )
  const owner = { ID: account.id.padStart(64, '0') }
  const output = { Buckets: list, Owner: owner }
  return snapshot({
    account: account.id,
    region: 'us-east-1',
    at,
    // The regions are told in pages only.
    command: 's3api list-buckets --page-size 1000',
    name: 'list-buckets',
    output,
  })
}

function inventories(stage: Stage, account: Account, at: number): readonly StoryFile[] {
  const created = iso(stage.settings.from - YEAR)
  return INVENTORIES.flatMap(({ kind, command, list, item }) =>
    stage.settings.regions.flatMap((region) => {
      const own = stage.stores.filter(
        (one) => one.kind === kind && one.account.id === account.id && one.region === region,
      )
      const output = { [list]: own.map(({ name, arn }) => item(name, arn, created)) }
      const name = command.replace(' ', '-')
      return snapshot({ account: account.id, region, at, command, name, output })
    }),
  )
}

function regions(stage: Stage, account: Account, at: number): readonly StoryFile[] {
  const Regions = stage.settings.regions.map(
    (name): Json => ({
      Endpoint: `ec2.${name}.amazonaws.com`,
      RegionName: name,
      OptInStatus: 'opt-in-not-required',
    }),
  )
  const region = stage.settings.regions[0]
  return snapshot({
    account: account.id,
    region,
    at,
    command: 'ec2 describe-regions',
    name: 'describe-regions',
    output: { Regions },
  })
}

function report(stage: Stage, account: Account, at: number): readonly StoryFile[] {
  const output = {
    Content: Buffer.from(credentialReport(stage, account, at)).toString('base64'),
    ReportFormat: 'text/csv',
    GeneratedTime: iso(at).replace('Z', '+00:00'),
  }
  return snapshot({
    account: account.id,
    region: 'us-east-1',
    at,
    command: 'iam get-credential-report',
    name: 'get-credential-report',
    output,
  })
}

/** What every account says about itself. */
export function accountSnapshots(stage: Stage, at: number): readonly StoryFile[] {
  return stage.accounts.flatMap((account) => [
    ...regions(stage, account, at),
    ...buckets(stage, account, at),
    ...inventories(stage, account, at),
    ...report(stage, account, at),
  ])
}
