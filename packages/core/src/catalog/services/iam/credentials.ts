import {
  command,
  endings,
  type Lasting,
  made,
  opening,
  part,
  said,
  unmade,
  type Words,
} from '../../../domain/change-forms.ts'
import { closing, type FromCall } from '../../../domain/change-spec.ts'
import { pickText } from '../../../domain/json.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { type Holder, of, SELF, USER, wordsOf } from './names.ts'

/** A credential that a user may have several of, with the commands on it. */
interface Credential extends Lasting {
  readonly set: (state: string) => Words
}

interface Named {
  readonly holder: Holder
  readonly noun: string
  /** The field that holds its id, the option that names it in commands, and what commands call it. */
  readonly field: string
  readonly option: string
  readonly verb: string
}

function credential({ holder, noun, field, option, verb }: Named): Credential {
  const id = said(field)
  const words: Words = (call) => `${noun} \`${id(call) ?? 'unknown'}\` of ${wordsOf(holder)(call)}`
  const onIt = (action: string, rest: Readonly<Record<string, FromCall>> = {}): Words => {
    const run = command(`iam ${action}-${verb}`, { 'user-name': holder.name, [option]: id, ...rest })
    // The root user has no name that a command takes.
    return (call) =>
      holder.id(call)?.endsWith(':root') === true ? `sign in as the root user and ${action} it there` : run(call)
  }
  return {
    kind: 'persistence',
    subject: of(holder, noun, id),
    words,
    remove: onIt('delete'),
    remake: () => 'make a new one for the user; the deleted one cannot be brought back',
    set: (state) => onIt('update', { status: () => state }),
  }
}

const KEY = credential({
  holder: SELF,
  noun: 'access key',
  field: 'accessKeyId',
  option: 'access-key-id',
  verb: 'access-key',
})
const CERTIFICATE = credential({
  holder: SELF,
  noun: 'signing certificate',
  field: 'certificateId',
  option: 'certificate-id',
  verb: 'signing-certificate',
})
const SSH_KEY = credential({
  holder: USER,
  noun: 'SSH key',
  field: 'sSHPublicKeyId',
  option: 'ssh-public-key-id',
  verb: 'ssh-public-key',
})
const SERVICE = credential({
  holder: USER,
  noun: 'service credential',
  field: 'serviceSpecificCredentialId',
  option: 'service-specific-credential-id',
  verb: 'service-specific-credential',
})

const on = (it: Credential): FromCall => part(it.subject, 'on')
const off = (it: Credential): FromCall => part(it.subject, 'off')

/** A credential was switched on, or off: each ends the other. One that is off still exists. */
function status(it: Credential): readonly ChangeSpec[] {
  const switchedOn: Words = (call) => `switched on ${it.words(call)}`
  const switchedOff: Words = (call) => `switched off ${it.words(call)}`
  const becomes = (state: string, specs: readonly ChangeSpec[]): readonly ChangeSpec[] =>
    specs.map((spec) => ({ ...spec, when: (call) => pickText(call.request, 'status') === state }))
  return [
    ...becomes('Active', [
      opening('persistence', on(it), switchedOn, it.set('Inactive')),
      closing('destruction', off(it), switchedOn),
    ]),
    ...becomes('Inactive', [
      opening('destruction', off(it), switchedOff, it.set('Active')),
      closing('persistence', on(it), switchedOff),
    ]),
  ]
}

const PASSWORD = part(SERVICE.subject, 'password')

function ended(it: Credential, more: readonly FromCall[] = []): readonly ChangeSpec[] {
  return [...unmade(it), ...endings('persistence', [on(it), off(it), ...more], (call) => `deleted ${it.words(call)}`)]
}

/** What calls on the credentials of users change for longer than themselves; passwords apart. */
export const CREDENTIAL_CHANGES: Readonly<Record<string, CallChanges>> = {
  CreateAccessKey: made(KEY),
  UpdateAccessKey: status(KEY),
  DeleteAccessKey: ended(KEY),
  UploadSigningCertificate: made(CERTIFICATE),
  UpdateSigningCertificate: status(CERTIFICATE),
  DeleteSigningCertificate: ended(CERTIFICATE),
  UploadSSHPublicKey: made(SSH_KEY),
  UpdateSSHPublicKey: status(SSH_KEY),
  DeleteSSHPublicKey: ended(SSH_KEY),
  CreateServiceSpecificCredential: made(SERVICE),
  UpdateServiceSpecificCredential: status(SERVICE),
  ResetServiceSpecificCredential: opening(
    'persistence',
    PASSWORD,
    (call) => `got a new password for ${SERVICE.words(call)}`,
    SERVICE.remove,
  ),
  DeleteServiceSpecificCredential: ended(SERVICE, [PASSWORD]),
}
