import type { CallEvent } from '../../domain/call.ts'
import { type CredentialRow, defineCredential, type EndDraft, type MintDraft } from '../../domain/credential-row.ts'
import { pickText } from '../../domain/json.ts'
import { principalArn } from '../../domain/principal-arn.ts'

/** Where the answers hold a new credential, and where a later call names it: a password for one service, a key or a certificate. */
const MADE = [
  {
    id: 'serviceSpecificCredential.serviceSpecificCredentialId',
    named: 'serviceSpecificCredentialId',
    kind: 'service-specific-credential',
  },
  { id: 'sSHPublicKey.sSHPublicKeyId', named: 'sSHPublicKeyId', kind: 'ssh-key' },
  { id: 'certificate.certificateId', named: 'certificateId', kind: 'signing-certificate' },
] as const

function mintsOf(call: CallEvent): readonly MintDraft[] {
  const user = pickText(call.request, 'userName')
  const principal = user === null ? call.principal : principalArn('user', user, call)
  return MADE.flatMap(({ id, named, kind }): readonly MintDraft[] => {
    const made = pickText(call.response, id)
    if (made !== null) return [{ minted: made, kind, link: 'minted', principal }]
    // Whoever resets a password is told the new one. Whoever switches one on again may have had it: nothing shows that they did.
    const known = pickText(call.request, named)
    if (known === null) return []
    if (call.name.startsWith('Reset')) return [{ minted: known, kind, link: 'minted', principal }]
    const isOn = call.name.startsWith('Update') && pickText(call.request, 'status') === 'Active'
    return isOn ? [{ minted: known, kind, link: 'possible', principal }] : []
  })
}

function endsOf(call: CallEvent): readonly EndDraft[] {
  const identity = MADE.map(({ named }) => pickText(call.request, named)).find((id) => id !== null) ?? null
  if (identity === null) return []
  if (call.name.startsWith('Delete')) return [{ identity, state: 'deleted' }]
  if (!call.name.startsWith('Update')) return []
  const status = pickText(call.request, 'status')
  if (status === 'Inactive') return [{ identity, state: 'inactive' }]
  return status === 'Active' ? [{ identity, state: 'active' }] : []
}

const row: CredentialRow = defineCredential({
  id: 'service-credentials',
  title: 'Passwords for one service, keys for repositories and signing certificates of a user',
  sources: ['iam.amazonaws.com'],
  names: [
    ...['CreateServiceSpecificCredential', 'ResetServiceSpecificCredential'],
    ...['UploadSSHPublicKey', 'UploadSigningCertificate', 'UpdateServiceSpecificCredential', 'UpdateSSHPublicKey'],
    ...[
      'UpdateSigningCertificate',
      'DeleteServiceSpecificCredential',
      'DeleteSSHPublicKey',
      'DeleteSigningCertificate',
    ],
  ],
  mints: mintsOf,
  ends: endsOf,
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
    {
      name: 'a signing certificate',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'UploadSigningCertificate',
        requestParameters: { userName: 'alice', certificateBody: '-----BEGIN CERTIFICATE-----' },
        responseElements: {
          certificate: { certificateId: 'TA7SMP42TDN5Z26OBPJE7EXAMPLE', status: 'Active', userName: 'alice' },
        },
      },
      mints: [{ minted: 'TA7SMP42TDN5Z26OBPJE7EXAMPLE', kind: 'signing-certificate', link: 'minted' }],
    },
    {
      name: 'a password for one service is reset, and the answer left out',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'ResetServiceSpecificCredential',
        requestParameters: { userName: 'alice', serviceSpecificCredentialId: 'ACCAIOSFODNN7EXAMPLE' },
      },
      mints: [{ minted: 'ACCAIOSFODNN7EXAMPLE', kind: 'service-specific-credential', link: 'minted' }],
    },
    {
      name: 'a key for the secure shell is switched on again',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'UpdateSSHPublicKey',
        requestParameters: { userName: 'alice', sSHPublicKeyId: 'APKAIOSFODNN7EXAMPLE', status: 'Active' },
      },
      mints: [{ minted: 'APKAIOSFODNN7EXAMPLE', kind: 'ssh-key', link: 'possible' }],
      ends: [{ identity: 'APKAIOSFODNN7EXAMPLE', state: 'active' }],
    },
    {
      name: 'a password for one service is deleted',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'DeleteServiceSpecificCredential',
        requestParameters: { userName: 'alice', serviceSpecificCredentialId: 'ACCAIOSFODNN7EXAMPLE' },
      },
      mints: [],
      ends: [{ identity: 'ACCAIOSFODNN7EXAMPLE', state: 'deleted' }],
    },
  ],
})

export default row
