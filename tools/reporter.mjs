// Prints `N passed, N failed` as the very last line of a vitest run, and lets no failure pass as a success:
// a file that could not be loaded, an error outside any test and an interruption are failures too.
let passed = 0
let failed = 0

function countModule(module) {
  const tests = [...module.children.allTests()]
  const ofState = (state) => tests.filter((test) => test.result().state === state).length
  passed += ofState('passed')
  failed += ofState('failed')
  if (module.state() === 'failed' && ofState('failed') === 0) failed += 1
}

process.once('exit', (code) => {
  if (code !== 0 && failed === 0) failed = 1
  if (failed > 0) process.exitCode = code === 0 ? 1 : code
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
})

export default class LastLine {
  onTestRunEnd(modules, unhandledErrors, reason) {
    passed = 0
    failed = unhandledErrors.length
    for (const module of modules) countModule(module)
    if (reason === 'interrupted') failed += 1
  }
}
