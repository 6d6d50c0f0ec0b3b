// Whether reading and assessing take the same memory, and time in proportion, when there is ten times as much. See bench/README.md.
import { mkdirSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ACTOR_KEY } from './events.mjs'
import { assessed, ours } from './measure.mjs'
import { makeSet } from './sets.mjs'

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '10000000' },
    times: { type: 'string', default: '10' },
    threads: { type: 'string', default: String(availableParallelism()) },
    data: { type: 'string', default: join(tmpdir(), 'verascope-bench') },
    judged: { type: 'boolean', default: true },
  },
  allowNegative: true,
})

const MANY = Number(values.events)
const TIMES = Number(values.times)
const MB = 2 ** 20
mkdirSync(values.data, { recursive: true })

function told(events, name, { cpu, wall, rss }) {
  const amounts = `${cpu.toFixed(1)} CPU s  wall ${wall.toFixed(1)} s  ${Math.round(rss / MB)} MB`
  console.log(`${events} events, ${name.padEnd(6)} ${amounts}`)
}

function measured(events) {
  const read = ours(makeSet(values.data, 'large', events), values.data, values.threads)
  told(events, 'read', read)
  if (!values.judged) return { read }
  const judged = assessed(values.data, ACTOR_KEY)
  told(events, 'judged', judged)
  return { read, judged }
}

console.log(`Node ${process.version}, ${values.threads} threads`)
const [few, many] = [measured(MANY / TIMES), measured(MANY)]
for (const step of Object.keys(many)) {
  const [one, other] = [few[step], many[step]]
  console.log(
    `${step}, ${TIMES} times the events: memory ${(other.rss / one.rss).toFixed(2)}, CPU ${(other.cpu / one.cpu).toFixed(1)}, wall ${(other.wall / one.wall).toFixed(1)}`,
  )
}
