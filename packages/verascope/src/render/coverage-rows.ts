import type { CoverageTable } from '@verascope/core/assess/coverage-table'
import type { StoreCoverage } from '@verascope/core/assess/store-coverage'
import type { PlainRow } from './page.ts'

/** `coverage --plain`: a row for each log, place, class of events and day. */
export function coverageRows({ rows }: CoverageTable): readonly PlainRow[] {
  return [
    ['#coverage', 'source', 'account', 'region', 'events', 'day', 'share', 'reasons'],
    ...rows.flatMap(({ source, account, region, events, days }) =>
      days.map(({ day, share, reasons }) => [
        ...['coverage', source ?? '', account, region, events, day, String(share)],
        reasons.map(({ kind, from, to, because }) => `${kind} ${from ?? ''}/${to ?? ''} ${because}`).join('; '),
      ]),
    ),
  ]
}

/** `coverage --store --plain`: the ways in, what the logs recorded of them, and who else was in. */
export function storeCoverageRows(stores: readonly StoreCoverage[]): readonly PlainRow[] {
  return [
    ['#way', 'store', 'way', 'recordedBy', 'complete', 'assumptions'],
    ['#events', 'store', 'way', 'events', 'by', 'from', 'to', 'kind', 'because'],
    ['#accessor', 'store', 'caller', 'first', 'last', 'calls', 'accounted', 'because', 'settledBy'],
    ...stores.flatMap(({ store, ways, accessors }) => [
      ...ways.flatMap((one) => [
        ['way', store, one.way, one.recordedBy, String(one.isComplete), one.assumptions.join(',')],
        ...one.events.flatMap(({ events, by, complete, reasons }) => [
          ...complete.map((span) => [
            ...['events', store, one.way, events, by.join(',')],
            ...[span.from ?? '', span.to ?? '', 'complete', ''],
          ]),
          ...reasons.map((reason) => [
            ...['events', store, one.way, events, reason.source],
            ...[reason.from ?? '', reason.to ?? '', reason.kind, reason.because],
          ]),
        ]),
      ]),
      ...accessors.map((one) => [
        ...['accessor', store, one.caller, one.first ?? '', one.last ?? '', String(one.calls), String(one.accounted)],
        ...[one.because, one.settledBy ?? ''],
      ]),
    ]),
  ]
}
