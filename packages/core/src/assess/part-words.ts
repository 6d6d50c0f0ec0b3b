import type { Instant } from '../domain/instant.ts'
import { earliest } from '../domain/instant.ts'
import type { PartExposure } from '../exposure/parts.ts'
import type { TouchGroup } from '../facts/port.ts'
import { becauseOf, usesWords } from './store-words.ts'
import { EFFECT_WORDS, when } from './words.ts'

/** A part of a store in a sentence. */
export function partWords({ of, kind, prefix }: PartExposure): string {
  const store = `\`${of.store.name}\` (${of.store.kind})`
  switch (kind) {
    case 'whole':
      return store
    case 'prefix':
      return `What begins with \`${prefix}\` in ${store}`
    case 'rest':
      return `What has no prefix of its own in ${store}`
    case 'unnamed':
      return `What calls on ${store} did without naming an object`
  }
}

function accessWords(accesses: readonly TouchGroup[]): string {
  const shown = [...new Set(accesses.map((group) => EFFECT_WORDS[group.effect]))].join(', ')
  const first = accesses.reduce<Instant | null>((least, group) => earliest(least, group.first), null)
  const at = first === null ? '' : `, first ${when(first, first)}`
  return `${shown}: ${usesWords(accesses)} of the actor${at}`
}

const NEVER_SEEN = '; no call in evidence names anything in it, so that it is written so is the word of the owners map'

/** One sentence on why the verdict of a part is what it is. */
export function partBecause(part: PartExposure): string {
  const { of, kind, verdict, unnamed, doubts } = part
  if (kind === 'whole') return becauseOf(of)
  switch (verdict.kind) {
    case 'accessed':
      return accessWords(verdict.proof)
    case 'untouched':
      return `the record of its store is complete, and no call of the actor or of anybody in doubt is of it${part.seen || kind !== 'prefix' ? '' : NEVER_SEEN}`
    case 'unreachable':
      return 'no credential of the actor could reach its store'
    case 'undetermined': {
      const effects = [...new Set(unnamed.filter((one) => one.outcome === 'ok').map((one) => one.effect))].join(', ')
      if (effects !== '') return `calls that name no object may have been of it (${effects})`
      return (
        doubts[0]?.because ??
        'no call of the actor names anything in it, and the record of its store is not proven whole'
      )
    }
  }
}
