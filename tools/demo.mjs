// `npm run demo`: mints the case of 71 owners beside its truth and works it through with the built program, command by command.
// `npm run demo -- --real [...]` is `verascope demo`: a real public incident.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const PROGRAM = join(ROOT, 'packages/verascope/bin/verascope.js')
const FOLDER = 'demo-story'
const CLAIM = '350GB'

function run(args) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

function verascope(...args) {
  console.log(`\n$ verascope -C ${FOLDER}/case ${args.join(' ')}`)
  run([PROGRAM, '-C', join(FOLDER, 'case'), ...args])
}

/** Only a folder that this made before is made anew. */
function makeRoom() {
  if (!existsSync(FOLDER)) return
  if (!existsSync(join(FOLDER, 'truth.json'))) {
    console.error(`demo: ./${FOLDER} is there and is no demo: move it away, or run the demo somewhere else`)
    process.exit(2)
  }
  rmSync(FOLDER, { recursive: true })
}

function story() {
  makeRoom()
  console.log(
    'A key stolen through a build tool, and a bucket in which 71 owners keep their data. All of it is made up.\n',
  )
  run([join(ROOT, 'tools/story.mjs'), 'seventy-one-owners', '--out', FOLDER])
  const truth = JSON.parse(readFileSync(join(FOLDER, 'truth.json'), 'utf8'))
  const to = new Date(Date.parse(truth.window.to) - 1_000).toISOString().replace('.000Z', 'Z')
  verascope('init', '--no-input')
  verascope('ingest', join(FOLDER, 'evidence'))
  for (const { value, from, isOurs } of truth.indicators)
    verascope('indicator', 'add', value, ...(isOurs ? ['--ours'] : []), ...(from === null ? [] : ['--from', from]))
  verascope('owner', 'import', join(FOLDER, 'owners.csv'), '--by', 'demo')
  verascope('scope', '--to', to)
  verascope('scope', '--to', to, '--by', 'owner')
  const { store } = truth.claims.find((claim) => claim.store !== null)
  verascope('bound', '--store', store, '--claim', CLAIM, '--form', 'raw')
  console.log(
    `\nWhat truly happened stands in ${FOLDER}/truth.json, told hour by hour in cases/seventy-one-owners/README.md.`,
  )
  console.log('A real incident instead: npm run demo -- --real')
}

const [first, ...rest] = process.argv.slice(2)
if (first === '--real') run([PROGRAM, 'demo', ...rest])
else story()
