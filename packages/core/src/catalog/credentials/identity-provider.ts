import type { CallEvent } from '../../domain/call.ts'
import { type CredentialRow, defineCredential, type MintDraft } from '../../domain/credential-row.ts'
import { pickText } from '../../domain/json.ts'

/** Whoever says what a provider's keys or metadata are can vouch for anybody, and so take every role that trusts the provider. */
function mintsOf(call: CallEvent): readonly MintDraft[] {
  const minted =
    pickText(call.response, 'sAMLProviderArn') ??
    pickText(call.response, 'openIDConnectProviderArn') ??
    pickText(call.request, 'sAMLProviderArn') ??
    pickText(call.request, 'openIDConnectProviderArn')
  return minted === null ? [] : [{ minted, kind: 'identity-provider', link: 'assumable' }]
}

const BY = {
  type: 'IAMUser',
  arn: 'arn:aws:iam::111122223333:user/dev',
  accountId: '111122223333',
  accessKeyId: 'AKIA00000000000000C1',
}
const SAML = 'arn:aws:iam::111122223333:saml-provider/corp'
const OIDC = 'arn:aws:iam::111122223333:oidc-provider/login.example.org'

const row: CredentialRow = defineCredential({
  id: 'identity-provider',
  title: 'Providers of identities that roles trust',
  sources: ['iam.amazonaws.com'],
  names: [
    ...['CreateSAMLProvider', 'UpdateSAMLProvider', 'CreateOpenIDConnectProvider'],
    ...['UpdateOpenIDConnectProviderThumbprint', 'AddClientIDToOpenIDConnectProvider'],
  ],
  mints: mintsOf,
  cite: 'AWS IAM API reference: CreateSAMLProvider, UpdateSAMLProvider, CreateOpenIDConnectProvider',
  examples: [
    {
      name: 'a new provider; the answer names it',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'CreateSAMLProvider',
        userIdentity: BY,
        requestParameters: { name: 'corp', sAMLMetadataDocument: '<EntityDescriptor/>' },
        responseElements: { sAMLProviderArn: SAML },
      },
      mints: [{ minted: SAML, kind: 'identity-provider', link: 'assumable' }],
    },
    {
      name: 'the keys that a provider is known by are replaced',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'UpdateOpenIDConnectProviderThumbprint',
        userIdentity: BY,
        requestParameters: { openIDConnectProviderArn: OIDC, thumbprintList: ['00'] },
      },
      mints: [{ minted: OIDC, kind: 'identity-provider', link: 'assumable' }],
    },
  ],
})

export default row
