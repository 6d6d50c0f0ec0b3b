import type { StoryFile } from '../deliver/written.ts'
import type { Owner } from '../world/owner.ts'

const COLUMNS = [
  'store',
  'prefix',
  'tag',
  'account',
  'owner',
  'name',
  'controller',
  'processor',
  'categories',
  'contact',
  'confidence',
]

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Whose data lies where, as the organisation keeps it: a table beside the evidence. */
export function ownersTable(owners: readonly Owner[]): StoryFile {
  const rows = owners.map((one) => [
    one.store.arn,
    one.prefix,
    '',
    '',
    one.owner,
    one.name,
    one.controller,
    one.processor,
    one.categories.join(';'),
    one.contact,
    one.confidence,
  ])
  const text = [COLUMNS, ...rows].map((row) => row.map(cell).join(',')).join('\n')
  return { path: 'owners.csv', bytes: Buffer.from(`${text}\n`) }
}
