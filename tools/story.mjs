// Writes the evidence of a case: `npm run story -- SLUG --out DIR [--seed N] [--scale N]`. Node cannot run TypeScript
// here, so the story and the small AWS it plays in are bundled first, in memory.
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const CASES = join(ROOT, 'cases')

function fail(message) {
  console.error(`story: ${message}`)
  process.exit(2)
}

async function load(file) {
  const entry = 'told-story'
  const code = `export { default as story } from ${JSON.stringify(file)}
export { run } from ${JSON.stringify(join(ROOT, 'packages/story/src/cli.ts'))}`
  const plugin = {
    name: entry,
    resolveId: (id) => (id === entry ? id : null),
    load: (id) => (id === entry ? code : null),
  }
  const build = await rolldown({
    input: entry,
    plugins: [plugin],
    platform: 'node',
    resolve: { conditionNames: ['verascope-source', 'import', 'node', 'default'] },
    tsconfig: false,
  })
  const { output } = await build.generate({ format: 'esm' })
  await build.close()
  return await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`)
}

const [slug, ...args] = process.argv.slice(2)
const slugs = readdirSync(CASES, { withFileTypes: true })
  .filter((one) => one.isDirectory() && existsSync(join(CASES, one.name, 'story.ts')))
  .map(({ name }) => name)
if (slug === undefined || !slugs.includes(slug)) fail(`which case? one of ${slugs.join(', ')}`)
const { run, story } = await load(join(CASES, slug, 'story.ts'))
try {
  console.log(run(story, args))
} catch (error) {
  fail(error.message)
}
