// The walls. One table says what each folder may import; every rule below is made from it. There is no list of excused
// breaches, and there never will be: move the code, or change the table with a reason in docs/decisions/.

const CORE = 'packages/core/src'
const EDGE = 'packages/verascope/src'
const STORY = 'packages/story/src'
const PURE = ['domain', 'catalog', 'facts', 'taint', 'reach', 'coverage', 'exposure', 'leak', 'ledger', 'duties']
const ANY_CORE = [CORE]

const STORY_TABLE = {
  chance: [],
  world: ['.', 'chance'],
  emit: ['.', 'world'],
  deeds: ['.', 'chance', 'emit', 'world'],
  deliver: ['.', 'chance', 'emit', 'play', 'world'],
  play: ['.', 'chance', 'deeds', 'deliver', 'emit', 'world'],
  snapshots: ['.', 'deliver', 'play', 'world'],
  witness: ['.', 'chance', 'deliver', 'emit', 'snapshots', 'world'],
  truth: ['.', 'deliver', 'emit', 'play', 'world'],
  random: ['.', 'chance', 'deeds', 'deliver', 'emit', 'play', 'world'],
  // Only tests import it.
  testing: ['.', 'chance', 'deeds', 'emit', 'opinion', 'play', 'world'],
  // Reads evidence as a stranger would: it knows nothing of how the evidence came about.
  opinion: ['.'],
  '.': ['chance', 'deliver', 'opinion', 'play', 'snapshots', 'truth'],
}

/** Folder -> the folders it may import (besides itself). The longest name that fits a file is its folder. */
const MAY_IMPORT = {
  ...within(CORE, {
    domain: [],
    catalog: ['domain'],
    facts: ['domain', 'catalog'],
    taint: ['domain', 'catalog', 'facts'],
    reach: ['domain', 'catalog'],
    coverage: ['domain', 'catalog', 'facts'],
    exposure: ['domain', 'catalog', 'facts', 'taint', 'reach', 'coverage'],
    leak: ['domain', 'facts'],
    ledger: ['domain', 'exposure', 'leak'],
    duties: ['domain', 'catalog', 'exposure', 'ledger'],
    assess: PURE,
    report: ['domain', 'assess'],
  }),
  ...within(
    EDGE,
    {
      errors: [],
      archives: [],
      csv: [],
      case: ['errors', 'archives', 'csv'],
      fingerprint: ['errors', 'case'],
      engine: ['errors'],
      'engine/sql': ['engine'],
      'engine/duckdb': ['errors', 'engine', 'engine/sql'],
      'engine/trino': ['errors', 'engine', 'engine/sql'],
      'engine/athena': ['errors', 'engine', 'engine/sql'],
      ingest: ['errors', 'archives', 'csv', 'case', 'engine'],
      collect: ['errors', 'case'],
      render: [],
      server: ['errors', 'case', 'engine', 'engine/duckdb', 'engine/trino', 'engine/athena', 'render'],
      cli: ['.'],
    },
    ANY_CORE,
  ),
  'packages/web/src': [`${CORE}/domain`, `${CORE}/assess`, `${CORE}/report`],
  // An independent witness: it shares no code with what it tests.
  ...within(STORY, STORY_TABLE),
  // Stories are programs: each a file of its own, made of what the package offers.
  cases: Object.keys(within(STORY, STORY_TABLE)),
}

/** A driver knows one database: only its own engine may know the driver. */
const DRIVERS = { '@duckdb/': `${EDGE}/engine/duckdb` }

/** Where the world comes in or goes out; nothing has to import these. */
const ENTRIES = [
  `${EDGE}/cli/main[.]ts$`,
  `${EDGE}/ingest/worker[.]ts$`,
  'packages/web/src/main[.]tsx$',
  '^cases/[^/]+/story[.]ts$',
]

const TESTS = '[.](test|test-d|shared|fixture)[.]tsx?$'

function within(base, table, always = []) {
  const full = (folder) => (folder === '.' ? base : `${base}/${folder}`)
  return Object.fromEntries(
    Object.entries(table).map(([folder, allowed]) => [full(folder), [...allowed.map(full), ...always]]),
  )
}

/** Files of a folder that are not files of a deeper folder of the table. */
function filesOf(folder) {
  const deeper = Object.keys(MAY_IMPORT).filter((other) => other.startsWith(`${folder}/`))
  return { path: `^${folder}/`, pathNot: deeper.map((other) => `^${other}/`) }
}

