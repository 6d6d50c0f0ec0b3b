import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
  type Lasting,
  opening,
  pair,
  part,
  plain,
  REGION,
  replacing,
  said,
  shown,
} from '../../../domain/change-forms.ts'
import type { FromCall } from '../../../domain/change-spec.ts'
import { settings } from '../../../domain/change-switches.ts'
import { pickText } from '../../../domain/json.ts'
import type { CallChanges } from '../../../domain/service-row.ts'

const INSTANCE = said('instanceArn')
const SET = said('permissionSetArn')
const onSet = { 'instance-arn': INSTANCE, 'permission-set-arn': SET, region: REGION }

const PERMISSIONS: Lasting = {
  ...plain({
    kind: 'persistence',
    noun: 'permission set',
    id: SET,
    name: (call) => pickText(call.response, 'permissionSet.name') ?? pickText(call.request, 'name') ?? SET(call),
    remove: ['sso-admin delete-permission-set', 'permission-set-arn'],
  }),
  remove: command('sso-admin delete-permission-set', onSet),
}

/** Something that a permission set holds, and the calls that give and take it. */
interface Held {
  readonly noun: string
  readonly id: FromCall
  readonly give: string
  readonly take: string
  readonly option: Readonly<Record<string, FromCall>>
}

function held({ noun, id, give, take, option }: Held): Lasting {
  return {
    kind: 'persistence',
    subject: part(PERMISSIONS.subject, noun, id),
    words: (call) => `${noun} \`${shown(id)(call)}\` of ${PERMISSIONS.words(call)}`,
    remove: command(`sso-admin ${take}`, { ...onSet, ...option }),
    remake: command(`sso-admin ${give}`, { ...onSet, ...option }),
    sentences: [
      (call) => `gave ${PERMISSIONS.words(call)} ${noun} \`${shown(id)(call)}\``,
      (call) => `took ${noun} \`${shown(id)(call)}\` from ${PERMISSIONS.words(call)}`,
    ],
  }
}

const MANAGED_ARN = said('managedPolicyArn')
const MANAGED = held({
  noun: 'policy',
  id: MANAGED_ARN,
  give: 'attach-managed-policy-to-permission-set',
  take: 'detach-managed-policy-from-permission-set',
  option: { 'managed-policy-arn': MANAGED_ARN },
})
const CUSTOMER_NAME: FromCall = (call) => pickText(call.request, 'customerManagedPolicyReference.name')
const CUSTOMER = held({
  noun: 'policy of the account',
  id: CUSTOMER_NAME,
  give: 'attach-customer-managed-policy-reference-to-permission-set',
  take: 'detach-customer-managed-policy-reference-from-permission-set',
  option: { 'customer-managed-policy-reference': (call) => `Name=${shown(CUSTOMER_NAME)(call)}` },
})

const INLINE = part(PERMISSIONS.subject, 'inline policy')
const inlineUndo = command('sso-admin put-inline-policy-to-permission-set --inline-policy file://former.json', onSet)
const BOUNDARY = part(PERMISSIONS.subject, 'boundary')
const boundaryUndo = command(
  'sso-admin put-permissions-boundary-to-permission-set --permissions-boundary file://former.json',
  onSet,
)

const [TARGET, TYPE, WHO] = [said('targetId'), said('principalType'), said('principalId')]
const assigned = {
  'instance-arn': INSTANCE,
  'target-id': TARGET,
  'target-type': () => 'AWS_ACCOUNT',
  'permission-set-arn': SET,
  'principal-type': TYPE,
  'principal-id': WHO,
  region: REGION,
}

