// Shared code never names a service, a log, a call or a law: the catalog does, one row a file. This check loads the rows,
// takes the names out of them and looks for these in the literals of all other production sources.
//
// - `*.amazonaws.com` is forbidden anywhere, in templates and comments too.
// - A name that can be nothing else (`GetObject`, `s3-bucket`) is forbidden as a word in a literal and as a property name.
// - A name that is also a plain word (`s3`, `secret`) is forbidden as a whole literal.
// Comments may otherwise name services: they explain why.
import { readFileSync } from 'node:fs'
import { rolldown } from 'rolldown'
import ts from 'typescript'
import { indexFiles } from './generate-index.mjs'
import { sourceFiles } from './sources.mjs'

/** Who may name: the rows, and the examples that the help shows; an example that names nothing teaches nothing. */
const MAY_NAME = ['packages/core/src/catalog/', 'packages/verascope/src/cli/help/', 'packages/story/src/', 'cases/']

const HOST = /(?<![\w.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.amazonaws\.com\b/g

/** Properties of a row whose values are names, and those whose keys are. */
const VALUES = ['service', 'kind', 'id', 'sources', 'names']
const KEYS = ['actions', 'changes', 'stores']

/** Names of rows that are words of the domain as well; shared code means the domain's word. */
const ALLOWED = new Set([
  // Kinds of indicator, and of the identities they stand for (taint/indicator.ts).
  'access-key',
  'principal',
  // The party that calls, when it is the provider itself or nobody known.
  'service',
  'anonymous',
  // How much of a mail system one act was on: an item, a folder, all of a mailbox (domain/witness.ts).
  'mailbox',
  // A relation of the Assessment: seen, and kept out of the closure.
  'service-forwarded',
])

/** The rows as they run. Node cannot import TypeScript here, so they are bundled in memory first. */
async function loadRows() {
  const entry = 'all-rows'
  const imports = indexFiles().map((file, at) => `import { rows as family${at} } from ${JSON.stringify(file)}`)
  const list = imports.map((_, at) => `...family${at}`).join(', ')
  const plugin = {
    name: entry,
    resolveId: (id) => (id === entry ? id : null),
    load: (id) => (id === entry ? `${imports.join('\n')}\nexport default [${list}]` : null),
  }
  const build = await rolldown({ input: entry, plugins: [plugin], platform: 'neutral', tsconfig: false })
  const { output } = await build.generate({ format: 'esm' })
  await build.close()
  const { default: rows } = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`)
  return rows
}

function namesOf(row) {
  const values = VALUES.flatMap((key) => row[key] ?? [])
  const keys = KEYS.flatMap((key) => Object.keys(row[key] ?? {}))
  return [...values, ...keys].filter((name) => !ALLOWED.has(name))
}

/** Whether a name can be nothing else: two words written as one, or with a hyphen. */
const isTelling = (name) => /[a-z\d][A-Z]|-/.test(name)

function wordPattern(names) {
  const words = names.map((name) => name.replaceAll(/[^\w-]/g, '\\$&'))
  return words.length === 0 ? /(?!)/ : new RegExp(`(?<![\\w-])(?:${words.join('|')})(?![\\w-])`, 'g')
}

/** Pieces of text that the program can use: strings, templates, text in markup. */
function isText(node) {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node) ||
    ts.isJsxText(node)
  )
}

/** The module names of imports are no names in this sense. */
function isModuleName(node) {
  return ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent)
}

const isPropertyName = (node) =>
  ts.isIdentifier(node) &&
  node.parent.name === node &&
  (ts.isPropertyAssignment(node.parent) || ts.isPropertyAccessExpression(node.parent))

function breachesIn(file, names) {
  const text = readFileSync(file, 'utf8')
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const breaches = [...text.matchAll(HOST)].map((match) => ({ name: match[0], at: match.index }))
  const visit = (node) => {
    const at = node.getStart(source)
    if (isText(node) && !isModuleName(node)) {
      if (names.all.has(node.text.trim())) breaches.push({ name: node.text.trim(), at })
      else for (const [name] of node.text.matchAll(names.telling)) breaches.push({ name, at })
    } else if (isPropertyName(node) && isTelling(node.text) && names.all.has(node.text)) {
      breaches.push({ name: node.text, at })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return breaches.map(({ name, at }) => `${file}:${source.getLineAndCharacterOfPosition(at).line + 1} names '${name}'`)
}

const rows = await loadRows()
const all = new Set(rows.flatMap(namesOf))
const names = { all, telling: wordPattern([...all].filter(isTelling)) }
const files = sourceFiles({ tests: false }).filter((file) => !MAY_NAME.some((folder) => file.startsWith(folder)))
const breaches = files.flatMap((file) => breachesIn(file, names))

for (const breach of breaches) console.error(breach)
if (breaches.length > 0) {
  console.error(
    'Only the catalog names services, logs, calls and laws: let a row state what shared code needs to know,',
  )
  console.error(
    'or, where the word is one of the domain, add it to ALLOWED in tools/check-literals.mjs with the reason.',
  )
}
if (rows.length === 0) console.error('no rows found: the check has nothing to look for')
if (breaches.length > 0 || rows.length === 0) process.exitCode = 1
console.log(`literals: ${all.size} names of ${rows.length} rows, ${files.length} files, ${breaches.length} breaches`)
