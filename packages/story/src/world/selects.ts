import type { AdvancedSelector, BasicSelector, FieldSelector, Selectors } from './trail.ts'

/** What a selector can look at. */
export interface EventFacts {
  readonly category: 'Management' | 'Data'
  readonly isReadOnly: boolean
  readonly source: string
  readonly name: string
  readonly eventType: string
  readonly userArn: string
  readonly fromConsole: boolean
  readonly resource: { readonly type: string; readonly arn: string } | null
}

function basicSelects(selector: BasicSelector, event: EventFacts): boolean {
  const direction = event.isReadOnly ? 'ReadOnly' : 'WriteOnly'
  if (selector.readWriteType !== 'All' && selector.readWriteType !== direction) return false
  if (event.category === 'Management') {
    return selector.includeManagementEvents && !selector.excludeManagementEventSources.includes(event.source)
  }
  const { resource } = event
  if (resource === null) return false
  return selector.dataResources.some(
    ({ type, values }) => type === resource.type && values.some((value) => resource.arn.startsWith(value)),
  )
}

function fieldOf(event: EventFacts, field: string): string | null {
  switch (field) {
    case 'eventCategory':
      return event.category
    case 'readOnly':
      return String(event.isReadOnly)
    case 'eventSource':
      return event.source
    case 'eventName':
      return event.name
    case 'eventType':
      return event.eventType
    case 'userIdentity.arn':
      return event.userArn
    case 'sessionCredentialFromConsole':
      return String(event.fromConsole)
    case 'resources.type':
      return event.resource?.type ?? null
    case 'resources.ARN':
      return event.resource?.arn ?? null
    default:
      throw new RangeError(`no selector looks at ${field}`)
  }
}

/** Positive lists want one match, negative ones forbid all. */
function conditionHolds(condition: FieldSelector, value: string): boolean {
  const some = (list: readonly string[] | undefined, test: (one: string) => boolean): boolean | null =>
    list === undefined ? null : list.some(test)
  const positive = [
    some(condition.equals, (one) => value === one),
    some(condition.startsWith, (one) => value.startsWith(one)),
    some(condition.endsWith, (one) => value.endsWith(one)),
  ].filter((answer) => answer !== null)
  const negative = [
    some(condition.notEquals, (one) => value === one),
    some(condition.notStartsWith, (one) => value.startsWith(one)),
    some(condition.notEndsWith, (one) => value.endsWith(one)),
  ]
  return (positive.length === 0 || positive.includes(true)) && !negative.includes(true)
}

function advancedSelects(selector: AdvancedSelector, event: EventFacts): boolean {
  return selector.fieldSelectors.every((condition) => {
    const value = fieldOf(event, condition.field)
    return value !== null && conditionHolds(condition, value)
  })
}

/** Whether selectors let an event through. */
export function selects(selectors: Selectors, event: EventFacts): boolean {
  return selectors.kind === 'basic'
    ? selectors.basic.some((selector) => basicSelects(selector, event))
    : selectors.advanced.some((selector) => advancedSelects(selector, event))
}
