import type { EvidenceRow } from '../domain/evidence-row.ts'
import { formatInstant, plus, type Window } from '../domain/instant.ts'
import type { IdMaker } from '../domain/premise-graph.ts'
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

function filled(command: string, account: string, regions: readonly string[], window: Window): string {
  const from = window.from === null ? 'FROM' : formatInstant(window.from)
  const to = window.to === null ? 'TO' : formatInstant(window.to)
  return command
    .replaceAll('{account}', account)
    .replaceAll('{region}', regions[0] ?? 'REGION')
    .replaceAll('{from}', from)
    .replaceAll('{to}', to)
    .replaceAll('{trail}', 'TRAIL')
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
    return evidenceKinds
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
  return [...requests].sort(
    by(
      (one) => one.expires ?? '9999',
      (one) => one.command,
      (one) => one.id,
    ),
  )
}
