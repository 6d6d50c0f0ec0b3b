import { createHash } from 'node:crypto'
import type { DeliveryChecks } from '../coverage/chains.ts'
import { readCoverage } from '../coverage/coverage.ts'
import { GapBook } from '../coverage/gap.ts'
import { IdMaker } from '../domain/premise-graph.ts'
import type { StoreKind } from '../domain/service-row.ts'
import { arrangeCatalog } from '../facts/catalog.ts'
import { memoryFacts } from '../facts/memory.ts'
import type { Projection } from '../facts/project.ts'
import type { Selection } from '../facts/selection.ts'
import type { ExposureInput } from './store-answers.ts'

/** Evidence without any log that is known to have delivered anything. */
export const NOTHING_DELIVERED: DeliveryChecks = {
  held: { byHash: () => null, isAt: () => false },
  verify: () => false,
}

/** What stores are judged from when all that is known are calls and whose they are. */
export async function exposureInput(
  calls: readonly Projection[],
  storeKinds: ReadonlyMap<string, StoreKind>,
  selection: Selection,
): Promise<ExposureInput> {
  const facts = memoryFacts(calls)
  const catalog = { ...arrangeCatalog([], []), storeKinds }
  const closure = { held: new Map(), selection, beside: [], uses: new Map(), events: [], addresses: [] }
  return {
    ...{
      facts,
      catalog,
      closure,
      selection,
      entry: null,
      earlier: null,
      tail: null,
      everywhere: [],
      blocking: [],
      here: () => [],
    },
    coverage: await readCoverage({
      facts,
      catalog,
      places: await facts.places(),
      assumptions: [],
      ...NOTHING_DELIVERED,
    }),
    window: { from: null, to: null },
    gaps: new GapBook(new IdMaker((text) => createHash('sha256').update(text).digest('hex'))),
  }
}