/** A user or a group of the directory may enter an account with the rights of a permission set. */
const ASSIGNMENT: Lasting = {
  kind: 'persistence',
  subject: (call) => {
    const parts = [WHO, SET, TARGET].map((from) => from(call))
    return parts.includes(null) ? null : `assignment of ${parts.join(' ')}`
  },
  words: (call) => `the assignment of \`${shown(WHO)(call)}\` to account \`${shown(TARGET)(call)}\``,
  remove: command('sso-admin delete-account-assignment', assigned),
  remake: command('sso-admin create-account-assignment', assigned),
  sentences: [
    (call) =>
      `let ${kindOf(call)} \`${shown(WHO)(call)}\` enter account \`${shown(TARGET)(call)}\` with ${PERMISSIONS.words(call)}`,
    (call) => `took from ${kindOf(call)} \`${shown(WHO)(call)}\` the way into account \`${shown(TARGET)(call)}\``,
  ],
}

function kindOf(call: CallEvent): string {
  return TYPE(call)?.toLowerCase() ?? 'somebody'
}

const ISSUER = plain({
  kind: 'persistence',
  noun: 'trusted issuer of tokens',
  id: said('trustedTokenIssuerArn'),
  name: (call) => pickText(call.request, 'name') ?? said('trustedTokenIssuerArn')(call),
  remove: ['sso-admin delete-trusted-token-issuer', 'trusted-token-issuer-arn'],
})
const APPLICATION = plain({
  kind: 'persistence',
  noun: 'application of the sign-in',
  id: said('applicationArn'),
  name: (call) => pickText(call.request, 'name') ?? said('applicationArn')(call),
  remove: ['sso-admin delete-application', 'application-arn'],
})

const SIGN_IN: FromCall = ({ account }) => `sign-in by Identity Center of ${account}`
const byHand = (): string => 'undo it in the console of IAM Identity Center, under settings'

/** What calls on permission sets and their assignments change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  StartSSO: opening(
    'persistence',
    SIGN_IN,
    ({ account }) => `switched on the sign-in by Identity Center for the organization of account \`${account}\``,
    byHand,
  ),
  UpdateSsoConfiguration: opening(
    'persistence',
    part(SIGN_IN, 'settings', (call) => call.eventId),
    () => 'changed the settings of the sign-in by Identity Center',
    byHand,
  ),
  AssociateDirectory: opening(
    'persistence',
    part(SIGN_IN, 'directory', (call) => call.eventId),
    () => 'changed the directory that the sign-in by Identity Center trusts',
    byHand,
  ),
  ...pair(PERMISSIONS, 'CreatePermissionSet', 'DeletePermissionSet'),
  UpdatePermissionSet: settings({
    kind: 'persistence',
    subject: PERMISSIONS.subject,
    words: PERMISSIONS.words,
    keys: ['sessionDuration', 'relayState'],
    restore: command('sso-admin update-permission-set', onSet),
  }),
  ...pair(MANAGED, 'AttachManagedPolicyToPermissionSet', 'DetachManagedPolicyFromPermissionSet'),
  ...pair(
    CUSTOMER,
    'AttachCustomerManagedPolicyReferenceToPermissionSet',
    'DetachCustomerManagedPolicyReferenceFromPermissionSet',
  ),
  PutInlinePolicyToPermissionSet: replacing(
    'persistence',
    INLINE,
    (call) => `replaced the inline policy of ${PERMISSIONS.words(call)}`,
    inlineUndo,
  ),
  DeleteInlinePolicyFromPermissionSet: replacing(
    'persistence',
    INLINE,
    (call) => `deleted the inline policy of ${PERMISSIONS.words(call)}`,
    inlineUndo,
  ),
  PutPermissionsBoundaryToPermissionSet: replacing(
    'persistence',
    BOUNDARY,
    (call) => `replaced the permissions boundary of ${PERMISSIONS.words(call)}`,
    boundaryUndo,
  ),
  DeletePermissionsBoundaryFromPermissionSet: replacing(
    'persistence',
    BOUNDARY,
    (call) => `took away the permissions boundary of ${PERMISSIONS.words(call)}`,
    boundaryUndo,
  ),
  ...pair(ASSIGNMENT, 'CreateAccountAssignment', 'DeleteAccountAssignment'),
  ...pair(ISSUER, 'CreateTrustedTokenIssuer', 'DeleteTrustedTokenIssuer'),
  ...pair(APPLICATION, 'CreateApplication', 'DeleteApplication'),
}
