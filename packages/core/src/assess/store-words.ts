import type { StoreExposure } from '../exposure/stores.ts'
import type { StoreUse, TouchGroup, WitnessSource } from '../facts/port.ts'
import { counted, EFFECT_WORDS, when } from './words.ts'

/** What equal calls did, how often and when, in words. */
export function doingOf(group: StoreUse): string {
  const part = group.part === null ? '' : `all of \`${group.part}\` in `
  const target = `${part}\`${group.store.name}\``
  const to = group.grantee === null ? '' : ` to \`${group.grantee}\``
  const seen = witnessOf(group)
  const times = `${counted(group.events, seen === null ? 'call' : 'record')} ${when(group.first, group.last)}${seen === null ? '' : `, as ${seen.evidence} shows`}`
  if (group.outcome === 'failed')
    return `\`${group.caller}\` tried and failed: the call would have ${EFFECT_WORDS[group.effect]} ${target} (${times})`
  return `\`${group.caller}\` ${EFFECT_WORDS[group.effect]} ${target}${to} (${times})`
}

/** What shows equal calls, where no record of calls does. */
export function witnessOf(group: StoreUse | TouchGroup): WitnessSource | null {
  return 'witness' in group && group.witness !== undefined ? group.witness : null
}

/** How many calls show an access; where no record of calls does, how many records of what evidence. They are never added up. */
export function usesWords(proof: readonly TouchGroup[]): string {
  const calls = proof.filter((group) => witnessOf(group) === null)
  const sumOf = (groups: readonly TouchGroup[]): number => groups.reduce((sum, group) => sum + group.events, 0)
  if (calls.length > 0) return counted(sumOf(calls), 'successful call')
  const kinds = [...new Set(proof.flatMap((group) => witnessOf(group)?.evidence ?? []))].sort()
  return `${counted(sumOf(proof), 'record')} (${kinds.join(', ')})`
}

/** One sentence on why the verdict of a store is what it is. */
export function becauseOf(exposure: StoreExposure): string {
  const { verdict, effects, possibleEffects } = exposure
  if (verdict.kind === 'accessed') {
    const first = verdict.proof.reduce(
      (least, group) => (group.first < least ? group.first : least),
      verdict.proof[0].first,
    )
    const shown = [...new Set(verdict.proof.map((group) => EFFECT_WORDS[group.effect]))].join(', ')
    const parts = [...new Set(verdict.proof.flatMap((group) => group.part ?? []))].sort()
    const whole = parts.length === 0 ? '' : `; all of ${parts.map((part) => `\`${part}\``).join(', ')}`
    return `${shown}: ${usesWords(verdict.proof)} of the actor, first ${when(first, first)}${whole}`
  }
  if (verdict.kind === 'untouched')
    return effects.includes('attempted')
      ? 'its record is complete: the actor tried and failed, and everybody else in it is accounted for'
      : 'its record is complete, and no call of the actor is in it'
  if (exposure.doubts.length > 0 && exposure.pieces.some((piece) => piece.verdict === 'untouched'))
    return `its record is complete in part, and ${exposure.doubts[0]?.because ?? 'somebody in it is not accounted for'}`
  if (exposure.pieces.some((piece) => piece.verdict === 'untouched'))
    return 'its record is proven whole for a part of the window only'
  if (exposure.bySets.length > 0)
    return `the actor acted on a set that it may belong to (${possibleEffects.join(', ')}); the record does not show the members`
  if (exposure.earlierGrants.length > 0)
    return `a grant that the actor opened before the window stood in it (${possibleEffects.join(', ')})`
  if (possibleEffects.length > 0) return `only calls that may be the actor's touched it (${possibleEffects.join(', ')})`
  if (effects.includes('attempted')) return 'the actor tried and failed; other ways in are not shown to be untouched'
  if (effects.length > 0)
    return `the actor's calls did not read it (${effects.join(', ')}), but its record is not proven whole`
  return 'no call of the actor that reads or changes it is recorded, and its record is not proven whole'
}
