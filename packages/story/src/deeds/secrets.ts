import type { Chance } from '../chance/chance.ts'
import { awsId } from '../chance/ids.ts'
import type { Deed } from '../emit/deed.ts'
import type { Caller, KmsKey, Store } from '../world/model.ts'
import { reading, type Service, serviceAt } from './management.ts'

const secretsManager = (store: Store): Service => serviceAt('secretsmanager', store.account, store.region, '1.09')
const ssm = (store: Store): Service => serviceAt('ssm', store.account, store.region, '1.08')

const readWhole = (store: Store) => ({ store, effect: 'read', bytes: 0, objects: [] }) as const

export const getSecretValue = (secret: Store): Deed => ({
  ...reading(secretsManager(secret), 'GetSecretValue', { request: { secretId: secret.arn } }),
  touches: [readWhole(secret)],
})

export const listSecrets = (near: Store): Deed =>
  reading(secretsManager(near), 'ListSecrets', { request: { maxResults: 100 } })

/** Names a set by a filter: it reads every member, and the record names none of them. */
export const batchGetSecretValue = (secrets: readonly [Store, ...Store[]]): Deed => ({
  ...reading(secretsManager(secrets[0]), 'BatchGetSecretValue', {
    request: { filters: [{ key: 'name', values: [secrets[0].name.slice(0, 4)] }] },
  }),
  touches: secrets.map(readWhole),
})

const parameterResource = (parameter: Store) => ({ accountId: parameter.account.id, ARN: parameter.arn })

export const getParameter = (parameter: Store): Deed => ({
  ...reading(ssm(parameter), 'GetParameter', { request: { name: parameter.name, withDecryption: true } }),
  resources: [parameterResource(parameter)],
  touches: [readWhole(parameter)],
})

/** Reads every parameter below a path; the record names the path. */
export const getParametersByPath = (path: string, members: readonly [Store, ...Store[]]): Deed => ({
  ...reading(ssm(members[0]), 'GetParametersByPath', { request: { path, recursive: true, withDecryption: true } }),
  touches: members.map(readWhole),
})

/** What a service decrypts on the caller's behalf while it answers: the context names the store. */
export function decryptFor(
  chance: Chance,
  caller: Caller,
  use: { readonly store: Store; readonly key: KmsKey; readonly at: number },
): { readonly deed: Deed; readonly by: Caller } {
  const { store, key, at } = use
  const context = store.kind === 'secret' ? { SecretARN: store.arn } : { PARAMETER_ARN: store.arn }
  const service = serviceAt('kms', key.account, key.region, '1.08')
  const deed: Deed = {
    ...reading(service, 'Decrypt', {
      request: { encryptionContext: context, encryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
    }),
    resources: [{ accountId: key.account.id, type: 'AWS::KMS::Key', ARN: key.arn }],
    touches: [{ store, effect: 'key-used', bytes: 0, objects: [] }],
  }
  const { host: _, ...served } = deed
  return { deed: served, by: { kind: 'forwarded', by: caller, keyId: awsId(chance, 'ASIA', key.account.id), at } }
}
