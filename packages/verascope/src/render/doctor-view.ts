import { joinBlocks, type Page, type PlainRow } from './page.ts'
import { hang, safeText } from './text.ts'

/** One check of the surroundings and what came of it. */
export interface Check {
  readonly what: string
  readonly works: boolean
  /** What was found, or why it does not work. */
  readonly found: string
}

/** The checks, those that failed first. */
export function doctorView(checks: readonly Check[], page: Page): string {
  const failed = checks.filter((one) => !one.works)
  const lines = (some: readonly Check[]): readonly string[] =>
    some.flatMap(({ what, works, found }) => {
      const [first = '', ...rest] = hang(`  ${works ? 'ok    ' : 'FAILED'}  ${what}: `, safeText(found), page.width)
      return works ? [first, ...rest] : [page.paint('alarm', first), ...rest]
    })
  const end =
    failed.length === 0
      ? 'Everything that verascope needs is here.'
      : `${failed.length} of ${checks.length} checks failed.`
  return joinBlocks([lines([...failed, ...checks.filter((one) => one.works)]), [end]])
}

/** `doctor --plain`. */
export function doctorRows(checks: readonly Check[]): readonly PlainRow[] {
  return [['#check', 'works', 'found'], ...checks.map((one) => [one.what, one.works ? 'yes' : 'no', one.found])]
}
