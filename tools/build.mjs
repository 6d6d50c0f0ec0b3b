// Builds everything: the catalog's index, the core (JavaScript and declarations), the program (one bundle, in chunks).
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { generateIndexes } from './generate-index.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const PROGRAM = join(ROOT, 'packages/verascope')

/** Output -> source. Every output lies one folder deep, so `new URL('../x/y', import.meta.url)` means dist/x/y in all of them. */
const INPUTS = { 'cli/main': 'src/cli/main.ts', 'ingest/worker': 'src/ingest/worker.ts' }

/** What a former build left; dist/types belongs to the compiler and dist as a whole to nobody. */
const OWN_OUTPUT = ['cli', 'ingest', 'chunks']

function fail(message) {
  console.error(`build: ${message}`)
  process.exit(1)
}

/** The old compiler answers to `tsc` as well, so the new one is called by its path; --force because stale errors can stay. */
function compile() {
  const tsc = join(ROOT, 'node_modules/ts7/bin/tsc')
  if (!existsSync(tsc)) fail('the compiler is not installed; run `npm ci` first')
  const { status } = spawnSync(process.execPath, [tsc, '-b', '--force', 'packages/verascope'], {
    cwd: ROOT,
    stdio: 'inherit',
  })
  if (status !== 0) fail('the sources do not compile')
}

async function bundle() {
  const input = Object.fromEntries(Object.entries(INPUTS).map(([name, source]) => [name, join(PROGRAM, source)]))
  const build = await rolldown({
    input,
    platform: 'node',
    // The database is native code and stays a dependency.
    external: [/^@duckdb\//],
    resolve: { conditionNames: ['verascope-source', 'import', 'node', 'default'] },
    tsconfig: false,
  })
  for (const folder of OWN_OUTPUT) rmSync(join(PROGRAM, 'dist', folder), { recursive: true, force: true })
  await build.write({
    dir: join(PROGRAM, 'dist'),
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  })
  await build.close()
}

/** The Parquet writer loads its code from beside the worker. */
function copyWasm() {
  const packageFolder = dirname(
    createRequire(join(PROGRAM, 'package.json')).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm'),
  )
  cpSync(join(packageFolder, 'parquet_wasm_bg.wasm'), join(PROGRAM, 'dist/ingest/parquet_wasm_bg.wasm'))
}

/** The contract for programs that read assessments: the same that `scope --schema` prints. */
function writeSchema() {
  const file = join(PROGRAM, 'dist/assessment.schema.json')
  const { status } = spawnSync(process.execPath, [join(PROGRAM, 'bin/verascope.js'), 'scope', '--schema', '-o', file], {
    stdio: 'inherit',
  })
  if (status !== 0) fail('the built program does not run')
}

const missing = Object.values(INPUTS).filter((source) => !existsSync(join(PROGRAM, source)))
if (missing.length > 0) fail(`missing ${missing.map((source) => relative(ROOT, join(PROGRAM, source))).join(', ')}`)
generateIndexes()
compile()
await bundle()
copyWasm()
writeSchema()
const { version } = JSON.parse(readFileSync(join(PROGRAM, 'package.json'), 'utf8'))
console.error(`built verascope ${version}`)
