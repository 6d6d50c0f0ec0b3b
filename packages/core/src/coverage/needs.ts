import type { SelectionNeed } from '../domain/log-config.ts'
import type { Channel, Governed } from '../domain/service-row.ts'
import type { StoreName } from '../domain/touch.ts'
import type { Catalog } from '../facts/catalog.ts'

const ANY = { resourceType: null, resource: null, within: false } as const

function managementNeeds(sources: readonly string[], { recordedIn }: Catalog): readonly SelectionNeed[] {
  return sources.map((source) => ({
    ...{ class: 'management', source, ...ANY },
    ...(recordedIn.has(source) ? { global: true } : {}),
  }))
}

/** Calls that write among the management events of the event sources whose calls change what is governed. */
export function changeNeeds(governed: Governed, catalog: Catalog): readonly SelectionNeed[] {
  return managementNeeds(catalog.governing.get(governed) ?? [], catalog).map((need) => ({ ...need, writesOnly: true }))
}

function dataNeeds({ selected }: Channel, store: StoreName): readonly SelectionNeed[] | null {
  const needs = (selected?.(store) ?? []).map(
    ({ type, arn }): SelectionNeed => ({
      ...{ class: 'data', source: null, resourceType: type, resource: arn, within: arn.endsWith('/') },
    }),
  )
  return needs.length === 0 ? null : needs
}

/**
 * The events that would show that one way into a store was used, all of them; null where no selector is known to take them, or
 * nothing records it that could be whole.
 */
export function needsOf(channel: Channel, store: StoreName, catalog: Catalog): readonly SelectionNeed[] | null {
  switch (channel.recordedBy) {
    case 'nothing':
    case 'best-effort-log':
      return null
    case 'data-events':
      return dataNeeds(channel, store)
    case 'management-events': {
      const sources = catalog.managedBy.get(store.kind) ?? []
      return sources.length === 0 ? null : managementNeeds(sources, catalog)
    }
  }
}
