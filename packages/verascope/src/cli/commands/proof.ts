import type { Premise } from '@verascope/core/domain/premise'
import { argumentOf, proofView } from '../../render/proof-view.ts'
import { defineCommand, type Result } from '../define.ts'
import { ambiguousId, unknownId } from '../faults.ts'
import { resolveProof } from '../resolve-proof.ts'

/** The premise itself and all that it rests on, each once, in the order of the argument. */
function closureOf(root: Premise, premises: ReadonlyMap<string, Premise>): readonly Premise[] {
  const steps = argumentOf(root, premises).flatMap((step) =>
    'premise' in step && step.asIn === null ? [step.premise] : [],
  )
  return [root, ...steps]
}

function textResult(text: string, data: unknown): Result {
  return { data, view: () => text, exit: 0 }
}

export const proof = defineCommand({
  name: 'proof',
  summary: 'show why a line says what it says, down to the raw record',
  args: {
    id: { help: 'P-..., G-..., C-..., a data store, an identity or an account', required: true, names: 'provable' },
  },
  flags: {
    sql: { type: 'boolean', help: 'print the queries behind it, for a stock DuckDB in the case folder' },
    record: { type: 'boolean', help: 'print the raw records it rests on, as they stand in the evidence' },
    all: { type: 'boolean', help: 'name every record, not only the first of each step' },
  },
  exits: { 0: 'done', 3: 'the evidence file is gone or was altered', 4: 'no case, or no engine' },
  examples: [
    { does: 'the numbered argument behind a store’s verdict', line: 'verascope -C CASE proof my-bucket' },
    { does: 'check the rows yourself', line: 'verascope -C CASE proof P-0123456789ab --sql | (cd CASE && duckdb)' },
    { does: 'the raw records', line: 'verascope -C CASE proof P-0123456789ab --record' },
  ],
  async run({ args, flags, session }) {
    const [{ assessmentOf }, { proofTools }] = await Promise.all([
      import('../assessing.ts'),
      import('../proof-tools.ts'),
    ])
    const asked = args.id[0] ?? ''
    const assessed = await assessmentOf(session)
    const found = resolveProof(asked, assessed)
    if (found.kind === 'unknown') throw unknownId(asked, 'proof, store, identity, account or change', session.program)
    if (found.kind === 'ambiguous') throw ambiguousId(asked, found.candidates, session.program)
    const premises = new Map(assessed.premises.map((premise) => [premise.id, premise]))
    const steps = closureOf(found.root, premises)
    const tools = await proofTools(session)
    if (flags.sql) {
      const sql = tools.sqlOf(steps)
      return textResult(sql, { id: found.root.id, sql })
    }
    if (flags.record) {
      const records = await tools.recordsOf(steps)
      return textResult(records.map((one) => `${one.text}\n`).join(''), { id: found.root.id, records })
    }
    return {
      data: { scopeVersion: assessed.assessment.scopeVersion, id: found.root.id, premises: steps },
      view: (page) => proofView(found.root, premises, tools.placeOf, page),
      exit: 0,
    }
  },
})
