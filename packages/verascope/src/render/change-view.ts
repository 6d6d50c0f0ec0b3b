import type { Assessment, ChangeResult } from '@verascope/core/assess/assessment'
import { counted, formatTime } from './amounts.ts'
import { isOpen, sortedChanges } from './order.ts'
import { joinBlocks, type Page } from './page.ts'
import { hang, safeText } from './text.ts'

/** A heading and what stands under it; every change is under exactly one. */
interface Section {
  readonly title: string
  readonly urgent: boolean
  readonly holds: (change: ChangeResult) => boolean
}

const SECTIONS: readonly Section[] = [
  {
    title: 'STANDING: nothing in the evidence undid these',
    urgent: true,
    holds: (change) => change.state === 'standing' && !change.ownWork,
  },
  {
    title: 'UNKNOWN whether they still stand',
    urgent: true,
    holds: (change) => change.state === 'unknown' && !change.ownWork,
  },
  {
    title: 'CLEANED UP: the actor took away what it had made itself',
    urgent: false,
    holds: (change) => change.ownWork && change.state !== 'reverted',
  },
  { title: 'REVERTED by the end of the evidence', urgent: false, holds: (change) => change.state === 'reverted' },
]

function changeLines(change: ChangeResult, page: Page): readonly string[] {
  const sure = change.strict ? '' : ' (by an identity that is not certainly the actor’s)'
  const place = [change.account, change.region].filter((part) => part !== '').join(' ')
  const end = change.revertedBy === null ? '' : `; ended by event ${change.revertedBy}`
  return [
    ...hang('  ', `${formatTime(change.at)}  ${change.kind}: ${safeText(change.what)}${sure}`, page.width),
    ...hang(
      '      ',
      safeText(`${change.id} in ${place}, by ${change.by}, event ${change.event}${end}`),
      page.width,
    ).map((line) => page.paint('dim', line)),
    // A command is never broken: it is there to be copied.
    ...(change.undo === '' || !isOpen(change) ? [] : [`      undo: ${safeText(change.undo)}`]),
  ]
}

function sectionLines(
  changes: readonly ChangeResult[],
  { title, urgent, holds }: Section,
  page: Page,
): readonly string[] {
  const own = changes.filter(holds)
  if (own.length === 0) return []
  const head = page.paint(urgent ? 'alarm' : 'title', `${title} (${own.length})`)
  if (urgent || page.all) return [head, ...own.flatMap((change) => changeLines(change, page))]
  return [head, ...hang('  ', `listed by ${page.program} change --all`, page.width)]
}

/** What the actor changed: what still stands first, with what undoes it. */
export function changeView(a: Assessment, page: Page): string {
  const changes = sortedChanges(a.changes)
  const none =
    changes.length === 0
      ? ['No change by the actor is in the evidence. Calls that no log recorded may have made some.']
      : []
  const warning = 'A deleted key is not containment: everything that stands works without it. Evidence ends at'
  return joinBlocks([
    [page.paint('title', `CHANGES by the actor: ${counted(changes.length, 'change')}`)],
    none.flatMap((text) => hang('', text, page.width)),
    ...SECTIONS.map((section) => sectionLines(changes, section, page)),
    hang('', `${warning} ${formatTime(a.evidenceCutoff)}; what was undone later is not known here.`, page.width),
  ])
}
