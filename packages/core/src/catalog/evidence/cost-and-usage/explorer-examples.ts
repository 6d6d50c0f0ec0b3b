import { SAVE_THE_COMMAND } from '../../../domain/asked-subject.ts'
import type { Asked, EvidenceExample } from '../../../domain/evidence-row.ts'

const ACCOUNT = '111122223333'
const EGRESS = 'EU-DataTransfer-Out-Bytes'

const COMMAND =
  'aws ce get-cost-and-usage --granularity DAILY --metrics UsageQuantity --group-by Type=DIMENSION,Key=USAGE_TYPE'

function asked(command: string): { readonly asked: Asked } {
  return { asked: { command, at: null, account: ACCOUNT, region: 'us-east-1' } }
}

function answer(
  estimated: boolean,
  groups: readonly (readonly [readonly string[], string, string])[],
  by: readonly string[],
): object {
  return {
    GroupDefinitions: by.map((Key) => ({ Type: 'DIMENSION', Key })),
    ResultsByTime: [
      {
        ...{ TimePeriod: { Start: '2026-03-24', End: '2026-03-25' }, Total: {}, Estimated: estimated },
        Groups: groups.map(([Keys, Amount, Unit]) => ({ Keys, Metrics: { UsageQuantity: { Amount, Unit } } })),
      },
    ],
    DimensionValueAttributes: [],
  }
}

const TYPES = ['USAGE_TYPE']
const SENT: readonly [readonly string[], string, string] = [[EGRESS], '0.5', 'GB']

/** Answers of Cost Explorer, after its API reference. */
export const ANSWERS: readonly EvidenceExample[] = [
  {
    name: 'the usage of an account by type, day by day',
    record: answer(
      false,
      [SENT, [['EU-BoxUsage:t3.micro'], '24', 'Hrs'], [['EU-Requests-Tier2'], '7', 'Requests']],
      TYPES,
    ),
    beside: asked(COMMAND),
    witnesses: [
      {
        ...{ kind: 'amount', at: '2026-03-24T00:00:00Z', until: '2026-03-25T00:00:00Z', measure: 'egress-bytes' },
        ...{ part: 'internet', amount: 2 ** 29, complete: true },
        subject: {
          ...{ id: `${ACCOUNT}/all products`, kind: 'billed-product', account: ACCOUNT, region: null },
          name: `all products of ${ACCOUNT}`,
        },
      },
      { kind: 'amount', measure: 'requests', part: 'unknown', amount: 7, complete: false },
    ],
  },
  {
    name: 'an estimate is not all of it',
    record: answer(true, [SENT], TYPES),
    beside: asked(COMMAND),
    witnesses: [{ kind: 'amount', amount: 2 ** 29, complete: false }],
  },
  {
    name: 'a filter leaves some of it out',
    record: answer(false, [SENT], TYPES),
    beside: asked(`${COMMAND} --filter file://filter.json`),
    witnesses: [{ kind: 'amount', amount: 2 ** 29, complete: false }],
  },
  {
    name: 'one of several pages has some of it',
    record: { ...answer(false, [SENT], TYPES), NextPageToken: 'next' },
    beside: asked(COMMAND),
    witnesses: [{ kind: 'amount', amount: 2 ** 29, complete: false }],
  },
  {
    name: 'of another account of the organisation',
    record: answer(false, [[['444455556666', EGRESS], '1', 'GB']], ['LINKED_ACCOUNT', 'USAGE_TYPE']),
    beside: asked(COMMAND),
    witnesses: [{ kind: 'amount', subject: { ...{ id: '444455556666/all products', account: '444455556666' } } }],
  },
  {
    name: 'of nobody who is known',
    record: answer(false, [SENT], TYPES),
    event: { rejected: `it does not say whose usage it is: ${SAVE_THE_COMMAND}` },
  },
  {
    name: 'without the types of usage',
    record: answer(false, [[['Amazon Simple Storage Service'], '1', 'N/A']], ['SERVICE']),
    beside: asked(COMMAND),
    event: {
      rejected: 'it does not tell the types of usage apart: ask with `--group-by Type=DIMENSION,Key=USAGE_TYPE`',
    },
  },
  {
    name: 'of no usage that tells',
    record: answer(false, [], TYPES),
    beside: asked(COMMAND),
    event: { rejected: 'no usage in it tells how much left or was held: data transfer, requests or storage' },
  },
]
