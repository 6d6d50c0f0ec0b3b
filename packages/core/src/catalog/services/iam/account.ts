import {
  command,
  type Lasting,
  made,
  opening,
  part,
  replacing,
  said,
  unmade,
  type Words,
} from '../../../domain/change-forms.ts'
import { closing, type FromCall } from '../../../domain/change-spec.ts'
import { textsUnder } from '../../../domain/named-in-call.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'

/** A provider of identities: whoever it signs in may take on the roles that trust it. */
function provider(noun: string, id: FromCall, verb: string, option: string): Lasting {
  return {
    kind: 'persistence',
    subject: (call) => (id(call) === null ? null : `${noun} ${id(call)}`),
    words: (call) => `${noun} \`${id(call) ?? said('name', 'url')(call) ?? 'unknown'}\``,
    remove: command(`iam ${verb}`, { [option]: id }),
  }
}

const SAML = provider('SAML provider', said('sAMLProviderArn'), 'delete-saml-provider', 'saml-provider-arn')
const METADATA = part(SAML.subject, 'metadata')
const metadataReplaced: Words = (call) => `replaced the metadata, and with it the signing keys, of ${SAML.words(call)}`
const METADATA_REPLACED: readonly ChangeSpec[] = [
  // An update may leave the metadata as it is: only one that shows a document ends the former.
  {
    ...closing('persistence', METADATA, metadataReplaced),
    when: (call) => textsUnder(call.request, 'sAMLMetadataDocument').length > 0,
  },
  opening(
    'persistence',
    METADATA,
    metadataReplaced,
    command('iam update-saml-provider --saml-metadata-document file://former-metadata.xml', {
      'saml-provider-arn': said('sAMLProviderArn'),
    }),
  ),
]

const OIDC_ARN = said('openIDConnectProviderArn')
const OIDC = provider('OpenID provider', OIDC_ARN, 'delete-open-id-connect-provider', 'open-id-connect-provider-arn')
const CLIENT = said('clientID')
const AUDIENCE: Lasting = {
  kind: 'persistence',
  subject: part(OIDC.subject, 'client', CLIENT),
  words: (call) => `client \`${CLIENT(call) ?? 'unknown'}\` of ${OIDC.words(call)}`,
  remove: command('iam remove-client-id-from-open-id-connect-provider', {
    'open-id-connect-provider-arn': OIDC_ARN,
    'client-id': CLIENT,
  }),
}

const CERTIFICATE_NAME = said('serverCertificateName')
const CERTIFICATE: Lasting = {
  kind: 'configuration',
  subject: (call) =>
    CERTIFICATE_NAME(call) === null ? null : `server certificate ${call.account}:${CERTIFICATE_NAME(call)}`,
  words: (call) => `server certificate \`${CERTIFICATE_NAME(call) ?? 'unknown'}\``,
  remove: command('iam delete-server-certificate', { 'server-certificate-name': CERTIFICATE_NAME }),
}

const ALIAS = said('accountAlias')
const ALIASED: Lasting = {
  kind: 'configuration',
  subject: (call) => (ALIAS(call) === null ? null : `account alias ${ALIAS(call)}`),
  words: (call) => `account alias \`${ALIAS(call) ?? 'unknown'}\``,
  remove: command('iam delete-account-alias', { 'account-alias': ALIAS }),
}

const PASSWORD_POLICY: FromCall = ({ account }) => `password policy of account ${account}`
const TOKENS: FromCall = ({ account }) => `session tokens of account ${account}`
const rootAccess =
  (topic: string): FromCall =>
  ({ account }) =>
    `${topic} of the organization of account ${account}`
const SESSIONS = rootAccess('root sessions')
const MANAGEMENT = rootAccess('root credentials management')

const formerPolicy = 'aws iam update-account-password-policy --cli-input-json file://former-password-policy.json'

/** What calls on the account itself, on its providers of identities and its certificates change for longer than themselves. */
export const ACCOUNT_CHANGES: Readonly<Record<string, CallChanges>> = {
  CreateSAMLProvider: made(SAML),
  UpdateSAMLProvider: METADATA_REPLACED,
  DeleteSAMLProvider: [...unmade(SAML), closing('persistence', METADATA, (call) => `deleted ${SAML.words(call)}`)],
  CreateOpenIDConnectProvider: made(OIDC),
  UpdateOpenIDConnectProviderThumbprint: replacing(
    'persistence',
    part(OIDC.subject, 'thumbprints'),
    (call) => `replaced the thumbprints of ${OIDC.words(call)}`,
    command('iam update-open-id-connect-provider-thumbprint --thumbprint-list FORMER', {
      'open-id-connect-provider-arn': OIDC_ARN,
    }),
  ),
  DeleteOpenIDConnectProvider: [
    ...unmade(OIDC),
    closing('persistence', part(OIDC.subject, 'thumbprints'), (call) => `deleted ${OIDC.words(call)}`),
  ],
  AddClientIDToOpenIDConnectProvider: made(AUDIENCE),
  RemoveClientIDFromOpenIDConnectProvider: unmade(AUDIENCE),
  UploadServerCertificate: made(CERTIFICATE),
  DeleteServerCertificate: unmade(CERTIFICATE),
  CreateAccountAlias: made(ALIASED),
  DeleteAccountAlias: unmade(ALIASED),
  UpdateAccountPasswordPolicy: replacing(
    'configuration',
    PASSWORD_POLICY,
    ({ account }) => `replaced the password policy of account \`${account}\``,
    () => formerPolicy,
  ),
  DeleteAccountPasswordPolicy: replacing(
    'configuration',
    PASSWORD_POLICY,
    ({ account }) => `deleted the password policy of account \`${account}\``,
    () => formerPolicy,
  ),
  SetSecurityTokenServicePreferences: replacing(
    'configuration',
    TOKENS,
    (call) =>
      `set the version of global session tokens to \`${said('globalEndpointTokenVersion')(call) ?? 'unknown'}\``,
    () => 'aws iam set-security-token-service-preferences --global-endpoint-token-version FORMER',
  ),
  EnableOrganizationsRootSessions: opening(
    'persistence',
    SESSIONS,
    () => 'let the management account act as the root user of member accounts',
    () => 'aws iam disable-organizations-root-sessions',
  ),
  DisableOrganizationsRootSessions: closing(
    'persistence',
    SESSIONS,
    () => 'ended the root sessions of member accounts',
  ),
  EnableOrganizationsRootCredentialsManagement: opening(
    'persistence',
    MANAGEMENT,
    () => 'let the management account change the root credentials of member accounts',
    () => 'aws iam disable-organizations-root-credentials-management',
  ),
  DisableOrganizationsRootCredentialsManagement: closing(
    'persistence',
    MANAGEMENT,
    () => 'ended the management of root credentials of member accounts',
  ),
}
