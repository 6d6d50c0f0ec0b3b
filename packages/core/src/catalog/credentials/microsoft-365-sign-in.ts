import type { CallEvent } from '../../domain/call.ts'
import { type CredentialRow, defineCredential, type MintDraft } from '../../domain/credential-row.ts'
import { pickText } from '../../domain/json.ts'

/**
 * A sign-in names the session that it opens or goes on with. INVARIANT: `inferred`, never `minted`: the same record is written when a
 * program asks for another token with the session of somebody who signed in long before.
 */
function mintsOf(call: CallEvent): readonly MintDraft[] {
  const session = pickText(call.extra, 'sessionId')
  return session === null
    ? []
    : [{ minted: session, kind: 'mail-session', link: 'inferred', principal: call.principal }]
}

const KINDS: Readonly<Record<string, string>> = {
  Microsoft365Session: 'mail-session',
  Microsoft365User: 'mail-user',
  Microsoft365Application: 'mail-application',
  Microsoft365System: 'service',
}

const TENANT = '8a7c1d6e-0b1f-4c41-9a35-6f2f1f0a2b11'
const SESSION = '0f3b5a52-1f4b-4d55-9a0f-6f4be70b2d11'

const SIGN_IN = {
  ...{ CreationTime: '2026-03-24T08:15:00', Id: 'e-1', OrganizationId: TENANT, RecordType: 15, UserType: 0 },
  ...{ Operation: 'UserLoggedIn', ResultStatus: 'Success', Workload: 'AzureActiveDirectory', ClientIP: '203.0.113.9' },
  UserId: 'dana@example.com',
  DeviceProperties: [{ Name: 'SessionId', Value: SESSION }],
}

const row: CredentialRow = defineCredential({
  id: 'microsoft-365-sign-in',
  title: 'Sign-ins to Microsoft 365, and who acts in it',
  sources: ['AzureActiveDirectory'],
  names: ['UserLoggedIn'],
  mints: mintsOf,
  callerKind: { rank: 42, of: ({ type }) => (Object.hasOwn(KINDS, type) ? (KINDS[type] ?? null) : null) },
  cite: 'Office 365 Management Activity API schema: Azure Active Directory Secure Token Service logon schema; Microsoft Entra: linkable identifiers',
  examples: [
    {
      name: 'a sign-in names its session',
      record: SIGN_IN,
      mints: [{ minted: SESSION, kind: 'mail-session', link: 'inferred' }],
      callerKind: 'mail-user',
    },
    { name: 'a sign-in without a session', record: { ...SIGN_IN, DeviceProperties: [] }, mints: [] },
    { name: 'a sign-in that failed', record: { ...SIGN_IN, Operation: 'UserLoginFailed' }, mints: [] },
    {
      name: 'a session at work',
      record: { ...SIGN_IN, RecordType: 50, Workload: 'Exchange', Operation: 'MailItemsAccessed', SessionId: SESSION },
      callerKind: 'mail-session',
    },
    {
      name: 'the system at work',
      record: { ...SIGN_IN, RecordType: 50, Workload: 'Exchange', Operation: 'Update', UserType: 4 },
      callerKind: 'service',
    },
  ],
})

export default row
