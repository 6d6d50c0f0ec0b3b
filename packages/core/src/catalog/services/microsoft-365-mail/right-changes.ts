import type { TextsOf } from '../../../domain/arn-form.ts'
import { type Lasting, pair, part, replacing, shown } from '../../../domain/change-forms.ts'
import { about, type FromCall } from '../../../domain/change-spec.ts'
import { cmdlet } from '../../../domain/powershell-word.ts'
import type { CallChanges } from '../../../domain/service-row.ts'
import { bare, commandMailbox, first, folderMailbox, parameter, parameters } from './names.ts'
import { ruleNames } from './rules.ts'

/** A right of somebody on a mailbox, a folder or an address. */
function right(noun: string, of: TextsOf, cmd: string): Lasting {
  const who: FromCall = (call) => parameters('User')(call)[0] ?? parameters('Trustee')(call)[0] ?? null
  const person: FromCall = (call) => who(call)?.toLowerCase() ?? null
  const told = { Identity: parameter('Identity'), [cmd.includes('Recipient') ? 'Trustee' : 'User']: who }
  return {
    kind: 'persistence',
    subject: part(about('rights on', first(of)), noun, person),
    words: (call) =>
      `${noun} (${parameters('AccessRights')(call).join(', ') || 'unknown rights'}) of \`${shown(who)(call)}\` on \`${shown(bare(of))(call)}\``,
    remove: cmdlet(`Remove-${cmd}`, told),
    sentences: [
      (call) => `gave ${noun} to \`${shown(who)(call)}\` on \`${shown(bare(of))(call)}\``,
      (call) => `took ${noun} of \`${shown(who)(call)}\` on \`${shown(bare(of))(call)}\` away`,
    ],
  }
}

const FULL = right('permission', commandMailbox, 'MailboxPermission')
const FOLDER = right('folder permission', folderMailbox, 'MailboxFolderPermission')
const SENDER = right('permission to send as it', commandMailbox, 'RecipientPermission')

const ROLE: Lasting = {
  kind: 'persistence',
  subject: part(
    about('roles of', (call) => call.account),
    'assignment',
    (call) => first(ruleNames)(call),
  ),
  words: (call) => `assignment of role \`${shown(parameter('Role'))(call)}\``,
  remove: cmdlet('Remove-ManagementRoleAssignment', {
    Identity: (call) => parameter('Name')(call) ?? parameter('Identity')(call),
  }),
}

const GROUP: Lasting = {
  kind: 'persistence',
  subject: part(
    about('role group', (call) => parameter('Identity')(call)?.toLowerCase() ?? null),
    'member',
    (call) => parameter('Member')(call)?.toLowerCase() ?? null,
  ),
  words: (call) =>
    `member \`${shown(parameter('Member'))(call)}\` of role group \`${shown(parameter('Identity'))(call)}\``,
  remove: cmdlet('Remove-RoleGroupMember', { Identity: parameter('Identity'), Member: parameter('Member') }),
}

/** Rights on mailboxes, folders and addresses, and roles by which somebody gets them. */
export const RIGHT_CHANGES: Readonly<Record<string, CallChanges>> = {
  ...pair(FULL, 'Add-MailboxPermission', 'Remove-MailboxPermission'),
  ...pair(FOLDER, 'Add-MailboxFolderPermission', 'Remove-MailboxFolderPermission'),
  'Set-MailboxFolderPermission': replacing(
    'persistence',
    FOLDER.subject,
    (call) => `changed ${FOLDER.words(call)}`,
    FOLDER.remove,
  ),
  ...pair(SENDER, 'Add-RecipientPermission', 'Remove-RecipientPermission'),
  ...pair(ROLE, 'New-ManagementRoleAssignment', 'Remove-ManagementRoleAssignment'),
  ...pair(GROUP, 'Add-RoleGroupMember', 'Remove-RoleGroupMember'),
}
