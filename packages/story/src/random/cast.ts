import type { Stage } from '../play/stage.ts'
import type { Account, Caller, KmsKey, Origin, Role, Store, StoreKind, User, Who } from '../world/model.ts'

export type Key = Extract<Caller, { kind: 'key' }>

/** Somebody with a key and a place to work from. */
export interface Worker {
  readonly user: User
  readonly key: Key
  readonly who: Who
}

/** Who and what is there when the actor comes. */
export interface Cast {
  readonly stage: Stage
  readonly accounts: readonly Account[]
  readonly workers: readonly Worker[]
  readonly roles: readonly Role[]
  readonly stores: readonly Store[]
  readonly kmsKey: KmsKey
  readonly logs: Store
}

const AGENTS = [
  'Boto3/1.34.2 md/Botocore#1.34.2',
  'aws-cli/2.15.0 Python/3.11',
  'aws-sdk-java/2.25.1',
  'Terraform/1.7.4',
]

/** An address of a documentation range: nobody's. */
export function address(stage: Stage, range: '198.51.100' | '203.0.113' | '192.0.2'): string {
  return `${range}.${stage.chance.whole(1, 250)}`
}

export function origin(stage: Stage): Origin {
  return { address: address(stage, '198.51.100'), agent: stage.chance.pick(AGENTS) }
}

const KINDS: readonly StoreKind[] = [
  's3-bucket',
  's3-bucket',
  's3-bucket',
  'dynamodb-table',
  'secret',
  'parameter',
  'rds-instance',
  'lambda-function',
]

function store(stage: Stage, accounts: readonly Account[], at: number): Store {
  const { chance } = stage
  const kind = chance.pick(KINDS)
  const account = chance.pick(accounts)
  const region = chance.pick(stage.settings.regions)
  const name = `${kind === 'parameter' ? '/' : ''}data-${at}`
  return kind === 's3-bucket'
    ? stage.bucket(account, region, name, chance.whole(1, 4))
    : stage.store(kind, account, region, name)
}

function worker(stage: Stage, account: Account, at: number): Worker {
  const user = stage.user(account, `worker-${at}`)
  const key = stage.key(user)
  return { user, key, who: stage.owner(key, origin(stage)) }
}

const times = <T>(count: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => make(at))

export function cast(stage: Stage): Cast {
  const { chance } = stage
  const main = stage.account('main')
  const accounts = [main, ...times(chance.pick([0, 0, 1, 2]), (at) => stage.account(`member-${at}`))]
  const home = stage.settings.regions[0]
  return {
    stage,
    accounts,
    workers: times(chance.whole(2, 4), (at) => worker(stage, chance.pick(accounts), at)),
    roles: times(chance.whole(1, 3), (at) => stage.role(chance.pick(accounts), `role-${at}`)),
    stores: times(chance.whole(2, 5), (at) => store(stage, accounts, at)),
    kmsKey: stage.kmsKey(main, home),
    logs: stage.bucket(main, home, 'logs', 0),
  }
}
