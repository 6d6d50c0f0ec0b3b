import type { StoreResult } from '@verascope/core/assess/assessment'

/** What was done, and apart from it what may have been done. */
export function effectsText({ effects, possibleEffects }: Pick<StoreResult, 'effects' | 'possibleEffects'>): string {
  const possible = possibleEffects.filter((effect) => !effects.includes(effect))
  const sure = effects.join(', ')
  if (possible.length === 0) return sure === '' ? 'none seen' : sure
  return `${sure === '' ? '' : `${sure}; `}possibly ${possible.join(', ')}`
}
