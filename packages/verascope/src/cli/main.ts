import { readFileSync } from 'node:fs'

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return /"version":\s*"([^"]+)"/.exec(text)?.[1] ?? 'unknown'
}

// The version is asked for by scripts: it is answered before anything heavy is loaded.
const [first] = process.argv.slice(2)
if (process.argv.length === 3 && (first === '--version' || first === '-V')) {
  process.stdout.write(`${version()}\n`)
} else if (first === '__complete') {
  // What a completion script asks with the line so far; it must never talk into the line, whatever goes wrong.
  const { answerFor } = await import('./completion/answer.ts')
  process.stdout.write(await answerFor(process.argv[3] ?? '', process.cwd()).catch(() => 'none\n'))
} else {
  const { run } = await import('./run.ts')
  process.exitCode = await run(process.argv, version())
}
