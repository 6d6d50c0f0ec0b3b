import { instantOfMillis, type Window } from '../domain/instant.ts'
import type { Channel, RecordedBy, StoreKind } from '../domain/service-row.ts'
import { ALWAYS, type Stretch } from '../domain/stretches.ts'
import type { StoreName } from '../domain/touch.ts'
import type { GapBook, GapDraft, GapKind } from './gap.ts'
import type { Place } from './record.ts'
import type { StoreRecord, WayRecord } from './store-record.ts'

const KINDS: Readonly<Record<RecordedBy, GapKind>> = {
  'management-events': 'unverified',
  'data-events': 'config-unknown',
  'best-effort-log': 'unverified',
  nothing: 'no-record',
}

const SOURCES: Readonly<Record<RecordedBy, string>> = {
  'management-events': 'management events',
  'data-events': 'data events',
  'best-effort-log': 'a log that may leave events out',
  nothing: 'no log',
}

function becauseOf({ way, recordedBy }: Channel): string {
  switch (recordedBy) {
    case 'management-events':
      return `an actor could come in by ${way}, and nothing in evidence proves that the management events are whole`
    case 'data-events':
      return `an actor could come in by ${way}, and nothing in evidence shows that data events were recorded for it throughout`
    case 'best-effort-log':
      return `an actor could come in by ${way}, and the log that records it may leave events out, so that nothing proves it whole`
    case 'nothing':
      return `an actor could come in by ${way}, which no log in evidence records`
  }
}

/** Fills a row's words in; a value that is not known, or not the same for all, is left as a word to replace. */
function filled(text: string, { id, name, account, region }: StoreName): string {
  return text
    .replaceAll('{id}', id)
    .replaceAll('{name}', name)
    .replaceAll('{account}', account ?? 'ACCOUNT')
    .replaceAll('{region}', region ?? 'REGION')
    .replaceAll('{trail}', 'TRAIL')
}

function unknownKind(store: StoreName, window: Window): GapDraft {
  return {
    kind: 'config-unknown',
    source: 'the catalogue',
    subject: store.kind,
    ...window,
    because: `this version does not know the ways into a store of kind ${store.kind}`,
    settledBy: 'a version of the catalogue that describes this kind of store',
  }
}

/** The same for all stores of a kind in one place: there may be many thousands, and what they lack is one thing. */
function unproven(channel: Channel, store: StoreName, window: Window): GapDraft {
  const { account, region, kind } = store
  return {
    kind: KINDS[channel.recordedBy],
    source: SOURCES[channel.recordedBy],
    subject: JSON.stringify([account, region, kind, channel.kind, channel.way]),
    ...window,
    because: becauseOf(channel),
    settledBy: filled(channel.settledBy, store),
    settlesAll: filled(channel.settledBy, { ...store, id: 'ID', name: 'NAME' }),
  }
}

/** The part of a shortfall that lies in a window, as a window; null where none does. */
function within({ from, to }: Stretch, window: Window): Window | null {
  const [start, end] = [window.from ?? ALWAYS.from, window.to === null ? ALWAYS.to : window.to + 1]
  const [first, last] = [Math.max(from, start), Math.min(to, end)]
  if (first >= last) return null
  return { from: instantOfMillis(first), to: instantOfMillis(last - 1) }
}

const SETTLED: Readonly<Record<GapKind, (log: string) => string>> = {
  'not-logged': () => 'the record of another log that was on and recorded this place then',
  'not-selected': () => 'the record of another log that took these events then',
  'not-delivered': (log) => `the missing files of ${log} from its place of delivery, or from a copy of it`,
  rejected: () => 'an undamaged copy of the same file',
  unverified: (log) => `the signed statements of ${log} on what it delivered, with their metadata and the public keys`,
  'config-unknown': (log) =>
    `answers of the provider on the settings of ${log} and of where it delivers to, with the time of asking`,
  'accessor-unknown': () => 'the word of whoever owns the credential',
  conflict: () => 'the file as the provider delivered it',
  'no-record': () => 'a log of another kind',
  public: () => 'the word of the owner on every address',
  tail: () => 'evidence from later',
}

/** What the logs lack for one way into a store: a gap for each log and stretch, the same for all stores of the place. */
function shortfallGaps({ needs }: WayRecord, place: Place, window: Window): readonly GapDraft[] {
  return (needs ?? []).flatMap(({ need, record }) =>
    record.shortfalls.flatMap(({ log, kind, stretch, because }): readonly GapDraft[] => {
      const when = within(stretch, window)
      const subject = JSON.stringify([place.account, place.region, need.class, need.source, need.resourceType, because])
      return when === null ? [] : [{ kind, source: log, subject, ...when, because, settledBy: SETTLED[kind](log) }]
    }),
  )
}

function gapsOfWay(way: WayRecord, { store, record, window, anyLog }: StoreGaps): readonly GapDraft[] {
  const { place } = record
  if (way.needs === null || place === null || !anyLog) return [unproven(way.channel, store, window)]
  return shortfallGaps(way, place, window)
}

/** A store whose record is not proven complete, and over which window. */
export interface StoreGaps {
  readonly store: StoreName
  readonly record: StoreRecord
  readonly window: Window
  /** Whether any log is known at all. */
  readonly anyLog: boolean
}

/** Notes the ways by which copies of a store's content leave no trace in its own record, and gives the ids of the gaps; none where there are none. */
export function copyGaps(
  { store, window }: Pick<StoreGaps, 'store' | 'window'>,
  kind: StoreKind | null,
  gaps: GapBook,
): readonly string[] {
  const copies = (kind?.channels ?? []).filter((channel) => channel.kind === 'neighbour')
  return copies.map((channel) => gaps.note(unproven(channel, store, window)))
}

/**
 * Notes why the record of a store is not proven complete, way by way, and gives the ids of the gaps; at least one, also where the
 * catalogue does not know the kind of store (null). Copies of the content are named as a way that leaves the dataset in doubt.
 */
export function channelGaps(input: StoreGaps, kind: StoreKind | null, gaps: GapBook): readonly [string, ...string[]] {
  const { store, record, window } = input
  const ofWays = record.ways.flatMap((way) => gapsOfWay(way, input)).map((gap) => gaps.note(gap))
  const [first = gaps.note(unknownKind(store, window)), ...rest] = [...ofWays, ...copyGaps(input, kind, gaps)]
  return [first, ...rest]
}
