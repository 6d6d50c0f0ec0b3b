import type { Touch } from '../domain/touch.ts'
import { byPartGroup, byPartVolume } from './answer-order.ts'
import { groupBy } from './group.ts'
import { spanOf } from './order.ts'
import { type AskedParts, type PartName, partKeys, partNameOf, prefixesBy } from './part-names.ts'
import { partTaken } from './part-taken.ts'
import type { PartGroup, PartVolume } from './port.ts'
import type { Standing } from './selection.ts'
import { isRead, volumeOf } from './volume.ts'

type Judged = Touch & { readonly standing: Standing }
type InPart = Judged & { readonly of: PartName }

/** The parts of which a listing shows names, or which a call took with what is around them, although its beginning is shorter than theirs. */
function partsInside({ object, payload, store }: Touch, prefixes: readonly string[]): readonly PartName[] {
  if ((payload !== 'listing' && payload !== 'part') || object === null) return []
  const inside = prefixes.filter((prefix) => prefix !== object && prefix.startsWith(object))
  return inside.map((prefix) => ({ storeId: store.id, prefix, named: true }))
}

function within(
  touches: readonly Judged[],
  parts: readonly AskedParts[],
  partsOf: (touch: Judged, prefixes: readonly string[]) => readonly PartName[],
): readonly InPart[] {
  const asked = prefixesBy(parts)
  return touches.flatMap((touch) => {
    const prefixes = asked.get(touch.store.id)
    if (prefixes === undefined || touch.effect === 'named') return []
    return partsOf(touch, prefixes).map((of): InPart => ({ ...touch, of }))
  })
}

/**
 * The definition of `partTouches`. A call is of the part of the object it names; one that lists or takes all that begins in one way is
 * of every part whose prefix begins so as well. Each object that a call names counts as a call.
 */
export function partGroups(touches: readonly Judged[], parts: readonly AskedParts[]): readonly PartGroup[] {
  const inParts = within(touches, parts, (touch, prefixes) => [
    partNameOf(touch.store.id, touch.object, prefixes),
    ...partsInside(touch, prefixes),
  ])
  return groupBy(inParts, (one) => [
    ...partKeys(one.of),
    ...[one.standing, one.caller, one.effect, one.outcome, one.payload, one.grantee, partTaken(one)],
  ])
    .map((group): PartGroup => {
      const { of, standing, caller, effect, outcome, payload, grantee } = group[0]
      const called = { standing, caller, effect, outcome, payload, grantee, part: partTaken(group[0]) }
      return { ...of, ...called, ...spanOf(group) }
    })
    .sort(byPartGroup)
}

/** The definition of `partVolumes`: each call counts in one part, so that parts add up to their store. */
export function partVolumes(touches: readonly Judged[], parts: readonly AskedParts[]): readonly PartVolume[] {
  const read = within(touches.filter(isRead), parts, (touch, prefixes) => [
    partNameOf(touch.store.id, touch.object, prefixes),
  ])
  return groupBy(read, ({ of }) => partKeys(of))
    .map((group): PartVolume => ({ ...volumeOf(group[0].store.id, group), ...group[0].of }))
    .sort(byPartVolume)
}
