import { describe, expect, it } from 'vitest'
import { type JsonObject, parseJson } from '../../../domain/json.ts'
import { ALL_GRANTEES } from '../../../domain/service-row.ts'
import type { Touch } from '../../../domain/touch.ts'
import { arrangeCatalog } from '../../../facts/catalog.ts'
import { project } from '../../../facts/project.ts'
import { read } from '../../evidence/microsoft-365-audit/read.ts'
import { command, item } from './example-records.ts'
import row from './row.ts'

const CATALOG = arrangeCatalog([row], [])

/** A command as `Name {"Parameter":"value"}`, or an act of a program as `Name {...} item`. */
function touches(text: string): readonly Touch[] {
  const space = text.indexOf(' ')
  const name = text.slice(0, space)
  const isItem = text.endsWith(' item')
  const said = parseJson(text.slice(space, isItem ? -5 : undefined))
  const record = isItem ? item(name, said as object) : command(name, said as Record<string, string>)
  const found = read(JSON.parse(JSON.stringify(record)) as JsonObject)
  if (found.kind !== 'event') throw new Error('the record is not read')
  return project(found.event, { item: 'i', ordinal: 0, offset: 0, length: 0 }, 'h', CATALOG).touches
}

/** The grants that the first call opens and the second does not end. */
function standing(opens: string, ends: string): readonly string[] {
  const opened = touches(opens).filter((one) => one.grant === 'open')
  const closed = touches(ends).filter((one) => one.grant === 'close')
  if (opened.length === 0) throw new Error(`${opens} grants nothing`)
  const isEnded = (one: Touch): boolean =>
    closed.some(
      (other) =>
        other.store.id === one.store.id &&
        other.grantKey === one.grantKey &&
        [one.grantee, ALL_GRANTEES].includes(other.grantee ?? ''),
    )
  return opened.filter((one) => !isEnded(one)).map((one) => `${one.grantKey} to ${one.grantee}`)
}

const FORWARD = 'New-InboxRule {"Name":"Rss","Mailbox":"dana@example.com","ForwardTo":"out@example.net"}'
const RULE_BY_PROGRAM =
  'UpdateInboxRules {"OperationProperties":{"RuleOperation":"AddMailboxRule","RuleName":"Rss","RuleState":"Enabled","RuleActions":"[{\\"ActionType\\":\\"Redirect\\",\\"Recipients\\":[\\"out@example.net\\"]}]"}} item'

describe('what sends mail on or lets somebody in, and what ends it', () => {
  it.each([
    [FORWARD, 'Remove-InboxRule {"Identity":"DANA@example.com\\\\rss"}'],
    [FORWARD, 'Disable-InboxRule {"Identity":"Rss","Mailbox":"Dana@example.com"}'],
    [FORWARD, 'Set-InboxRule {"Identity":"Rss","Mailbox":"dana@example.com","ForwardTo":""}'],
    [
      RULE_BY_PROGRAM,
      'UpdateInboxRules {"OperationProperties":{"RuleOperation":"DeleteMailboxRule","RuleName":"rss"}} item',
    ],
    [
      'Set-Mailbox {"Identity":"dana","ForwardingAddress":"eve"}',
      'Set-Mailbox {"Identity":"Dana","ForwardingAddress":""}',
    ],
    [
      'New-TransportRule {"Name":"T","CopyTo":"a@example.net","BlindCopyTo":"b@example.net"}',
      'Disable-TransportRule {"Identity":"T"}',
    ],
    ['Set-TransportRule {"Identity":"T","RedirectMessageTo":"a@example.net"}', 'Remove-TransportRule {"Identity":"t"}'],
    [
      'Set-TransportRule {"Identity":"T","RedirectMessageTo":"a@example.net"}',
      'Set-TransportRule {"Identity":"T","Enabled":"False"}',
    ],
    ['New-JournalRule {"Name":"J","JournalEmailAddress":"a@example.net"}', 'Remove-JournalRule {"Identity":"J"}'],
    [
      'Add-MailboxPermission {"Identity":"dana@example.com","User":"eve@example.com"}',
      'Remove-MailboxPermission {"Identity":"Dana@example.com","User":"EVE@example.com"}',
    ],
    [
      'Add-MailboxFolderPermission {"Identity":"dana@example.com:\\\\Inbox","User":"eve"}',
      'Set-MailboxFolderPermission {"Identity":"dana@example.com:\\\\inbox","User":"eve","AccessRights":"None"}',
    ],
    [
      'Add-RecipientPermission {"Identity":"dana@example.com","Trustee":"eve"}',
      'Remove-RecipientPermission {"Identity":"dana@example.com","Trustee":"eve"}',
    ],
    [
      'Set-Mailbox {"Identity":"dana@example.com","GrantSendOnBehalfTo":"eve"}',
      'Set-Mailbox {"Identity":"dana@example.com","GrantSendOnBehalfTo":""}',
    ],
  ])('ends: %s | %s', (opens, ends) => {
    expect(standing(opens, ends)).toEqual([])
  })

  it.each([
    [FORWARD, 'Remove-InboxRule {"Identity":"Other","Mailbox":"dana@example.com"}'],
    [FORWARD, 'Remove-InboxRule {"Identity":"Rss","Mailbox":"eve@example.com"}'],
    [FORWARD, 'Set-InboxRule {"Identity":"Rss","Mailbox":"dana@example.com","RedirectTo":"in@example.com"}'],
    [FORWARD, 'Set-InboxRule {"Identity":"Rss","Mailbox":"dana@example.com","Priority":"1"}'],
    [
      'Set-Mailbox {"Identity":"dana","ForwardingAddress":"eve"}',
      'Set-Mailbox {"Identity":"dana","AuditEnabled":"False"}',
    ],
    [
      'Set-TransportRule {"Identity":"T","RedirectMessageTo":"a@example.net"}',
      'Set-TransportRule {"Identity":"T","Enabled":"True"}',
    ],
    [
      'Add-MailboxPermission {"Identity":"dana@example.com","User":"eve@example.com"}',
      'Remove-MailboxPermission {"Identity":"dana@example.com","User":"bob@example.com"}',
    ],
  ])('stands: %s | %s', (opens, ends) => {
    expect(standing(opens, ends).length).toBeGreaterThan(0)
  })
})

describe('people paste the undoing of a change', () => {
  const bad = "x'; Remove-Item C:\\ # \u2019; Remove-Item D:\\ #"
  it.each([
    command('New-InboxRule', { Name: bad, Mailbox: `${bad}@example.com`, ForwardTo: bad }),
    command('Set-Mailbox', { Identity: bad, ForwardingSmtpAddress: bad, AuditEnabled: 'False' }),
    command('Add-MailboxPermission', { Identity: bad, User: bad }),
    command('New-TransportRule', { Name: bad, CopyTo: bad }),
    command('Add-RoleGroupMember', { Identity: bad, Member: bad }),
  ])('no text of the evidence leaves its quotes: %o', (record) => {
    const found = read(JSON.parse(JSON.stringify(record)) as JsonObject)
    if (found.kind !== 'event') throw new Error('the record is not read')
    const { changes } = project(found.event, { item: 'i', ordinal: 0, offset: 0, length: 0 }, 'h', CATALOG)
    expect(changes.length).toBeGreaterThan(0)
    for (const { undo } of changes) {
      const bare = undo.replace(/'(?:[^'\u2018\u2019]|(['\u2018\u2019])\1)*'/g, '')
      expect(bare).not.toContain('Remove-Item')
    }
  })
})
