import type { Assessment, RequestResult } from '@verascope/core/assess/assessment'
import { savingLine } from '@verascope/core/catalog/saved-answer'
import { sortedRequests } from './order.ts'
import type { PlainRow } from './page.ts'

/** A request with what it would help to settle, and the line to paste. */
export interface RequestRow extends RequestResult {
  /** Ids of undetermined stores. */
  readonly stores: readonly string[]
  /** Ids of accounts of which it is undetermined whether they were entered. */
  readonly accounts: readonly string[]
  /** The command as it is to be typed, so that its answer says what it was asked. */
  readonly paste: string
}

/** The requests of an assessment, what expires soonest first. */
export function requestRows({ requests, stores, accounts }: Assessment): readonly RequestRow[] {
  return sortedRequests(requests).map((request) => {
    const settles = new Set(request.settles)
    const idsOf = (rows: readonly { readonly id: string; readonly proof: string }[]): readonly string[] =>
      rows.filter(({ proof }) => settles.has(proof)).map(({ id }) => id)
    return { ...request, stores: idsOf(stores), accounts: idsOf(accounts), paste: savingLine(request) }
  })
}

/** `request list --plain`. */
export function plainRequests(rows: readonly RequestRow[]): readonly PlainRow[] {
  return [
    ['#request', 'id', 'expires', 'source', 'stores', 'accounts', 'command', 'because'],
    ...rows.map((one) => [
      ...['request', one.id, one.expires ?? '', one.source, one.stores.join(','), one.accounts.join(',')],
      ...[one.command, one.because],
    ]),
  ]
}
