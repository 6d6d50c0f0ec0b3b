// Checks .dependency-cruiser.mjs. The tool itself says "no violations" when it could not read a single source file,
// for example without the right TypeScript; here that is a failure.
import { cruise } from 'dependency-cruiser'
import config from '../.dependency-cruiser.mjs'
import { sourceFolders } from './sources.mjs'

const LEAST_MODULES = 10

const { output } = await cruise(sourceFolders(), { ...config.options, ruleSet: config, validate: true })
const sources = output.modules.filter(({ source }) => /^packages\/[^/]+\/src\//.test(source)).length
const { violations } = output.summary
const comments = new Map(config.forbidden.map(({ name, comment }) => [name, comment]))

for (const { rule, from, to, cycle } of violations) {
  const way =
    cycle === undefined
      ? from === to
        ? from
        : `${from} -> ${to}`
      : [from, ...cycle.map(({ name }) => name)].join(' -> ')
  console.error(`${rule.name}: ${way}\n    ${comments.get(rule.name)}`)
}
if (sources < LEAST_MODULES) {
  console.error(`only ${sources} source modules seen: the check cannot read the sources (is 'typescript' installed?)`)
}
if (violations.length > 0 || sources < LEAST_MODULES) process.exitCode = 1
console.log(
  `walls: ${sources} source modules, ${output.summary.totalDependenciesCruised} imports, ${violations.length} breaches`,
)
