import type { CallEvent } from '../../../domain/call.ts'
import { type Lasting, made, opening, part, shown, unmade } from '../../../domain/change-forms.ts'
import { about, closing, type FromCall } from '../../../domain/change-spec.ts'
import { cmdlet } from '../../../domain/powershell-word.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { GRANTEE, isChanged, newValue, OBJECT, rightsIn, USER } from './names.ts'

const APPLICATION = about('application', OBJECT)

const RIGHTS: Lasting = {
  kind: 'persistence',
  subject: part(about('application', GRANTEE), 'rights'),
  words: (call) =>
    `rights of application \`${shown(GRANTEE)(call)}\` (${rightsIn(call) || 'the record does not show which'})`,
  remove: cmdlet('Get-MgServicePrincipalOauth2PermissionGrant', { ServicePrincipalId: GRANTEE }),
  sentences: [
    (call) =>
      `gave application \`${shown(GRANTEE)(call)}\` rights (${rightsIn(call) || 'the record does not show which'})`,
    (call) => `took rights of application \`${shown(GRANTEE)(call)}\` away`,
  ],
}

const SECRET: ChangeSpec = opening(
  'persistence',
  part(APPLICATION, 'credentials'),
  (call) => `changed the secrets or certificates of application \`${shown(OBJECT)(call)}\``,
  cmdlet('Get-MgApplication', { ApplicationId: OBJECT, Property: 'PasswordCredentials,KeyCredentials' }),
)

function thing(noun: string, id: FromCall, remove: string, told: string): Lasting {
  return {
    kind: 'persistence',
    subject: about(noun, id),
    words: (call) => `${noun} \`${shown(id)(call)}\``,
    remove: cmdlet(remove, { [told]: id }),
  }
}

const USER_ACCOUNT = thing('user', USER, 'Remove-MgUser', 'UserId')
const APP = thing('application', OBJECT, 'Remove-MgApplication', 'ApplicationId')
const SERVICE_PRINCIPAL = thing('service principal', OBJECT, 'Remove-MgServicePrincipal', 'ServicePrincipalId')

/** Which role: its name is among the changed properties. */
const ROLE: FromCall = (call) => newValue(call, 'Role.DisplayName') ?? newValue(call, 'Role.TemplateId')

const MEMBER: Lasting = {
  kind: 'persistence',
  subject: part(about('role', ROLE), 'member', (call) => USER(call) ?? OBJECT(call)),
  words: (call) => `\`${shown((one) => USER(one) ?? OBJECT(one))(call)}\` in role \`${shown(ROLE)(call)}\``,
  remove: cmdlet('Remove-MgDirectoryRoleMemberByRef', { DirectoryRoleId: ROLE, DirectoryObjectId: OBJECT }),
}

const PASSWORD: ChangeSpec = opening(
  'persistence',
  part(about('user', USER), 'password'),
  (call) => `set the password of user \`${shown(USER)(call)}\``,
  cmdlet('Revoke-MgUserSignInSession', { UserId: USER }),
)

const FACTORS = ['StrongAuthenticationMethod', 'StrongAuthenticationPhoneAppDetail', 'StrongAuthenticationUserDetails']
const areFactors = (call: CallEvent): boolean => FACTORS.some((name) => isChanged(call, name))

const FACTOR: ChangeSpec = {
  ...opening(
    'persistence',
    part(about('user', USER), 'second factors'),
    (call) => `changed the second factors of user \`${shown(USER)(call)}\``,
    cmdlet('Get-MgUserAuthenticationMethod', { UserId: USER }),
  ),
  when: areFactors,
}

function lasting(subject: string, words: string): ChangeSpec {
  return opening(
    'persistence',
    part(about(subject, OBJECT), 'settings'),
    (call) => `${words} \`${shown(OBJECT)(call)}\``,
    cmdlet('Get-MgDomain', { DomainId: OBJECT }),
  )
}

/** What acts on the directory leave standing. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  'Consent to application': made(RIGHTS),
  'Add delegated permission grant': made(RIGHTS),
  'Add OAuth2PermissionGrant': made(RIGHTS),
  'Add app role assignment to service principal': made(RIGHTS),
  'Remove delegated permission grant': unmade(RIGHTS),
  'Remove OAuth2PermissionGrant': unmade(RIGHTS),
  'Remove app role assignment from service principal': unmade(RIGHTS),
  'Add service principal credentials': SECRET,
  'Update application – Certificates and secrets management': SECRET,
  'Update application - Certificates and secrets management': SECRET,
  'Add application': made(APP),
  'Delete application': unmade(APP),
  'Add service principal': made(SERVICE_PRINCIPAL),
  'Remove service principal': unmade(SERVICE_PRINCIPAL),
  'Add user': made(USER_ACCOUNT),
  'Delete user': unmade(USER_ACCOUNT),
  'Add member to role': made(MEMBER),
  'Remove member from role': unmade(MEMBER),
  'Reset user password': PASSWORD,
  'Change user password': PASSWORD,
  'Update user': FACTOR,
  'Set domain authentication': lasting('domain', 'changed how users sign in of domain'),
  'Set federation settings on domain': lasting('domain', 'changed who vouches for users of domain'),
  'Disable Strong Authentication': [
    opening(
      'persistence',
      part(about('user', USER), 'no second factor'),
      (call) => `switched off the second factor of user \`${shown(USER)(call)}\``,
      cmdlet('Get-MgUserAuthenticationMethod', { UserId: USER }),
    ),
  ],
  'Enable Strong Authentication': [
    closing(
      'persistence',
      part(about('user', USER), 'no second factor'),
      (call) => `switched on the second factor of user \`${shown(USER)(call)}\``,
    ),
  ],
}
