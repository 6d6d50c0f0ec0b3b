import { ASSUMPTION_KINDS } from '@verascope/core/domain/assumption'
import { SCOPE_FORMS } from '@verascope/core/domain/assumption-scope'
import { wrap } from '../render/text.ts'
import { EXITS } from './define.ts'

/** What `help TOPIC` says; a paragraph that begins with two spaces is left as it is. */
const TOPICS = {
  verdicts: {
    title: 'What the four verdicts say, and what they do not',
    text: [
      'Every data store that the evidence names gets one of four words. They are the same in tables, JSON and documents. None of them means safe. An account is `entered`: yes, undetermined, or no; a no has its proof as well.',
      "accessed: the actor's credentials listed, read, copied out, shared, redirected or destroyed it. At least one record shows it. What certain calls did stands under `effects`; what calls did that may be the actor's stands under `possible effects`, and is no proof.",
      'undetermined: it could be reached, and the evidence cannot say. Treat it as exposed until it is settled. Every such row lists its gaps and what would settle them.',
      'untouched: it could be reached, and complete evidence over the whole window shows that it was not. Missing logs never make a store untouched.',
      'unreachable: no credential of the actor could reach it at any instant of the window, with every policy known.',
      'Rejected records, missing files and half-finished readings make verdicts weaker, never stronger.',
    ],
    see: ['verascope scope --verdict undetermined', 'verascope proof STORE'],
  },
  evidence: {
    title: 'What can be read, and how it is kept',
    text: [
      'CloudTrail, as files of a trail (`Records`), as answers of lookup-events, as JSON lines or arrays, and as events of EventBridge; plain or gzip. Files are told by content, so names and folders do not matter. Whatever nothing recognises is counted and listed, never passed over.',
      'What shows that a record is whole: digest files of a trail with their signatures and the public keys, and answers of the provider (trails, selectors, status, buckets, policies, keys, inventories, credential reports, AWS Config). An answer says when and of which account and region it is in FILE.meta.json, which the lines of `request list` write; `ingest --taken-at` says it otherwise. Without a time it proves nothing about time.',
      'Files are referenced where they are and never changed. The case keeps the SHA-256 of each, raw and inflated, and how many of its records were read = kept + duplicate + rejected. Reasons for what was not read: evidence/rejected.ndjson.',
      'A killed `ingest` loses nothing that it had finished. The case says that the reading is not done, and the same command goes on.',
      'More evidence is always better: a store that is undetermined often needs one more log. `request list` says what is worth fetching, what expires soonest first.',
    ],
    see: ['verascope ingest LOGS...', 'verascope coverage', 'verascope request list'],
  },
  assumptions: {
    title: 'What people may vouch for where evidence cannot say',
    text: [
      'Some gaps no evidence can close: the files are whole, but nobody signed that they are. A named person may accept an assumption, for a scope and a stretch, with a reason. A verdict that leans on it names it and whoever signed it; without it the verdict is undetermined. Taking it back weakens every verdict that leaned on it.',
      'The kinds, each with how its scope is written:',
      ...ASSUMPTION_KINDS.map((kind) => `  ${kind.padEnd(15)}  ${SCOPE_FORMS[kind]}`),
      'LOG is the ARN of a log, or its home region and name with a slash between them. ARN is a user or role. WAY is a way in by logging in, in the words of a gap. FILE is the path of a saved answer, or its SHA-256.',
      'delivery: the files of a log are whole. It is signed for the files that are read then; one that goes missing, or a log file that comes later, breaks it. entry: the actor was not in before --to. accessor: the owner of a principal vouches for its uses from these places. channel: nobody came in by logging in. snapshot-time: when an answer was given. config-constant: the configuration of a log did not change.',
      'What contradicts an assumption breaks it, and a broken one licenses nothing.',
    ],
    see: ['verascope assume add --help', 'verascope assume list'],
  },
  owners: {
    title: 'Whose data stands where: the owners map',
    text: [
      'An owners map is a table (CSV) or a list (YAML). Each row says of one thing whose it is, with one of:',
      '  store     the id of a store, or its name where no other has it',
      '  prefix    with store: the names in it that begin so; a star stands for itself',
      '  tag       tag:NAME=VALUE; of no use yet: no inventory states tags',
      '  account   all its stores that have no row of their own; with store: its own',
      'and whose it is: owner (a short id), name, controller, processor, categories (of data subjects, with semicolons between), contact, confidence (confirmed, likely or assumed, which is taken where nothing is said). What is said of an owner once holds for all of its rows.',
      'The longest prefix wins, then the store, then the account. Equal rows of several owners make a part of all of them. What no row is about is listed as unmapped, with its bytes.',
      'A part is accessed where certain calls of the actor name an object in it, list names in it, or are of the whole store. It is untouched only where the record of its store is complete and whoever may be the actor named objects outside of it. A read that names no object may be of every part.',
      'An owner is as its weakest dataset: a part with the copies of it. Copies that no inventory lists leave a dataset undetermined.',
      'Names and contacts lie in owners/ of the case; the journal holds their hash only. Contacts are never in an assessment.',
    ],
    see: ['verascope owner import OWNERS.csv --by NAME', 'verascope scope --by owner'],
  },
  windows: {
    title: 'Which stretch of time is asked about',
    text: [
      'A verdict is about one stretch: the exposure window. It begins at the earliest time that an indicator of the actor has (`indicator add --from`), else with the first record; it ends with the last instant for which digest files prove the delivery of every log that still delivers, without any with the last record. `scope --from` and `--to` set it by hand.',
      'What lies between the end of the window and the end of the evidence is the tail. It is shown apart and is no part of the verdict: a store that was read in the tail only is not called accessed.',
      'Nothing behind the last record is known: `Cut-off` in the head of `scope` says up to when the evidence reaches. A change that stands at the cut-off may have been undone since.',
      'Times are UTC. Where no offset is typed, UTC is meant.',
    ],
    see: ['verascope scope --from 2023-07-10 --to 2023-07-11T12:00Z'],
  },
  'exit-codes': {
    title: 'Exit codes, the same for every command',
    text: [
      ...Object.entries(EXITS).map(([code, meaning]) => `  ${code.padStart(3)}  ${meaning}`),
      'The first digit of an error code is its exit code: VS4003 exits with 4. VS1000 is a fault of verascope itself.',
      '`scope --fail-on undetermined` exits with 6 while a store is undetermined or accessed, so that a pipeline stops on doubt as well.',
    ],
    see: ['verascope help VS4003'],
  },
  bounds: {
    title: 'How much left: bounds, and what they are made from',
    text: [
      'Three amounts, never added up: bytes sent (every answer counts, also the second download of one object), distinct bytes (each object once) and store size (all that was there). Listings are counted apart.',
      'Each is a pair. The lower bound is what records prove. The upper bound is what complete records leave room for; without them it is unbounded, which is no number and is never treated as one.',
      '`bound --claim 350GB` compares what somebody says was taken with these pairs. It is corroborated where the lower bound alone reaches the claim, contradicted where an upper bound lies below it, and not testable otherwise. A claim of archives says nothing about the bytes inside until it is known how far they were compressed.',
      'Units are decimal: 1 GB is 1,000,000,000 bytes. GiB and TiB are understood, too.',
    ],
    see: ['verascope bound', 'verascope bound --store BUCKET --claim 350GB --form compressed'],
  },
} as const satisfies Readonly<
  Record<string, { readonly title: string; readonly text: readonly string[]; readonly see: readonly string[] }>
>

/** One of the topics. */
export type Topic = keyof typeof TOPICS

/** The names of the topics, in the order of the help. */
export const TOPIC_NAMES: readonly string[] = Object.keys(TOPICS)

/** Whether a word is one of the topics. */
export function isTopic(word: string): word is Topic {
  return Object.hasOwn(TOPICS, word)
}

function paragraph(text: string): string {
  return text.startsWith('  ') ? text : wrap(text, 80).join('\n')
}

function spaced(lines: readonly string[]): string {
  return lines
    .map((line, at) => (line.startsWith('  ') && lines[at - 1]?.startsWith('  ') ? line : `\n${line}`))
    .join('\n')
}

/** What `help TOPIC` says. */
export function topicHelp(topic: Topic): string {
  const { title, text, see } = TOPICS[topic]
  return `${title}\n${spaced(text.map(paragraph))}\n\nSee:\n${see.map((line) => `  ${line}`).join('\n')}\n`
}
