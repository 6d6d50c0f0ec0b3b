import { gunzipSync } from 'node:zlib'
import story from '../../../../cases/seventy-one-owners/story.ts'
import { type Json, listAt } from '../json.ts'
import { type Minted, mint, play } from '../mint.ts'
import type { Played } from '../play/played.ts'
import type { Store } from '../world/model.ts'
import { type Request, requestsTo } from './wires.ts'

// The case with every kind of witness, minted once for the tests of all of them.

export const minted: Minted = mint(story)
export const played: Played = play(story)

/** The lines of every file whose path has a part in it; sidecars only where the part says so. */
export function linesOf(part: string): readonly string[] {
  return minted.files
    .filter(({ path }) => path.includes(part) && path.endsWith('.meta.json') === part.endsWith('.meta.json'))
    .flatMap(({ path, bytes }) => {
      const text = path.endsWith('.gz') ? gunzipSync(bytes) : Buffer.from(bytes)
      return text.toString().trimEnd().split('\n')
    })
}

/** The one answer whose path has a part in it. */
export function answer(part: string): Json {
  return JSON.parse(linesOf(part).join('\n'))
}

function storeNamed(name: string): Store {
  const found = played.stage.stores.find((one) => one.name.startsWith(`${name}-`))
  if (found === undefined) throw new RangeError(`no store ${name}`)
  return found
}

export const web: Store = storeNamed('web-hosting')
export const requests: readonly Request[] = requestsTo(web, { calls: played.stage.calls, span: played.span })

export const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

/** The values of a metric by the hour, out of an answer. */
export function valuesOf(result: Json): ReadonlyMap<number, number> {
  const values = listAt(result, 'Values')
  return new Map(listAt(result, 'Timestamps').map((at, index) => [Date.parse(String(at)), Number(values[index])]))
}
