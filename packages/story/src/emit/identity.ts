import type { Json, JsonObject } from '../json.ts'
import { iso } from '../time.ts'
import { accountOf, type Caller, type User } from '../world/model.ts'

function userFields(user: User, keyId: string | null): JsonObject {
  return {
    type: 'IAMUser',
    principalId: user.id,
    arn: user.arn,
    accountId: user.account.id,
    ...(keyId === null ? {} : { accessKeyId: keyId }),
    userName: user.name,
  }
}

function attributes(since: number, mfa: boolean): JsonObject {
  return { creationDate: iso(since), mfaAuthenticated: String(mfa) }
}

function sessionFields(caller: Extract<Caller, { kind: 'session' }>): JsonObject {
  const { role } = caller
  return {
    type: 'AssumedRole',
    principalId: `${role.id}:${caller.name}`,
    arn: `arn:aws:sts::${role.account.id}:assumed-role/${role.name}/${caller.name}`,
    accountId: role.account.id,
    accessKeyId: caller.keyId,
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: role.id,
        arn: role.arn,
        accountId: role.account.id,
        userName: role.name,
      },
      attributes: attributes(caller.since, false),
      ...(caller.delivery === 'ec2' ? { ec2RoleDelivery: '2.0' } : {}),
    },
  }
}

/** What another account learns of a caller: who it is, and nothing about its credential. */
function strangerFields(caller: Caller): JsonObject {
  const principalId =
    caller.kind === 'outsider'
      ? caller.principalId
      : caller.kind === 'session'
        ? `${caller.role.id}:${caller.name}`
        : caller.kind === 'key' || caller.kind === 'user-session'
          ? caller.user.id
          : ''
  return { type: 'AWSAccount', principalId, accountId: accountOf(caller) ?? '' }
}

function forwardedFields(caller: Extract<Caller, { kind: 'forwarded' }>): JsonObject {
  const { by, keyId, at } = caller
  const own = ownFields(by)
  const context = by.kind === 'session' ? {} : { sessionContext: { attributes: attributes(at, false) } }
  return { ...own, accessKeyId: keyId, ...context, invokedBy: 'AWS Internal' }
}

function ownFields(caller: Caller): JsonObject {
  switch (caller.kind) {
    case 'key':
      return userFields(caller.user, caller.keyId)
    case 'session':
      return sessionFields(caller)
    case 'user-session': {
      const context = { sessionContext: { attributes: attributes(caller.since, caller.isConsole) } }
      return { ...userFields(caller.user, caller.keyId), ...context }
    }
    case 'login':
      return userFields(caller.user, null)
    case 'service':
      return { type: 'AWSService', invokedBy: caller.service }
    case 'forwarded':
      return forwardedFields(caller)
    case 'anonymous':
      return { type: 'AWSAccount', principalId: '', accountId: 'ANONYMOUS_PRINCIPAL' }
    case 'outsider':
      return strangerFields(caller)
  }
}

/** The userIdentity of a record, as the account sees it that receives the record. */
export function userIdentity(caller: Caller, recipient: string): Json {
  const home = accountOf(caller)
  return home === null || home === recipient ? ownFields(caller) : strangerFields(caller)
}
