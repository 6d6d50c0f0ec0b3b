import type { Assessment, IdentityResult } from '@verascope/core/assess/assessment'
import { counted, formatSpan } from './amounts.ts'
import type { Twig } from './lineage.ts'
import { joinBlocks, type Page } from './page.ts'
import { printTable } from './table.ts'
import { hang, safeText, wrap } from './text.ts'

function factLines(one: IdentityResult): readonly string[] {
  const from = one.derivedFrom.map((origin) => `${origin.id} (event ${origin.event})`)
  const use =
    one.events === 0
      ? 'no call in the evidence'
      : `${counted(one.events, 'call')}, ${formatSpan(one.firstUse, one.lastUse)}`
  return [
    one.principal === '' || one.principal === one.id ? '' : `acts as ${one.principal}`,
    use,
    from.length === 0
      ? ''
      : `derived from ${from.slice(0, 3).join(', ')}${from.length > 3 ? ` and ${from.length - 3} more` : ''}`,
    one.because === '' ? '' : `because ${one.because}`,
    `still valid? ${one.validity.state}: ${one.validity.because}`,
    `proof ${one.proof}`,
  ].filter((line) => line !== '')
}

/** Where a branch hangs: what stands before its title and before the lines below, and how many steps it is from its root. */
interface Hook {
  readonly lead: string
  readonly below: string
  readonly depth: number
}

/** Columns that a text keeps at least; a chain that would press it narrower starts at the margin again, and says how deep it is. */
const LEAST_ROOM = 48

function hookBelow({ below, depth }: Hook, last: boolean, page: Page): Hook {
  const next = depth + 1
  if (page.width - below.length - 6 < LEAST_ROOM) return { lead: `step ${next} └─ `, below: '   ', depth: next }
  return { lead: `${below}${last ? '└─ ' : '├─ '}`, below: `${below}${last ? '   ' : '│  '}`, depth: next }
}

/** Every line of a fact begins with the bar, so that the tree is not cut. */
function barred(bar: string, text: string, page: Page): readonly string[] {
  const [first = '', ...rest] = wrap(text, page.width - bar.length - 2)
  return [`${bar}${first}`, ...rest.map((line) => `${bar}  ${line}`)]
}

/** How the twigs of one list hang: whose last child each is, and who has children in it. */
interface Order {
  readonly last: ReadonlyMap<string | null, string>
  readonly parents: ReadonlySet<string | null>
}

function twigLines({ identity }: Twig, hook: Hook, order: Order, page: Page): readonly string[] {
  const standing = identity.strict ? identity.link : `${identity.link}, not certain`
  const title = hang(hook.lead, `${safeText(identity.id)} [${identity.kind}; ${standing}]`, page.width)
  const bar = order.parents.has(identity.id) ? `${hook.below}│  ` : `${hook.below}   `
  const urgent = identity.validity.state === 'active'
  return [
    ...title.map((line) => page.paint(identity.strict ? 'accessed' : 'undetermined', line)),
    ...factLines(identity).flatMap((line) => {
      const tone = urgent && line.startsWith('still valid?') ? 'alarm' : 'dim'
      return barred(bar, safeText(line), page).map((part) => page.paint(tone, part))
    }),
  ]
}

const ROOT: Hook = { lead: '', below: '', depth: 0 }

/** The lines of each tree: a root begins a new one. */
function treeLines(twigs: readonly Twig[], page: Page): readonly (readonly string[])[] {
  const last = new Map(twigs.map(({ identity, parent }) => [parent, identity.id]))
  const order: Order = { last, parents: new Set(twigs.map((twig) => twig.parent)) }
  const hooks = new Map<string, Hook>()
  const trees: string[][] = []
  for (const twig of twigs) {
    const { id } = twig.identity
    const above = twig.parent === null ? undefined : hooks.get(twig.parent)
    const hook = above === undefined ? ROOT : hookBelow(above, last.get(twig.parent) === id, page)
    hooks.set(id, hook)
    const lines = twigLines(twig, hook, order, page)
    if (above === undefined) trees.push([...lines])
    else trees.at(-1)?.push(...lines)
  }
  return trees
}

function relatedLines(a: Assessment, page: Page): readonly string[] {
  if (a.related.length === 0) return []
  const columns = [
    { title: 'identity', fit: 'shorten', min: 20 },
    { title: 'relation', fit: 'keep' },
    { title: 'calls', fit: 'keep', align: 'right' },
  ] as const
  const rows = a.related.map((one) => ({
    cells: [{ text: safeText(one.id) }, { text: one.relation }, { text: String(one.events) }],
    beneath: safeText(one.note),
  }))
  return [page.paint('title', 'SEEN BESIDE THE ACTOR, AND KEPT OUT'), ...printTable(columns, rows, page)]
}

/** The actor's identities as trees, then those that were kept out. */
export function traceView(a: Assessment, twigs: readonly Twig[], page: Page): string {
  const certain = a.identities.filter((one) => one.strict).length
  const title = `IDENTITIES of the actor: ${certain} certain, ${a.identities.length - certain} not certain`
  const next = [
    page.paint('title', 'Next:'),
    `  ${page.program} change`,
    `  ${page.program} proof ${twigs[0]?.identity.proof ?? 'ID'}`,
  ]
  return joinBlocks([[page.paint('title', title)], ...treeLines(twigs, page), relatedLines(a, page), next])
}
