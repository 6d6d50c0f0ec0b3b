import { formatArn, parseArn, partitionOf } from '../../../domain/arn.ts'
import { namedAs, type TextsOf } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { everySaid } from '../../../domain/change-forms.ts'
import { isObject, pickAll, pickText } from '../../../domain/json.ts'
import { resourceArns } from '../../../domain/named-in-call.ts'
import type { StoreKind } from '../../../domain/service-row.ts'
import { firstOf } from '../../../domain/store-forms.ts'

const SERVICE = 'elasticfilesystem'

/** The file system that an id or an ARN stands for. */
export const fileSystemOf: StoreKind['name'] = namedAs({
  service: SERVICE,
  head: 'file-system/',
  name: /^(?:\*|fs-[0-9a-f]{8,40})$/,
})

const listed: TextsOf = (call) => resourceArns(call).filter((arn) => arn.includes(':file-system/'))

/** The file systems of a call; of a replication, its source. */
export const fileSystemsOf: TextsOf = firstOf(
  listed,
  everySaid('sourceFileSystemId'),
  everySaid('fileSystemId'),
  everySaid('resourceId'),
)

/** What stands for a file system that a record leaves out. */
export const ANY_SYSTEM = '*'

/** Where a replication goes, as the answer says, which knows the id and the owner of what it made, or else the request. */
export const destinationsOf = (call: CallEvent): readonly string[] => {
  const paths = ['response.destinations[]', 'request.destinations[]']
  const root = { request: call.request, response: call.response }
  const found = paths.map((path) => pickAll(root, path).filter(isObject)).find((list) => list.length > 0) ?? []
  return found.map((one) => {
    const [id, place, owner] = [pickText(one, 'fileSystemId'), pickText(one, 'region'), pickText(one, 'ownerId')]
    if (id !== null && parseArn(id) !== null) return id
    const region = place ?? call.region
    const account = owner ?? call.account
    return formatArn({
      partition: partitionOf(region),
      service: SERVICE,
      region,
      account,
      resource: `file-system/${id ?? '*'}`,
    })
  })
}
