import type { EventSelector, SelectionNeed, SelectorCondition } from '../domain/log-config.ts'

/** A text that is known, or known to begin so; null where it may be anything. */
type Known = { readonly text: string; readonly within: boolean } | null

function knownOf(field: SelectorCondition['field'], need: SelectionNeed, readOnly: boolean): Known {
  const exact = (text: string | null): Known => (text === null ? null : { text, within: false })
  switch (field) {
    case 'class':
      return exact(need.class)
    case 'resource-type':
      return exact(need.resourceType)
    case 'read-only':
      return exact(String(readOnly))
    case 'source':
      return exact(need.source)
    case 'resource':
      return need.resource === null ? null : { text: need.resource, within: need.within }
    case 'other':
      return null
  }
}

/** Whether every text that is so known meets a condition. */
function isMet(condition: SelectorCondition, known: Known): boolean {
  const { equals, startsWith, endsWith, notEquals, notStartsWith, notEndsWith } = condition
  const asks = [equals, startsWith, endsWith, notEquals, notStartsWith, notEndsWith].some((values) => values.length > 0)
  if (known === null) return !asks
  const { text, within } = known
  const meets = (values: readonly string[], holds: (value: string) => boolean): boolean =>
    values.length === 0 || values.some(holds)
  return (
    meets(equals, (value) => !within && value === text) &&
    meets(startsWith, (value) => text.startsWith(value)) &&
    meets(endsWith, (value) => !within && text.endsWith(value)) &&
    !notEquals.some((value) => (within ? value.startsWith(text) : value === text)) &&
    !notStartsWith.some((value) => text.startsWith(value) || (within && value.startsWith(text))) &&
    !notEndsWith.some((value) => within || text.endsWith(value))
  )
}

function takes({ conditions }: EventSelector, need: SelectionNeed, readOnly: boolean): boolean {
  return conditions.every((condition) => isMet(condition, knownOf(condition.field, need, readOnly)))
}

/**
 * Whether selectors take every event of a need, whoever causes it: reads by one of them and writes by one (coverage.md 2.3). A
 * condition that drops some, or that cannot be judged, makes a selector take none.
 */
export function takesAll(selectors: readonly EventSelector[], need: SelectionNeed): boolean {
  const halves = need.writesOnly === true ? [false] : [true, false]
  return halves.every((readOnly) => selectors.some((selector) => takes(selector, need, readOnly)))
}
