// Writes packages/core/src/catalog/<family>/index.generated.ts: the list of rows, so that a new row is one new file; the same for
// the kinds of archive and the shapes of files that the edge knows (EDGE below); and
// catalog/catalog-hash.generated.ts: which catalogue evidence was read with, so that a newer one reads it again.
// With --check nothing is written; the exit code says whether the files are up to date.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const CATALOG = join(ROOT, 'packages/core/src/catalog')
const INDEX = 'index.generated.ts'

/** A family and its singular: `services` holds rows of type ServiceRow, declared in domain/service-row.ts. */
const SINGULAR = {
  evidence: 'evidence',
  services: 'service',
  credentials: 'credential',
  mail: 'mail',
  regimes: 'regime',
}

function singularOf(family) {
  const singular = SINGULAR[family]
  if (singular === undefined) throw new Error(`catalog family '${family}' has no singular in tools/generate-index.mjs`)
  return singular
}

const byName = (a, b) => (a < b ? -1 : a > b ? 1 : 0)
const pascal = (kebab) => kebab.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())

/** The name a row is imported under; the prefix keeps names such as `default` or `3d` legal. */
const binding = (name) => `row${pascal(name)}`

/** The rows of a family as [name, module]: a file, or a folder with row.ts. */
function rowsOf(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      if (entry.isDirectory())
        return existsSync(join(folder, entry.name, 'row.ts')) ? [[entry.name, `./${entry.name}/row.ts`]] : []
      return /^[^.]+\.ts$/.test(entry.name) ? [[basename(entry.name, '.ts'), `./${entry.name}`]] : []
    })
    .sort(([a], [b]) => byName(a, b))
}

function indexText(family, rows) {
  const singular = singularOf(family)
  const type = `${pascal(singular)}Row`
  const imports = rows.map(([name, module]) => `import ${binding(name)} from '${module}'`)
  const list = rows.length === 0 ? '[]' : `[\n${rows.map(([name]) => `  ${binding(name)},\n`).join('')}]`
  return [
    '// Written by tools/generate-index.mjs; do not edit, do not commit.',
    `import type { ${type} } from '../../domain/${singular}-row.ts'`,
    ...imports,
    '',
    `/** Every row of catalog/${family}, by name. */`,
    `export const rows: readonly ${type}[] = ${list}`,
    '',
  ].join('\n')
}

/** Folders of the edge whose files are found like rows: what each exports by default, and what the list is called. */
const EDGE = [
  { folder: 'packages/verascope/src/archives/formats', type: 'ArchiveFormat', from: '../format.ts', list: 'formats' },
  { folder: 'packages/verascope/src/ingest/shapes/known', type: 'Shape', from: '../shape.ts', list: 'shapes' },
]

function edgeText({ folder, type, from, list }) {
  const rows = rowsOf(join(ROOT, folder)).filter(([name]) => !name.includes('.'))
  return [
    '// Written by tools/generate-index.mjs; do not edit, do not commit.',
    `import type { ${type} } from '${from}'`,
    ...rows.map(([name, module]) => `import ${binding(name)} from '${module}'`),
    '',
    `/** Every file of ${folder.replace('packages/verascope/src/', '')}, by name. */`,
    `export const ${list}: readonly ${type}[] = [${rows.map(([name]) => binding(name)).join(', ')}]`,
    '',
  ].join('\n')
}

/** What decides which rows a record becomes: the rows, the words they are made of and the projection that applies them. */
const READ_WITH = [
  'catalog',
  'domain',
  'facts/catalog.ts',
  'facts/project.ts',
  'facts/touches-in.ts',
  'facts/flatten.ts',
  'facts/tables.ts',
  'facts/witness-row.ts',
  'facts/witnessed.ts',
]

/** The files below a path of the core, or the path itself; tests and what is written here do not count. */
function sourcesOf(path) {
  const full = join(dirname(CATALOG), path)
  if (path.endsWith('.ts')) return [path]
  return readdirSync(full, { recursive: true })
    .map((file) => `${path}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && !/\.(test|generated)\.ts$/.test(file))
}

function hashText() {
  const hash = createHash('sha256')
  for (const file of READ_WITH.flatMap(sourcesOf).sort(byName))
    hash.update(`${file}\n`).update(readFileSync(join(dirname(CATALOG), file), 'utf8').replaceAll('\r\n', '\n'))
  return [
    '// Written by tools/generate-index.mjs; do not edit, do not commit.',
    '',
    '/** The first 16 hex digits of a SHA-256 over the sources of the catalogue: equal catalogues read equal rows out of equal records. */',
    `export const CATALOG_HASH: string = '${hash.digest('hex').slice(0, 16)}'`,
    '',
  ].join('\n')
}

/** The index of every family, which is any folder directly below catalog/, with the text it should have. */
function plannedIndexes() {
  return readdirSync(CATALOG, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ file: join(CATALOG, name, INDEX), text: indexText(name, rowsOf(join(CATALOG, name))) }))
}

/** The generated files, which exist after generateIndexes. */
export function indexFiles() {
  return plannedIndexes().map(({ file }) => file)
}

/** Everything that is written here. */
function plannedFiles() {
  const edges = EDGE.map((edge) => ({ file: join(ROOT, edge.folder, INDEX), text: edgeText(edge) }))
  return [...plannedIndexes(), ...edges, { file: join(CATALOG, 'catalog-hash.generated.ts'), text: hashText() }]
}

const isCurrent = ({ file, text }) => existsSync(file) && readFileSync(file, 'utf8') === text

/** Writes what is out of date and leaves the rest untouched, so that nothing is rebuilt for nothing. */
export function generateIndexes() {
  const stale = plannedFiles().filter((planned) => !isCurrent(planned))
  for (const { file, text } of stale) writeFileSync(file, text)
  return stale.length
}

function main() {
  if (!process.argv.includes('--check')) {
    console.log(`catalog index: ${generateIndexes()} written, ${plannedFiles().length} in all`)
    return
  }
  const stale = plannedFiles().filter((planned) => !isCurrent(planned))
  for (const { file } of stale)
    console.error(`out of date: ${relative(ROOT, file)} (run: node tools/generate-index.mjs)`)
  if (stale.length > 0) process.exitCode = 1
  else console.log('catalog index: up to date')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
