import type { Minted } from './mint.ts'
import { opinionOf, type StoreOpinion } from './opinion/opinion.ts'

/** The second opinion on a story, asked as its responder would. */
export function ask({ files, truth }: Minted): readonly StoreOpinion[] {
  const window = { from: Date.parse(truth.window.from), to: Date.parse(truth.window.to) }
  const ours = truth.indicators.filter(({ isOurs }) => isOurs).map(({ value }) => value)
  const named = truth.indicators.filter(({ isOurs }) => !isOurs)
  const seeds = named.map(({ value, from }) => ({ value, from: from === null ? 0 : Date.parse(from) }))
  return opinionOf(files, { window, seeds, ours, stores: truth.stores })
}
