import type { EvidenceRow } from '../domain/evidence-row.ts'
import { formatInstant, plus, type Window } from '../domain/instant.ts'
import type { IdMaker } from '../domain/premise-graph.ts'
import { shellWord } from '../domain/shell-word.ts'
import { by } from '../facts/order.ts'
import type { AccountResult, RequestResult, StoreResult } from './assessment.ts'

const DAY = 86_400_000

/** What the requests are made for. */
export interface RequestInput {
  readonly evidenceKinds: readonly EvidenceRow[]
  readonly accounts: readonly AccountResult[]
  readonly stores: readonly StoreResult[]
  readonly window: Window
  readonly ids: IdMaker
}

/**
 * Fills in what is known; what is not stays a word to replace. THREAT: accounts and regions are texts from evidence, and people paste
 * commands: each goes in as one word of the shell.
 */
function filled(command: string, account: string, regions: readonly string[], window: Window): string {
  const values: ReadonlyMap<string, string> = new Map([
    ['account', shellWord(account)],
    ['region', regions[0] === undefined ? 'REGION' : shellWord(regions[0])],
    ['from', window.from === null ? 'FROM' : formatInstant(window.from)],
    ['to', window.to === null ? 'TO' : formatInstant(window.to)],
    ['trail', 'TRAIL'],
  ])
  return command.replaceAll(/\{(\w+)\}/g, (word, name: string) => values.get(name) ?? word)
}

/** The kinds of evidence that may be about an account: those that claim it, else those that claim none. */
function kindsFor(account: string, kinds: readonly EvidenceRow[]): readonly EvidenceRow[] {
  const own = kinds.filter((kind) => kind.isAccount?.(account) === true)
  return own.length > 0 ? own : kinds.filter((kind) => kind.isAccount === undefined)
}

/**
 * Lists the evidence that would settle what is open, for every account with something undetermined, what expires first on top.
 * The commands only read.
 */
export function listRequests({ evidenceKinds, accounts, stores, window, ids }: RequestInput): readonly RequestResult[] {
  const requests = accounts.flatMap((account) => {
    const open = stores
      .filter((store) => store.account === account.id && store.verdict === 'undetermined')
      .map((store) => store.proof)
    const settles = account.entered === 'undetermined' ? [account.proof, ...open] : open
    if (settles.length === 0) return []
    return kindsFor(account.id, evidenceKinds)
      .flatMap((kind) => kind.requests)
      .map((request): RequestResult => {
        const command = filled(request.command, account.id, account.regions, window)
        const expires =
          request.keptDays === null || window.from === null
            ? null
            : formatInstant(plus(window.from, request.keptDays * DAY))
        return {
          id: ids.id('R', `${account.id} ${command}`),
          source: request.source,
          command,
          expires,
          because: request.because,
          settles,
        }
      })
  })
  // What expires at the same time stays in the order of the rows: most telling first.
  return [...requests].sort(by((one) => one.expires ?? '9999'))
}
