import { createHash } from 'node:crypto'
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { journalAltered } from './case-faults.ts'
import { appendDurably, parseLine, readLines } from './durable.ts'

/** The journal of a case, below its folder. */
export const JOURNAL_NAME = 'journal.ndjson'

/** An act on the case as the journal keeps it; what else it holds depends on its kind. Later versions may know more kinds. */
const ACT = z.looseObject({ kind: z.string() })

const LINE = z.looseObject({
  n: z.int(),
  at: z.string(),
  by: z.string().nullable(),
  act: ACT,
  previous: z.string().nullable(),
  hash: z.string(),
})

/** One line of the journal: the nth act, when, by whom (null where nobody gave a name), and its place in the chain. */
export type JournalLine = z.infer<typeof LINE>

/** Anything that can be written as an act. */
export type Act = { readonly kind: string } & Readonly<Record<string, unknown>>

/** When an act was done, ISO 8601, and by whom, where a name was given. */
export interface ActOrigin {
  readonly at: string
  readonly by: string | null
}

function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('an act of the journal has no JSON form')
  return text
}

function hashOf(line: object): string {
  return createHash('sha256').update(canonical(line)).digest('hex')
}

/** Whether a text is the canonical form of its value and holds the hash of the rest. */
function isAsWritten(text: string, raw: object): boolean {
  try {
    const { hash, ...rest } = { hash: '', ...raw }
    return canonical(raw) === text && hashOf(rest) === hash
  } catch {
    // Half of a surrogate pair has no canonical form; it was never written.
    return false
  }
}

function lineAfter(before: JournalLine | undefined, text: string | null): JournalLine | { readonly defect: string } {
  const raw = parseLine(text)
  const { data } = LINE.safeParse(raw)
  if (data === undefined || typeof raw !== 'object' || raw === null) return { defect: 'it is no line of a journal' }
  // Byte for byte: another spelling of the same value was altered, too.
  if (text === null || !isAsWritten(text, raw)) return { defect: 'it is not as it was written' }
  const follows = data.previous === (before?.hash ?? null) && data.n === (before?.n ?? 0) + 1
  return follows ? data : { defect: 'it does not follow the line before' }
}

/**
 * Reads the journal and checks the chain of hashes. A torn last line is no act: it is left out. Throws VS7001 when a line was
 * altered, put in, or taken out from between others; lines taken off the end leave a whole chain.
 */
export async function readJournal(caseDir: string): Promise<readonly JournalLine[]> {
  const path = join(caseDir, JOURNAL_NAME)
  const lines: JournalLine[] = []
  const tail = await readLines(path, ({ text, nth }) => {
    const line = lineAfter(lines.at(-1), text)
    if ('defect' in line) throw journalAltered(path, `line ${nth}: ${line.defect}`)
    lines.push(line)
  })
  // A killed append leaves at most the line without its newline; an object with more behind it had its newline altered.
  if (parseLine(tail.slice(0, -1)) !== undefined)
    throw journalAltered(path, 'its last line does not end as it was written')
  // Every case begins with the act that made it.
  if (lines.length === 0) throw journalAltered(path, 'it is gone or empty')
  return lines
}

/** The line that follows another (none: the first), with its hash, as the journal holds it. */
function nextLine(before: JournalLine | undefined, act: Act, { at, by }: ActOrigin): string {
  const line = { n: (before?.n ?? 0) + 1, at, by, act, previous: before?.hash ?? null }
  return canonical({ ...line, hash: hashOf(line) })
}

/** Begins a journal in a folder that has none. */
export async function beginJournal(caseDir: string, act: Act, origin: ActOrigin): Promise<void> {
  await appendDurably(join(caseDir, JOURNAL_NAME), [nextLine(undefined, act, origin)])
}

/** Adds an act to the journal, after checking all of it. INVARIANT: the caller holds the lock of the case. Throws VS7001. */
export async function appendAct(caseDir: string, act: Act, origin: ActOrigin): Promise<void> {
  const lines = await readJournal(caseDir)
  await appendDurably(join(caseDir, JOURNAL_NAME), [nextLine(lines.at(-1), act, origin)])
}
