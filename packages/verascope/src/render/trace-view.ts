import type { Assessment, IdentityResult } from '@verascope/core/assess/assessment'
import { counted, formatSpan } from './amounts.ts'
import { joinBlocks, type Page } from './page.ts'
import { printTable } from './table.ts'
import { hang, safeText, wrap } from './text.ts'

/** An identity in the tree, under the first identity that it was derived from. */
export interface Branch {
  readonly identity: IdentityResult
  readonly children: readonly Branch[]
}

/**
 * The closure as trees. Every identity stands exactly once: under its first parent, or as a root when it has none or when its
 * parents lead back to itself.
 */
export function lineage(identities: readonly IdentityResult[]): readonly Branch[] {
  const known = new Set(identities.map((one) => one.id))
  const children = new Map<string, IdentityResult[]>()
  const roots: IdentityResult[] = []
  for (const one of identities) {
    const parent = one.derivedFrom.find((from) => from.id !== one.id && known.has(from.id))?.id
    if (one.link === 'seed' || parent === undefined) roots.push(one)
    else children.set(parent, [...(children.get(parent) ?? []), one])
  }
  const placed = new Set<string>()
  const grow = (identity: IdentityResult): Branch => {
    placed.add(identity.id)
    const own = (children.get(identity.id) ?? []).filter((child) => !placed.has(child.id))
    for (const child of own) placed.add(child.id)
    return { identity, children: own.map(grow) }
  }
  const trees = roots.map(grow)
  const circular = identities.flatMap((one) => (placed.has(one.id) ? [] : [grow(one)]))
  return [...trees, ...circular]
}

/** The branches that lead to an identity and all that follow from it; nothing when it is in none. */
export function branchesOf(branches: readonly Branch[], id: string): readonly Branch[] {
  return branches.flatMap((branch): readonly Branch[] => {
    if (branch.identity.id === id) return [branch]
    const children = branchesOf(branch.children, id)
    return children.length === 0 ? [] : [{ identity: branch.identity, children }]
  })
}

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

function branchLines(branch: Branch, hook: Hook, page: Page): readonly string[] {
  const { identity, children } = branch
  const standing = identity.strict ? identity.link : `${identity.link}, not certain`
  const title = hang(hook.lead, `${safeText(identity.id)} [${identity.kind}; ${standing}]`, page.width)
  const bar = children.length > 0 ? `${hook.below}│  ` : `${hook.below}   `
  const urgent = identity.validity.state === 'active'
  return [
    ...title.map((line) => page.paint(identity.strict ? 'accessed' : 'undetermined', line)),
    ...factLines(identity).flatMap((line) => {
      const tone = urgent && line.startsWith('still valid?') ? 'alarm' : 'dim'
      return barred(bar, safeText(line), page).map((part) => page.paint(tone, part))
    }),
    ...children.flatMap((child, at) => branchLines(child, hookBelow(hook, at === children.length - 1, page), page)),
  ]
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
export function traceView(a: Assessment, branches: readonly Branch[], page: Page): string {
  const certain = a.identities.filter((one) => one.strict).length
  const title = `IDENTITIES of the actor: ${certain} certain, ${a.identities.length - certain} not certain`
  const next = [
    page.paint('title', 'Next:'),
    `  ${page.program} change`,
    `  ${page.program} proof ${branches[0]?.identity.proof ?? 'ID'}`,
  ]
  return joinBlocks([
    [page.paint('title', title)],
    ...branches.map((branch) => branchLines(branch, { lead: '', below: '', depth: 0 }, page)),
    relatedLines(a, page),
    next,
  ])
}
