// The checks that need no running program, cheapest first; the first failure ends them. With --count the last line
// says `N passed, N failed`, for .ci/run to add up.
import { spawnSync } from 'node:child_process'

const CHECKS = ['index', 'lint', 'sizes', 'literals', 'walls', 'types', 'knip']

let passed = 0
let failed = 0
for (const check of CHECKS) {
  console.log(`\n== ${check}`)
  const { status } = spawnSync('npm', ['run', '--silent', `check:${check}`], { stdio: 'inherit' })
  if (status !== 0) {
    failed = 1
    console.error(`\ncheck:${check} failed`)
    break
  }
  passed += 1
}
if (process.argv.includes('--count')) console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed
