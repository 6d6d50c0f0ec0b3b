import { type Catalog, plainName } from '../facts/catalog.ts'
import { by } from '../facts/order.ts'
import type { CallGroup } from '../facts/port.ts'
import type { CallResult } from './assessment.ts'
import { timeOf } from './words.ts'

/** Whether a row of the catalogue says what an API does to stores, to the account or to credentials. */
function isDescribed(catalog: Catalog, source: string, name: string): boolean {
  const plain = plainName(name)
  const rows = catalog.services.get(source) ?? []
  const inServices = rows.some((row) =>
    [name, plain].some((one) => Object.hasOwn(row.actions, one) || Object.hasOwn(row.changes, one)),
  )
  return inServices || catalog.credentials.has(`${source} ${plain}`)
}

interface Sum {
  readonly result: CallResult
}

function merged(known: Sum | undefined, group: CallGroup): Sum {
  const failed = group.outcome === 'failed' ? group.events : 0
  const [first, last] = [timeOf(group.first) ?? '', timeOf(group.last) ?? '']
  if (known === undefined) {
    const { account, region, source, name, caller, events } = group
    return {
      result: {
        account,
        region,
        source,
        name,
        by: caller,
        strict: group.standing === 'strict',
        events,
        failed,
        first,
        last,
      },
    }
  }
  const { result } = known
  return {
    result: {
      ...result,
      events: result.events + group.events,
      failed: result.failed + failed,
      first: first < result.first ? first : result.first,
      last: last > result.last ? last : result.last,
    },
  }
}

/**
 * Lists the actor's calls that no row of the catalogue describes: reading of configuration (reconnaissance) and whatever the
 * catalogue does not know. They are shown because an effect that nobody described would otherwise vanish. So would what the actor
 * tried in vain where no row can name its subject: failed calls are listed whether they are described or not.
 */
export function undescribedCalls(groups: readonly CallGroup[], catalog: Catalog): readonly CallResult[] {
  const map = new Map<string, Sum>()
  for (const group of groups) {
    if (group.outcome !== 'failed' && isDescribed(catalog, group.source, group.name)) continue
    const key = JSON.stringify([
      group.account,
      group.region,
      group.source,
      group.name,
      group.caller,
      group.standing === 'strict',
    ])
    map.set(key, merged(map.get(key), group))
  }
  return [...map.values()]
    .map((sum) => sum.result)
    .sort(
      by(
        (one) => one.account,
        (one) => one.region,
        (one) => one.source,
        (one) => one.name,
        (one) => one.by,
        (one) => (one.strict ? 0 : 1),
      ),
    )
}
