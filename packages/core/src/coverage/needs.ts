import type { SelectionNeed } from '../domain/log-config.ts'
import type { Channel } from '../domain/service-row.ts'
import type { StoreName } from '../domain/touch.ts'
import type { Catalog } from '../facts/catalog.ts'

const ANY = { resourceType: null, resource: null, within: false } as const

function managementNeeds(sources: readonly string[]): readonly SelectionNeed[] {
  return sources.map((source) => ({ class: 'management', source, ...ANY }))
}

/** Calls that write among the management events of event sources. */
export function changeNeeds(sources: readonly string[]): readonly SelectionNeed[] {
  return managementNeeds(sources).map((need) => ({ ...need, writesOnly: true }))
}

function named(text: string, { id, name, account, region }: StoreName): string | null {
  const parts: Readonly<Record<string, string | null>> = { id, name, account, region }
  let isKnown = true
  const filled = text.replaceAll(/\{(\w+)\}/g, (whole, key: string) => {
    const value = parts[key] ?? null
    if (value === null) isKnown = false
    return value ?? whole
  })
  return isKnown ? filled : null
}

function dataNeeds({ selected = [] }: Channel, store: StoreName): readonly SelectionNeed[] | null {
  const needs = selected.flatMap(({ type, arn }): readonly SelectionNeed[] => {
    const resource = named(arn, store)
    return resource === null
      ? []
      : [{ class: 'data', source: null, resourceType: type, resource, within: resource.endsWith('/') }]
  })
  return selected.length === 0 || needs.length < selected.length ? null : needs
}

/**
 * The events that would show that one way into a store was used, all of them; null where no selector is known to take them, or
 * nothing records it.
 */
export function needsOf(channel: Channel, store: StoreName, catalog: Catalog): readonly SelectionNeed[] | null {
  switch (channel.recordedBy) {
    case 'nothing':
      return null
    case 'data-events':
      return dataNeeds(channel, store)
    case 'management-events': {
      const sources = catalog.managedBy.get(store.kind) ?? []
      return sources.length === 0 ? null : managementNeeds(sources)
    }
  }
}
