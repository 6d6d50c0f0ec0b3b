import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { safeText, shorten } from '../../render/text.ts'
import { COMMANDS } from '../command-list.ts'
import { TOPIC_NAMES } from '../topics.ts'
import { typedLine } from './typed-words.ts'
import { type Offer, wantedAt } from './wanted.ts'

const LONGEST_ABOUT = 70
/** More than this nobody reads through; a letter more narrows them down. */
const MOST = 500

/**
 * THREAT: names of a case are the actor's to choose, and shells put completions into the line as they are, or expand them. A name
 * with any character that means something to a shell, or that would pass for a flag, is not offered.
 */
const HARMLESS = /^[\w@%+:,./][\w@%+=:,./-]*$/

/** Where a `~` leads; shells do not replace it in what they ask about. */
function placeOf(typed: string): string {
  return typed === '~' || typed.startsWith('~/') ? join(homedir(), typed.slice(2)) : typed
}

function lineOf({ value, about }: Offer, lead: string): string {
  return `${lead}${value}\t${shorten(safeText(about), LONGEST_ABOUT)}`
}

async function offersFrom(line: string, cwd: string): Promise<{ readonly paths: string; readonly lines: string[] }> {
  const typed = typedLine(line)
  const { offers, names, lead, caseDir } = wantedAt(typed, COMMANDS, TOPIC_NAMES)
  const isPath = names === 'file' || names === 'folder'
  const ofCase =
    isPath || names === null
      ? []
      : await (await import('./names-of-case.ts'))
          .namesOfCase(resolve(cwd, placeOf(caseDir ?? '.')), names)
          // A case that cannot be read has no names to offer; the command itself will say what is wrong with it.
          .catch(() => [])
  const fitting = [...offers, ...ofCase.filter((one) => HARMLESS.test(one.value))]
    .filter((one) => `${lead}${one.value}`.startsWith(typed.current))
    .map((one) => lineOf(one, lead))
  return { paths: isPath ? names : 'none', lines: [...new Set(fitting)].slice(0, MOST) }
}

/** What a completion script is answered: whether paths fit (`file`, `folder`, `none`), then one word with its meaning a line. */
export async function answerFor(line: string, cwd: string): Promise<string> {
  const { paths, lines } = await offersFrom(line, cwd)
  return `${[paths, ...lines].join('\n')}\n`
}
