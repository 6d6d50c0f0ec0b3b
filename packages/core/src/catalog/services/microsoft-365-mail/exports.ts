import type { TextsOf } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { type Json, pick, pickText } from '../../../domain/json.ts'
import type { Action, StoreAt } from '../../../domain/service-row.ts'
import { WHOLE_MAILBOX } from './items.ts'
import { callerMailbox, commandMailbox, everyMailbox, named, orAny, parameter } from './names.ts'

const ANY = /^(?:all|\*)$/i

/** The places that a search looks in, as its record or its command names them. */
function places(call: CallEvent): readonly string[] {
  const texts = (value: Json | undefined): readonly string[] => {
    if (typeof value === 'string') return value.split(/[;,]/).flatMap((one) => one.trim() || [])
    return Array.isArray(value) ? value.flatMap((one: Json) => texts(one)) : []
  }
  return ['ExchangeLocations', 'Parameters.ExchangeLocation'].flatMap((path) => texts(pick(call.request, path)))
}

/** The mailboxes that a search names one by one; none where it looks in all, or the record leaves them out. */
const searched: TextsOf = (call) => {
  const found = places(call)
  const isNamed = found.length > 0 && found.every((one) => one.includes('@')) && !found.some((one) => ANY.test(one))
  return isNamed ? found.flatMap((one) => named(call, one)) : []
}

const anyOf: TextsOf = (call) => (searched(call).length > 0 ? [] : everyMailbox(call))

const NAMED: StoreAt = { kind: 'mailbox', at: searched }
const UNNAMED: StoreAt = { kind: 'mailbox-set', at: anyOf }

/** An act on what a search found: in the mailboxes that it names, else in any of the tenant. */
function onFound(act: Pick<Action, 'effect'> & Partial<Action>): readonly Action[] {
  const object = (call: CallEvent): string | null =>
    parameter('SearchName')(call) ?? pickText(call.request, 'ObjectId') ?? pickText(call.request, 'Case')
  const base: Omit<Action, 'on' | 'names'> = { logged: 'management', object, ...act }
  return [
    { ...base, on: NAMED, names: 'list' },
    { ...base, on: UNNAMED, names: 'set' },
  ]
}

const has =
  (name: string) =>
  (call: CallEvent): boolean =>
    pick(call.request, `Parameters.${name}`) !== undefined

const EXPORTED = onFound({ effect: 'copied-out', payload: 'object' })
const SHOWN = onFound({ effect: 'read', payload: 'object' })
const FOUND = onFound({ effect: 'listed', payload: 'listing' })
const PURGED = onFound({ effect: 'destroyed' })

function only(actions: readonly Action[], when: (call: CallEvent) => boolean): readonly Action[] {
  return actions.map((action) => ({ ...action, when }))
}

/** Searches for content and what is done with what they find, and exports of single mailboxes. */
export const EXPORT_ACTIONS: Readonly<Record<string, Action | readonly Action[]>> = {
  'New-MailboxExportRequest': orAny({
    ...{ logged: 'management', on: { kind: 'mailbox', at: commandMailbox }, names: 'one' },
    ...{ effect: 'copied-out', payload: 'part', objects: () => [WHOLE_MAILBOX] },
    to: parameter('FilePath'),
  }),
  'New-ComplianceSearchAction': [
    ...only(EXPORTED, has('Export')),
    ...only(SHOWN, has('Preview')),
    ...only(PURGED, has('Purge')),
  ],
  SearchStarted: FOUND,
  SearchPreviewed: SHOWN,
  ViewedSearchPreviewed: SHOWN,
  PreviewItemDownloaded: SHOWN,
  PreviewItemRendered: SHOWN,
  SearchExported: EXPORTED,
  SearchExportDownloaded: EXPORTED,
  SearchResultsPurged: PURGED,
  // Somebody searches in the own mailbox.
  SearchQueryInitiatedExchange: {
    ...{
      logged: 'data',
      on: { kind: 'mailbox', at: callerMailbox },
      names: 'one',
      effect: 'listed',
      payload: 'listing',
    },
    object: ['request.QueryText'],
  },
}
