import type { CallEvent } from '../../domain/call.ts'
import { type CredentialRow, defineCredential, type MintDraft } from '../../domain/credential-row.ts'
import { pickText } from '../../domain/json.ts'
import { principalArn } from '../../domain/principal-arn.ts'

/** Where the answers of the calls hold the new credential: a password for one service, a key or a certificate of the caller's own. */
const MADE = [
  { id: 'serviceSpecificCredential.serviceSpecificCredentialId', kind: 'service-specific-credential' },
  { id: 'sSHPublicKey.sSHPublicKeyId', kind: 'ssh-key' },
  { id: 'certificate.certificateId', kind: 'signing-certificate' },
] as const

function mintsOf(call: CallEvent): readonly MintDraft[] {
  const user = pickText(call.request, 'userName')
  const principal = user === null ? call.principal : principalArn('user', user, call)
  return MADE.flatMap(({ id, kind }): readonly MintDraft[] => {
    const minted = pickText(call.response, id)
    return minted === null ? [] : [{ minted, kind, link: 'minted', principal }]
  })
}

const row: CredentialRow = defineCredential({
  id: 'service-credentials',
  title: 'Passwords for one service, keys for repositories and signing certificates of a user',
  sources: ['iam.amazonaws.com'],
  names: [
    ...['CreateServiceSpecificCredential', 'ResetServiceSpecificCredential'],
    ...['UploadSSHPublicKey', 'UploadSigningCertificate'],
  ],
  mints: mintsOf,
  cite: 'AWS IAM API reference: CreateServiceSpecificCredential, UploadSSHPublicKey, UploadSigningCertificate',
  examples: [
    {
      name: 'a password for one service, of another user',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'CreateServiceSpecificCredential',
        requestParameters: { userName: 'alice', serviceName: 'codecommit.amazonaws.com' },
        responseElements: {
          serviceSpecificCredential: {
            serviceSpecificCredentialId: 'ACCAIOSFODNN7EXAMPLE',
            userName: 'alice',
            status: 'Active',
          },
        },
      },
      mints: [{ minted: 'ACCAIOSFODNN7EXAMPLE', kind: 'service-specific-credential', link: 'minted' }],
    },
    {
      name: 'a key for the secure shell',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'UploadSSHPublicKey',
        requestParameters: { userName: 'alice' },
        responseElements: { sSHPublicKey: { sSHPublicKeyId: 'APKAIOSFODNN7EXAMPLE', status: 'Active' } },
      },
      mints: [{ minted: 'APKAIOSFODNN7EXAMPLE', kind: 'ssh-key', link: 'minted' }],
    },
  ],
})

export default row
