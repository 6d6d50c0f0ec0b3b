import type { Assessment, ChangeResult } from '@verascope/core/assess/assessment'
import { counted, formatTime } from './amounts.ts'
import { sortedChanges } from './order.ts'
import { joinBlocks, type Page } from './page.ts'
import { hang, safeText } from './text.ts'

const TITLES: Readonly<Record<ChangeResult['state'], string>> = {
  standing: 'STANDING: nothing in the evidence undid these',
  unknown: 'UNKNOWN whether they still stand',
  reverted: 'REVERTED by the end of the evidence',
}

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
    ...(change.undo === '' || change.state === 'reverted' ? [] : [`      undo: ${safeText(change.undo)}`]),
  ]
}

function sectionLines(changes: readonly ChangeResult[], state: ChangeResult['state'], page: Page): readonly string[] {
  const own = changes.filter((change) => change.state === state)
  if (own.length === 0) return []
  const title = page.paint(state === 'standing' ? 'alarm' : 'title', `${TITLES[state]} (${own.length})`)
  return [title, ...own.flatMap((change) => changeLines(change, page))]
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
    sectionLines(changes, 'standing', page),
    sectionLines(changes, 'unknown', page),
    sectionLines(changes, 'reverted', page),
    hang('', `${warning} ${formatTime(a.evidenceCutoff)}; what was undone later is not known here.`, page.width),
  ])
}