/** What a folder may import, as patterns; naming a folder does not open its deeper folders, naming a package opens all. */
function openings(folder, allowed) {
  return [folder, ...allowed].map((target) => {
    const deeper = MAY_IMPORT[target] === undefined ? [] : filesOf(target).pathNot
    return deeper.length === 0
      ? `^${target}/`
      : `^${target}/(?!${deeper.map((one) => one.slice(target.length + 2)).join('|')})`
  })
}

const walls = Object.entries(MAY_IMPORT).map(([folder, allowed]) => {
  const { path, pathNot } = filesOf(folder)
  const short = (name) => name.replace('packages/', '').replace('/src', '')
  return {
    name: `wall-${short(folder).replaceAll('/', '-')}`,
    comment:
      `${short(folder)} may import ${allowed.map(short).join(', ') || 'nothing'} besides itself. ` +
      'Move the code to the folder that owns it, or hand the value in as a parameter.',
    severity: 'error',
    from: { path, pathNot: [...pathNot, TESTS] },
    to: { path: '^packages/', pathNot: openings(folder, allowed) },
  }
})

const drivers = Object.entries(DRIVERS).map(([driver, home]) => ({
  name: `driver-${driver.replaceAll(/\W/g, '')}`,
  comment: `${driver} is known to ${home} alone, so that engines can be exchanged. Ask through the Facts port.`,
  severity: 'error',
  from: { path: '^packages/', pathNot: [`^${home}/`, TESTS] },
  to: { path: `node_modules/${driver}` },
}))

export default {
  forbidden: [
    ...walls,
    ...drivers,
    {
      name: 'unknown-folder',
      comment:
        'Every source folder has a row in MAY_IMPORT: a new folder states what it may import before it has code.',
      severity: 'error',
      from: {
        path: '^packages/[^/]+/src/',
        pathNot: [...Object.keys(MAY_IMPORT).map((folder) => `^${folder}/`), TESTS],
      },
      to: {},
    },
    {
      name: 'core-has-no-node',
      comment: 'The core does nothing: no files, no network, no clock. Do it at the edge and hand the result in.',
      severity: 'error',
      from: { path: `^${CORE}/`, pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-has-no-npm',
      comment: 'Users of the core install nothing but temporal-polyfill. Write the few lines, or do it at the edge.',
      severity: 'error',
      from: { path: `^${CORE}/`, pathNot: TESTS },
      to: { dependencyTypesNot: ['core'], pathNot: ['^packages/', 'node_modules/temporal-polyfill/'] },
    },
    {
      name: 'render-is-pure',
      comment: 'Rendering turns data into text. Reading and printing belong to cli; node:util is allowed for styles.',
      severity: 'error',
      from: { path: `^${EDGE}/render/`, pathNot: TESTS },
      to: { path: '.', pathNot: ['^packages/', '^(node:)?util$'] },
    },
    {
      name: 'rows-are-islands',
      comment: 'A row is read, tested and removed alone. What two rows share belongs to domain/, as a named idea.',
      severity: 'error',
      from: { path: `^(${CORE}/catalog/[^/]+/[^/.]+)[./]`, pathNot: ['/index[.]generated[.]ts$', TESTS] },
      to: { path: `^${CORE}/catalog/`, pathNot: '^$1[./]' },
    },
    {
      name: 'rows-by-index-only',
      comment: 'Shared code never names a row: it takes them all from the generated index of the family.',
      severity: 'error',
      from: { path: '^packages/', pathNot: [`^${CORE}/catalog/[^/]+/`, TESTS] },
      to: { path: `^${CORE}/catalog/[^/]+/`, pathNot: '/index[.]generated[.]ts$' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or need a third that both stand on. Types count too.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing imports this file and it imports nothing: delete it, or list it as an entry.',
      severity: 'error',
      from: { orphan: true, pathNot: [...ENTRIES, TESTS, '[.]d[.]ts$', '/index[.]generated[.]ts$'] },
      to: {},
    },
    {
      name: 'tests-stay-out',
      comment: 'Production code does not import tests. What both need is production code.',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'tests-at-home',
      comment: 'A test of the core knows the core only; the edge may test itself against the core.',
      severity: 'error',
      from: { path: `^${CORE}/.*${TESTS}` },
      to: { path: '^packages/', pathNot: `^${CORE}/` },
    },
    {
      name: 'resolvable',
      comment: 'This import leads nowhere: a wrong path, or a package that is not installed.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // Type-only imports are dependencies too. Needs the `typescript` package with the old API.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    // Only our own output: a plain `dist/` would hide the npm packages.
    exclude: { path: '^packages/[^/]+/dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      // Without the first one, the edges between packages are lost.
      conditionNames: ['verascope-source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
