import type { Assessment } from '@verascope/core/assess/assessment'
import type { Range } from '@verascope/core/assess/said'
import { possiblyValid, sortedChanges, sortedOutflows, sortedRequests, sortedStores } from './order.ts'
import type { PlainRow } from './page.ts'
import { safeText } from './text.ts'

function bound(amount: number | string | null): string {
  return amount === null ? 'unbounded' : String(amount)
}

/** Both bounds for `--plain`. */
export function bounds(range: Range): string {
  return `${bound(range.lower)}..${bound(range.upper)}`
}

/** Lines for `--plain`: fields between tabs, controls shown as escapes, nothing shortened. */
export function plainText(rows: readonly PlainRow[]): string {
  return rows.map((row) => `${row.map((field) => safeText(field)).join('\t')}\n`).join('')
}

function storeRows(a: Assessment): readonly PlainRow[] {
  const head = [
    '#store',
    'verdict',
    'kind',
    'account',
    'region',
    'id',
    'name',
    'effects',
    'possible effects',
    'bytes sent',
    'bytes distinct',
    'first access',
    'last access',
    'because',
    'proof',
  ]
  const rows = sortedStores(a.stores).map((s) => [
    'store',
    s.verdict,
    s.kind,
    s.account,
    s.region,
    s.id,
    s.name,
    s.effects.join(','),
    s.possibleEffects.join(','),
    bounds(s.bytes.sent),
    bounds(s.bytes.distinct),
    s.firstAccess ?? '',
    s.lastAccess ?? '',
    s.because,
    s.proof,
  ])
  return [head, ...rows]
}

function accountRows(a: Assessment): readonly PlainRow[] {
  const head = ['#account', 'id', 'name', 'entered', 'first', 'last', 'regions', 'identities', 'because', 'proof']
  return [
    head,
    ...a.accounts.map((one) => [
      'account',
      one.id,
      one.name,
      one.entered,
      one.first ?? '',
      one.last ?? '',
      one.regions.join(','),
      one.by.join(','),
      one.because,
      one.proof,
    ]),
  ]
}

function outflowRows(a: Assessment): readonly PlainRow[] {
  const head = ['#destination', 'state', 'effect', 'store', 'to', 'from', 'until', 'event', 'ended by']
  return [
    head,
    ...sortedOutflows(a.stores).map(({ store, destination: d }) => [
      'destination',
      d.state,
      d.effect,
      store.id,
      d.to,
      d.from,
      d.until ?? '',
      d.event,
      d.endedBy ?? '',
    ]),
  ]
}

function requestRows(a: Assessment): readonly PlainRow[] {
  const head = ['#request', 'id', 'expires', 'source', 'command', 'because', 'settles']
  return [
    head,
    ...sortedRequests(a.requests).map((one) => [
      'request',
      one.id,
      one.expires ?? '',
      one.source,
      one.command,
      one.because,
      one.settles.join(','),
    ]),
  ]
}

/** The identities, one a line. */
function identityRows(identities: Assessment['identities'], word: string): readonly PlainRow[] {
  const head = [
    `#${word}`,
    'id',
    'kind',
    'link',
    'certain',
    'account',
    'principal',
    'calls',
    'first use',
    'last use',
    'validity',
    'because',
    'derived from',
    'proof',
  ]
  return [
    head,
    ...identities.map((one) => [
      word,
      one.id,
      one.kind,
      one.link,
      one.strict ? 'yes' : 'no',
      one.account,
      one.principal,
      String(one.events),
      one.firstUse ?? '',
      one.lastUse ?? '',
      one.validity.state,
      one.validity.because,
      one.derivedFrom.map((from) => `${from.id}@${from.event}`).join(','),
      one.proof,
    ]),
  ]
}

/** `scope --plain`: every row of everything that the table shows. */
export function scopeRows(a: Assessment): readonly PlainRow[] {
  return [
    ['scope', String(a.scopeVersion), a.window.from ?? '', a.window.to ?? '', a.evidenceCutoff ?? ''],
    ...Object.entries(a.accounting).map(([name, count]) => ['accounting', name, String(count)]),
    ...a.indicators.map((one) => ['indicator', one.ours ? 'ours' : 'actor', one.kind, one.value, String(one.events)]),
    ...a.contradictions.map((text) => ['contradiction', text]),
    ...accountRows(a),
    ...storeRows(a),
    ...outflowRows(a),
    ...identityRows(possiblyValid(a.identities), 'credential'),
    ...requestRows(a),
  ]
}

/** `trace --plain`. */
export function traceRows(a: Assessment, identities: Assessment['identities']): readonly PlainRow[] {
  return [
    ...identityRows(identities, 'identity'),
    ['#related', 'id', 'relation', 'calls', 'note'],
    ...a.related.map((one) => ['related', one.id, one.relation, String(one.events), one.note]),
  ]
}

/** `change --plain`. */
export function changeRows(a: Assessment): readonly PlainRow[] {
  const head = [
    '#change',
    'id',
    'state',
    'kind',
    'at',
    'what',
    'certain',
    'by',
    'account',
    'region',
    'event',
    'reverted by',
    'own work',
    'undo',
  ]
  return [
    head,
    ...sortedChanges(a.changes).map((one) => [
      'change',
      one.id,
      one.state,
      one.kind,
      one.at,
      one.what,
      one.strict ? 'yes' : 'no',
      one.by,
      one.account,
      one.region,
      one.event,
      one.revertedBy ?? '',
      one.ownWork ? 'yes' : 'no',
      one.undo,
    ]),
  ]
}
