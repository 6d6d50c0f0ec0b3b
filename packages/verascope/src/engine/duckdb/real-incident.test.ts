import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rows as CREDENTIALS } from '@verascope/core/catalog/credentials/index.generated'
import { rows as EVIDENCE } from '@verascope/core/catalog/evidence/index.generated'
import { rows as SERVICES } from '@verascope/core/catalog/services/index.generated'
import { isObject, type Json, parseJson } from '@verascope/core/domain/json'
import { arrangeCatalog } from '@verascope/core/facts/catalog'
import { memoryFacts } from '@verascope/core/facts/memory'
import { type Projection, project } from '@verascope/core/facts/project'
import type { Selection } from '@verascope/core/facts/selection'
import { expect, it } from 'vitest'
import { withSampleFacts } from './sample-case.ts'

const INCIDENT = fileURLToPath(new URL('../../../../../examples/invictus-aws/CloudTrail', import.meta.url))
const CATALOG = arrangeCatalog(SERVICES, CREDENTIALS)
const KIND = EVIDENCE.find((row) => row.kind === 'cloudtrail')

function recordsOf(file: string): readonly Json[] {
  const parsed = parseJson(readFileSync(join(INCIDENT, file), 'utf8'))
  const records = isObject(parsed) ? parsed['Records'] : parsed
  return Array.isArray(records) ? records : []
}

function projectionsOf(file: string): readonly Projection[] {
  return recordsOf(file).flatMap((record, ordinal): readonly Projection[] => {
    const read = isObject(record) ? KIND?.read(record) : undefined
    if (read?.kind !== 'event') return []
    return [project(read.event, { item: file, ordinal, offset: ordinal, length: 1 }, `${file} ${ordinal}`, CATALOG)]
  })
}

it('a real incident gives equal answers to every question', async () => {
  const files = readdirSync(INCIDENT, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))
  const projections = files.flatMap(projectionsOf)
  expect(projections.length).toBeGreaterThan(2_500)
  const memory = memoryFacts(projections)
  const events = projections.map((one) => one.event)
  const callers = [...new Set(events.map((event) => event.caller))]
  const addresses = [...new Set(events.flatMap((event) => event.address ?? []))]
  const window = { from: null, to: null }
  const selection: Selection = {
    holdings: callers.map((caller, at) => ({
      caller,
      window,
      strict: at % 3 !== 0,
      address: at % 5 === 0 ? (addresses[0] ?? null) : null,
    })),
    matches: [{ on: 'user-agent', value: 'stratus', window }],
    ours: addresses.slice(0, 1).map((value) => ({ on: 'address', value, window })),
  }
  const principals = [...new Set(events.flatMap((event) => event.principal ?? []))]
  const stores = (await memory.stores()).map((one) => one.store.id)
  const subjects = projections.flatMap((one) => one.changes.map((change) => change.subject))
  await withSampleFacts({ projections }, async (facts) => {
    for (const [name, ask] of Object.entries({
      places: (one: typeof facts) => one.places(),
      stores: (one) => one.stores(),
      callers: (one) => one.callers({ callers: [], principals, addresses: [], sessionNames: [] }),
      mintsFrom: (one) => one.mintsFrom(callers),
      mintsOf: (one) => one.mintsOf(callers),
      touches: (one) => one.touches(selection),
      volumes: (one) => one.volumes(selection),
      grants: (one) => one.grants(stores),
      changesBy: (one) => one.changesBy(selection),
      closingsOn: (one) => one.closingsOn(subjects),
      ends: (one) => one.ends([...callers, ...principals]),
      calls: (one) => one.calls(selection),
    } satisfies Record<string, (one: typeof facts) => Promise<readonly unknown[]>>)) {
      const answer = await ask(memory)
      expect(await ask(facts), name).toEqual(answer)
      expect.soft(answer.length, name).toBeGreaterThan(0)
    }
  })
})
