import { partitionOf } from './arn.ts'
import type { Asked } from './evidence-row.ts'

/** What to do about an answer that does not say what it is of. */
export const SAVE_THE_COMMAND =
  'save the command, the time, the account and the region beside it as <file>.meta.json, or give --taken-at with --account and --region'

/** The value of an option in the command that an answer was asked by, such as `--bucket`; null where it has none. */
export function optionIn(asked: Asked | null, option: string): string | null {
  const words = (asked?.command ?? '').slice(0, 4_096).split(/\s+/)
  const at = words.findIndex((word) => word === option || word.startsWith(`${option}=`))
  const word = words[at]
  if (at < 0 || word === undefined) return null
  const value = word === option ? words[at + 1] : word.slice(option.length + 1)
  const plain = value?.replaceAll(/^['"]|['"]$/g, '') ?? ''
  return plain === '' || plain.startsWith('--') ? null : plain
}

/** The region that was asked: that of the command, else the one beside it; null where the two are not the same. */
export function regionAsked(asked: Asked | null): string | null {
  const [typed, beside] = [optionIn(asked, '--region'), asked?.region ?? null]
  return typed === null || beside === null || typed === beside ? (typed ?? beside) : null
}

/** The full name of what a command named, by its ARN or by its name in the account and region that were asked. */
export function arnAsked(asked: Asked | null, option: string, service: string, kind: string): string | null {
  const named = optionIn(asked, option)
  if (named === null || named.startsWith('arn:')) return named
  const [account, region] = [asked?.account ?? null, regionAsked(asked)]
  if (account === null || region === null) return null
  return `arn:${partitionOf(region)}:${service}:${region}:${account}:${kind}/${named}`
}
