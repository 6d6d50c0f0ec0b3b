import { counted } from './amounts.ts'
import { joinBlocks, type Page, type PlainRow } from './page.ts'
import { hang, safeText } from './text.ts'

/** Something that was compared with its record. */
export interface Compared {
  readonly what: string
  readonly name: string
  readonly state: string
}

const MEANING: Readonly<Record<string, string>> = {
  altered: 'its bytes are not those that were read',
  gone: 'it is not where it was',
  unrecorded: 'no hash was kept of it, so nothing can be said',
}

/** How many of each kind are as they were recorded, and every one that is not. */
export function verifyView(findings: readonly Compared[], page: Page): string {
  const kinds = [...new Set(findings.map((one) => one.what))]
  const sums = kinds.map((kind) => {
    const own = findings.filter((one) => one.what === kind)
    const good = own.filter((one) => one.state === 'as-recorded').length
    return `  ${kind.padEnd(10)}  ${good} of ${counted(own.length, 'file')} as recorded`
  })
  const odd = findings.filter((one) => one.state !== 'as-recorded')
  const lines = odd.flatMap(({ what, name, state }) => {
    const text = hang(`  ${state.toUpperCase()}  `, `${what} ${safeText(name)}: ${MEANING[state] ?? state}`, page.width)
    return state === 'unrecorded' ? text : text.map((line) => page.paint('alarm', line))
  })
  const broken = odd.some((one) => one.state !== 'unrecorded')
  const end = broken
    ? 'What is altered or gone cannot be shown again: take it from a copy that verifies, and keep this one as it is.'
    : 'Everything that was recorded is as it was recorded.'
  return joinBlocks([sums, lines, hang('', end, page.width)])
}

/** `verify --plain`. */
export function verifyRows(findings: readonly Compared[]): readonly PlainRow[] {
  return [['#what', 'name', 'state'], ...findings.map((one) => [one.what, one.name, one.state])]
}
