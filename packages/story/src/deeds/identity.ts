import type { Chance } from '../chance/chance.ts'
import { awsId, letters } from '../chance/ids.ts'
import type { Deed } from '../emit/deed.ts'
import type { Json, JsonObject } from '../json.ts'
import { HOUR, wordyTime } from '../time.ts'
import type { Account, Caller, Role, User } from '../world/model.ts'
import { globalService, reading, type Service, serviceAt, writing } from './management.ts'

const iam = (account: Account): Service => globalService('iam', account, '1.09')
const sts = (account: Account, region: string): Service => serviceAt('sts', account, region, '1.08')

type Session = Extract<Caller, { kind: 'session' }>
type UserSession = Extract<Caller, { kind: 'user-session' }>
type Key = Extract<Caller, { kind: 'key' }>

export const getCallerIdentity = (account: Account, region: string): Deed =>
  reading(sts(account, region), 'GetCallerIdentity')

function credentials(chance: Chance, keyId: string, expires: number): JsonObject {
  return {
    accessKeyId: keyId,
    sessionToken: `IQoJb3JpZ2luX2Vj${letters(chance, 200)}`,
    expiration: wordyTime(expires, true),
  }
}

interface Assumption {
  readonly role: Role
  readonly name: string
  readonly at: number
  readonly region: string
  readonly delivery?: 'ec2'
}

/** A new session of a role; the deed that brings it about names it. */
export function assumeRole(
  chance: Chance,
  { role, name, at, region, delivery }: Assumption,
): { readonly deed: Deed; readonly session: Session } {
  const keyId = awsId(chance, 'ASIA', role.account.id)
  const session: Session = {
    kind: 'session',
    keyId,
    role,
    name,
    since: at,
    ...(delivery === undefined ? {} : { delivery }),
  }
  const response: Json = {
    credentials: credentials(chance, keyId, at + HOUR),
    assumedRoleUser: {
      assumedRoleId: `${role.id}:${name}`,
      arn: `arn:aws:sts::${role.account.id}:assumed-role/${role.name}/${name}`,
    },
  }
  const request = { roleArn: role.arn, roleSessionName: name, durationSeconds: 3600 }
  const deed: Deed = {
    ...reading(sts(role.account, region), 'AssumeRole', { request, response }),
    resources: [{ accountId: role.account.id, type: 'AWS::IAM::Role', ARN: role.arn }],
    mints: session,
  }
  return { deed, session }
}

/** The same, asked for by a service for its own compute; there is no host, for nobody connected. */
export function assumeRoleForService(
  chance: Chance,
  assumption: Assumption,
): { readonly deed: Deed; readonly session: Session } {
  const { deed, session } = assumeRole(chance, assumption)
  const { host: _, ...rest } = deed
  return { deed: { ...rest, request: { roleArn: assumption.role.arn, roleSessionName: assumption.name } }, session }
}

export function getSessionToken(
  chance: Chance,
  user: User,
  at: number,
  region: string,
): { readonly deed: Deed; readonly session: UserSession } {
  const session: UserSession = {
    kind: 'user-session',
    keyId: awsId(chance, 'ASIA', user.account.id),
    user,
    since: at,
    isConsole: false,
  }
  const response = { credentials: credentials(chance, session.keyId, at + 12 * HOUR) }
  return { deed: { ...reading(sts(user.account, region), 'GetSessionToken', { response }), mints: session }, session }
}

/** Signing in gives keys that no answer names: they show in use only, dated by the sign-in. */
export function consoleLogin(
  chance: Chance,
  user: User,
  at: number,
  region: string,
): { readonly deed: Deed; readonly session: UserSession } {
  const session: UserSession = {
    kind: 'user-session',
    keyId: awsId(chance, 'ASIA', user.account.id),
    user,
    since: at,
    isConsole: true,
  }
  const host = `${region}.signin.aws.amazon.com`
  const service: Service = { ...serviceAt('signin', user.account, region, '1.08'), host }
  const deed: Deed = {
    ...writing(service, 'ConsoleLogin', { response: { ConsoleLogin: 'Success' } }),
    eventType: 'AwsConsoleSignIn',
    extra: {
      LoginTo: `https://${region}.console.aws.amazon.com/console/home?region=${region}&isauthcode=true`,
      MobileVersion: 'No',
      MFAIdentifier: `arn:aws:iam::${user.account.id}:mfa/${user.name}`,
      MFAUsed: 'Yes',
    },
    mints: session,
  }
  return { deed, session }
}

export function createAccessKey(chance: Chance, user: User, at: number): { readonly deed: Deed; readonly key: Key } {
  const key: Key = { kind: 'key', keyId: awsId(chance, 'AKIA', user.account.id), user }
  const response = {
    accessKey: { userName: user.name, accessKeyId: key.keyId, status: 'Active', createDate: wordyTime(at, false) },
  }
  const deed = writing(iam(user.account), 'CreateAccessKey', { request: { userName: user.name }, response })
  return { deed: { ...deed, mints: key }, key }
}

export const deleteAccessKey = (key: Key): Deed => ({
  ...writing(iam(key.user.account), 'DeleteAccessKey', {
    request: { userName: key.user.name, accessKeyId: key.keyId },
  }),
  ends: { keyId: key.keyId, isDeleted: true },
})

/** Switches a key off; what was minted with it goes on. */
export const deactivateAccessKey = (key: Key): Deed => ({
  ...writing(iam(key.user.account), 'UpdateAccessKey', {
    request: { userName: key.user.name, status: 'Inactive', accessKeyId: key.keyId },
  }),
  ends: { keyId: key.keyId, isDeleted: false },
})

export const updateLoginProfile = (user: User): Deed =>
  writing(iam(user.account), 'UpdateLoginProfile', { request: { userName: user.name } })

export const listUsers = (account: Account): Deed => reading(iam(account), 'ListUsers')

export const listRoles = (account: Account): Deed => reading(iam(account), 'ListRoles')

export const getAccountAuthorizationDetails = (account: Account): Deed =>
  reading(iam(account), 'GetAccountAuthorizationDetails')
