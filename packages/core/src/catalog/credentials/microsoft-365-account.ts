import type { CallEvent } from '../../domain/call.ts'
import { type CredentialRow, defineCredential, type EndDraft, type MintDraft } from '../../domain/credential-row.ts'
import { isObject, pickAll, pickText } from '../../domain/json.ts'

const PASSWORDS: ReadonlySet<string> = new Set(['Reset user password', 'Change user password', 'Add user'])

/** The user that a call is about; an act on oneself may leave it out. */
function userOf(call: CallEvent): string | null {
  const ids = pickAll(call.request, 'Target[]').flatMap((one) => pickText(one, 'ID') ?? [])
  const found = [pickText(call.request, 'ObjectId'), ...ids].find((text) => text?.includes('@') === true)
  return found?.toLowerCase() ?? null
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i

/** The ids that an application acts by; type 4 are names of service principals. */
function applicationsOf(call: CallEvent): readonly string[] {
  const targets = pickAll(call.request, 'Target[]').filter((one) => isObject(one) && one['Type'] === 4)
  const texts = [...targets.map((one) => pickText(one, 'ID')), pickText(call.request, 'ObjectId')]
  const ids = texts.flatMap((text) => UUID.exec(text ?? '')?.[0].toLowerCase() ?? [])
  return ids.slice(0, Math.max(1, targets.length))
}

/**
 * Whoever sets a password knows it. A secret of an application may be used from then on: `assumable`, because the application goes on
 * with those that it had.
 */
function mintsOf(call: CallEvent): readonly MintDraft[] {
  if (!PASSWORDS.has(call.name)) {
    return applicationsOf(call).map((id) => ({
      ...{ minted: `application ${id}`, kind: 'mail-application', link: 'assumable' },
      principal: `application ${id}`,
    }))
  }
  const user = userOf(call)
  return user === null ? [] : [{ minted: user, kind: 'console-session', link: 'minted', principal: user }]
}

const STATES: Readonly<Record<string, EndDraft['state']>> = {
  'Disable account': 'inactive',
  'Enable account': 'active',
  'Delete user': 'deleted',
  'Update StsRefreshTokenValidFrom Timestamp': 'revoked',
  'Revoke sign in sessions': 'revoked',
}

function endsOf(call: CallEvent): readonly EndDraft[] {
  const state = Object.hasOwn(STATES, call.name) ? STATES[call.name] : undefined
  const identity = userOf(call)
  return state === undefined || identity === null ? [] : [{ identity, state }]
}

function directory(Operation: string, ObjectId: string, more: object = {}): object {
  return {
    ...{ CreationTime: '2026-03-24T08:15:00', Id: 'e-1', RecordType: 8, UserType: 0, UserId: 'dana@example.com' },
    ...{ OrganizationId: '8a7c1d6e-0b1f-4c41-9a35-6f2f1f0a2b11', Workload: 'AzureActiveDirectory', Operation },
    ...{ ResultStatus: 'Success', ObjectId, ...more },
  }
}

const APP = '5a95e683-08ad-424e-a441-1d1aec52c02c'
const OBJECT = '11b49e19-2326-4be6-93cb-7f37439bbd81'

const row: CredentialRow = defineCredential({
  id: 'microsoft-365-account',
  title: 'Passwords of users and secrets of applications in Microsoft 365',
  sources: ['AzureActiveDirectory'],
  names: [
    ...PASSWORDS,
    ...Object.keys(STATES),
    ...['Add service principal credentials', 'Update application – Certificates and secrets management'],
    'Update application - Certificates and secrets management',
  ],
  mints: (call) => (Object.hasOwn(STATES, call.name) ? [] : mintsOf(call)),
  ends: endsOf,
  cite: 'Microsoft Entra: audit log activities; Office 365 Management Activity API schema, identity types',
  examples: [
    {
      name: 'a password is set',
      record: directory('Reset user password.', 'Eve@example.com'),
      mints: [{ minted: 'eve@example.com', kind: 'console-session', link: 'minted' }],
    },
    {
      name: 'a secret for an application, which acts by another id than its object has',
      record: directory('Update application – Certificates and secrets management ', `Application_${OBJECT}`, {
        Target: [
          { ID: `Application_${OBJECT}`, Type: 2 },
          { ID: APP, Type: 4 },
        ],
      }),
      mints: [{ minted: `application ${APP}`, kind: 'mail-application', link: 'assumable' }],
    },
    {
      name: 'a secret for an application of which only the object is named',
      record: directory('Add service principal credentials.', `ServicePrincipal_${OBJECT}`),
      mints: [{ minted: `application ${OBJECT}`, kind: 'mail-application', link: 'assumable' }],
    },
    {
      name: 'an account is switched off',
      record: directory('Disable account.', 'eve@example.com'),
      mints: [],
      ends: [{ identity: 'eve@example.com', state: 'inactive' }],
    },
    {
      name: 'its sessions are ended',
      record: directory('Update StsRefreshTokenValidFrom Timestamp.', 'eve@example.com'),
      mints: [],
      ends: [{ identity: 'eve@example.com', state: 'revoked' }],
    },
  ],
})

export default row
