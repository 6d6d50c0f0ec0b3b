import { sqlRows, sqlView } from '../../render/sql-view.ts'
import { defineCommand } from '../define.ts'
import { noQuery, queryRefused } from '../faults.ts'

export const sql = defineCommand({
  name: 'sql',
  summary: 'ask the evidence in SQL: read-only, in a sandbox that sees the case and nothing else',
  args: {
    query: { help: 'a query over events, touches, mints, changes, ends, statements and witnesses', required: false },
  },
  flags: { file: { type: 'text', value: 'FILE', help: 'read the query from a file instead', names: 'file' } },
  exits: { 0: 'done', 4: 'no case, or no engine' },
  examples: [
    {
      does: 'who called, how often, from where',
      line: 'verascope -C CASE sql "SELECT caller, address, count(*) FROM events GROUP BY ALL ORDER BY 3 DESC"',
    },
    { does: 'which columns there are', line: 'verascope -C CASE sql "DESCRIBE touches"' },
    { does: 'a longer query, as JSON', line: 'verascope -C CASE sql --file question.sql --json' },
  ],
  async run({ args, flags, session }) {
    const { queryOf, openCaseQuery } = await import('../sql-work.ts')
    const query = await queryOf(session, args.query[0] ?? null, flags.file ?? null)
    if (query === null) throw noQuery(session.program)
    const opened = await openCaseQuery(session)
    try {
      const answer = await opened.ask(query).catch((error: unknown) => {
        throw queryRefused(error, session.program)
      })
      return { data: answer, view: (page) => sqlView(answer, page), plain: () => sqlRows(answer), exit: 0 }
    } finally {
      opened.close()
    }
  },
})
