import type { Window } from '../domain/instant.ts'
import type { Channel, StoreKind } from '../domain/service-row.ts'
import type { StoreName } from '../domain/touch.ts'
import type { GapBook, GapDraft, GapKind } from './gap.ts'

const KINDS: Readonly<Record<Channel['recordedBy'], GapKind>> = {
  'management-events': 'unverified',
  'data-events': 'config-unknown',
  nothing: 'no-record',
}

const SOURCES: Readonly<Record<Channel['recordedBy'], string>> = {
  'management-events': 'management events',
  'data-events': 'data events',
  nothing: 'no log',
}

function becauseOf({ way, recordedBy }: Channel): string {
  switch (recordedBy) {
    case 'management-events':
      return `an actor could come in by ${way}, and nothing in evidence proves that the management events are whole`
    case 'data-events':
      return `an actor could come in by ${way}, and nothing in evidence shows that data events were recorded for it throughout`
    case 'nothing':
      return `an actor could come in by ${way}, which no log in evidence records`
  }
}

/** Fills a row's words in; a value that is not known is left as a word to replace. */
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
    subject: JSON.stringify([store.id, store.kind]),
    ...window,
    because: `this version does not know the ways into a store of kind ${store.kind}: ${store.name}`,
    settledBy: 'a version of the catalogue that describes this kind of store',
  }
}

/**
 * Notes one gap for every way into a store whose record is not proven complete, and gives their ids; at least one, also where the
 * catalogue does not know the kind of store (null). No way in is proven complete yet: that takes log configuration and delivery
 * proofs, which no stage reads.
 */
export function channelGaps(
  store: StoreName,
  kind: StoreKind | null,
  window: Window,
  gaps: GapBook,
): readonly [string, ...string[]] {
  const [first = unknownKind(store, window), ...rest] = (kind?.channels ?? []).map(
    (channel): GapDraft => ({
      kind: KINDS[channel.recordedBy],
      source: SOURCES[channel.recordedBy],
      subject: JSON.stringify([store.id, channel.kind, channel.way]),
      ...window,
      because: `${becauseOf(channel)}: ${store.name}`,
      settledBy: filled(channel.settledBy, store),
    }),
  )
  return [gaps.note(first), ...rest.map((gap) => gaps.note(gap))]
}
