// How much work it is to read logs into a case, against DuckDB reading the same files into Parquet. See bench/README.md.
import { mkdirSync, readFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ours, theirs } from './measure.mjs'
import { makeSet } from './sets.mjs'

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '3' },
    threads: { type: 'string', default: String(availableParallelism()) },
    data: { type: 'string', default: join(tmpdir(), 'verascope-bench') },
    growth: { type: 'boolean', default: true },
  },
  allowNegative: true,
})

const EVENTS = Number(values.events)
/** The share of small files: they cost more for each event. */
const SMALL = 5
const MB = 2 ** 20
mkdirSync(values.data, { recursive: true })

function middle(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
}

function told(name, events, runs) {
  const cpu = middle(runs.map((run) => run.cpu))
  const perSecond = Math.round(events / cpu / 100) / 10
  const wall = middle(runs.map((run) => run.wall)).toFixed(1)
  const rss = Math.round(middle(runs.map((run) => run.rss)) / MB)
  console.log(`  ${name.padEnd(9)} ${cpu.toFixed(1)} CPU s  ${perSecond} k events/CPU s  wall ${wall} s  ${rss} MB`)
  return cpu
}

/** Runs both by turns, so that a busy machine slows both. */
function compare(kind, events) {
  const logs = makeSet(values.data, kind, events)
  const { files, bytes } = JSON.parse(readFileSync(`${logs}.done`, 'utf8'))
  console.log(`${kind}: ${events} events in ${files} files, ${Math.round(bytes / events)} bytes an event`)
  const [own, other] = [[], []]
  for (let round = 0; round < Number(values.rounds); round += 1) {
    own.push(ours(logs, values.data, values.threads))
    other.push(theirs(logs, values.data, values.threads))
  }
  const [cpu, theirCpu] = [told('verascope', events, own), told('DuckDB', events, other)]
  console.log(`  CPU of verascope / CPU of DuckDB: ${(cpu / theirCpu).toFixed(2)}`)
  return middle(own.map((run) => run.rss))
}

/** Whether memory stays the same when there is four times as much to read. */
function growth(largest) {
  const rss = ours(makeSet(values.data, 'large', EVENTS / 4), values.data, values.threads).rss
  console.log(
    `memory, 4 times the events: ${Math.round(largest / MB)} MB / ${Math.round(rss / MB)} MB = ${(largest / rss).toFixed(2)}`,
  )
}

console.log(`Node ${process.version}, ${values.threads} threads, the middle of ${values.rounds} rounds`)
const largest = compare('large', EVENTS)
compare('small', EVENTS / SMALL)
if (values.growth) growth(largest)
