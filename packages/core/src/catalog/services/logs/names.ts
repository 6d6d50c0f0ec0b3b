import { partitionOf } from '../../../domain/arn.ts'
import { type ArnForm, everyOne, type NameOf, namedAs, namesIn, type TextsOf } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { everySaid } from '../../../domain/change-forms.ts'
import { pickText } from '../../../domain/json.ts'
import { textsUnder } from '../../../domain/named-in-call.ts'
import { readPolicy } from '../../../domain/policy-document.ts'

/** ARNs of a group go on to `:*` or to a stream of it. */
const FORM: ArnForm = {
  service: 'logs',
  head: 'log-group:',
  name: /^[\w./#-]{1,512}$/,
  own: (name) => name.split(':')[0] ?? '',
}

/** The log group that a name or an ARN stands for. */
export const groupOf: NameOf = namedAs(FORM)
/** All log groups of an account in a region. */
export const everyGroup: NameOf = everyOne(FORM, 'all log groups')

/** The log group of a call; calls name it by its name or by its ARN, in several fields. */
export const groupsOf: TextsOf = namesIn(
  groupOf,
  'logGroupName',
  'logGroupIdentifier',
  'resourceIdentifier',
  'resourceArn',
)

const QUERIED = ['logGroupName', 'logGroupNames', 'logGroupIdentifier', 'logGroupIdentifiers'].map((key) =>
  everySaid(key),
)

/** Every log group that a query is over. */
export function queriedGroups(call: CallEvent): readonly string[] {
  return QUERIED.flatMap((every) => every(call)).filter((value) => groupOf(value, call) !== null)
}

/** Whether a query is, or may be, over groups that its fields do not name: its text may choose them. */
export function choosesByText(call: CallEvent): boolean {
  return queriedGroups(call).length === 0
}

/** The streams that a call reads. */
export function streamsOf(call: CallEvent): string | null {
  return everySaid('logStreamName', 'logStreamNames', 'logStreamNamePrefix')(call).join(', ') || null
}

/** A query, which its results are fetched by. */
export function queryOf(call: CallEvent): string | null {
  const id = pickText(call.response, 'queryId') ?? pickText(call.request, 'queryId')
  return id === null ? null : `query ${id}`
}

/** The bucket that an export writes to. */
export function bucketIn(call: CallEvent): string | null {
  const name = pickText(call.request, 'destination')
  return name === null ? null : `arn:${partitionOf(call.region)}:s3:::${name}`
}

/** Where a policy for all groups sends what they receive; none where it only masks, keeps or indexes it. */
export function accountDestinations(call: CallEvent): readonly string[] {
  const type = pickText(call.request, 'policyType')
  if (type !== null && type !== 'SUBSCRIPTION_FILTER_POLICY') return []
  const document = readPolicy(pickText(call.request, 'policyDocument') ?? undefined)
  const found = document === null ? [] : textsUnder(document, 'DestinationArn')
  return found.length > 0 ? found : ['unknown']
}

/** Where a scheduled query puts its results. */
export const resultPlaces: TextsOf = everySaid('destinationIdentifier')
