import { SAVE_ANSWER } from '@verascope/core/catalog/saved-answer'
import { plainRequests, requestRows } from '../../render/request-rows.ts'
import { requestsView } from '../../render/request-view.ts'
import { defineCommand } from '../define.ts'

export const requestList = defineCommand({
  name: 'request list',
  noun: 'evidence worth fetching: list',
  summary: 'list what would settle what is open, with read-only commands, soonest to expire first',
  args: {},
  flags: {},
  exits: { 0: 'done', 4: 'no case, or no engine' },
  examples: [
    { does: 'what to fetch before it is gone', line: 'verascope -C CASE request list' },
    {
      does: 'the lines to paste',
      line: `verascope -C CASE request list --json | jq -r '.setup, .requests[].paste'`,
    },
  ],
  async run({ session }) {
    const { assessmentOf } = await import('../assessing.ts')
    const { assessment } = await assessmentOf(session)
    const requests = requestRows(assessment)
    return {
      data: { scopeVersion: assessment.scopeVersion, setup: SAVE_ANSWER, requests },
      view: (page) => requestsView(requests, Date.now(), page),
      plain: () => plainRequests(requests),
      exit: 0,
    }
  },
})
