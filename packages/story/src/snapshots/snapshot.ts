import { json, type StoryFile } from '../deliver/written.ts'
import type { Json } from '../json.ts'
import { iso, secondStamp } from '../time.ts'

export interface Answer {
  readonly account: string
  readonly region: string
  readonly at: number
  /** As typed, without the leading `aws`. */
  readonly command: string
  /** The file's name, without its ending. */
  readonly name: string
  readonly output: Json
}

/** An answer of the provider and, beside it, what it answers: the answers themselves name neither time nor subject. */
export function snapshot({ account, region, at, command, name, output }: Answer): readonly StoryFile[] {
  const path = `snapshots/${account}/${region}/${secondStamp(at)}-${name}.json`
  return [json(path, output), json(`${path}.meta.json`, { command: `aws ${command}`, at: iso(at), account, region })]
}
