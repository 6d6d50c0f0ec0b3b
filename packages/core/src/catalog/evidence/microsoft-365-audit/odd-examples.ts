import type { EvidenceExample } from '../../../domain/evidence-row.ts'
import { READ } from './example-records.ts'

/** Records that leave things out, and those that are refused. */
export const ODD_EXAMPLES: readonly EvidenceExample[] = [
  {
    name: 'a record without a tenant or a user happened all the same',
    record: { ...{ CreationTime: '2026-03-24T08:15:00Z', Id: 'e-1', Operation: 'Send' }, RecordType: 2, UserType: 4 },
    event: { account: 'unknown', caller: 'unknown', 'callerFacts.type': 'Microsoft365System' },
  },
  {
    name: 'a placeholder is no tenant',
    record: { ...READ, OrganizationId: '$RestApiTenantId$' },
    event: { account: 'unknown' },
  },
  {
    name: 'without an id',
    record: { ...READ, Id: '' },
    event: { rejected: 'Id is missing: copies of the record cannot be told from further ones' },
  },
  {
    name: 'without a time',
    record: { ...READ, CreationTime: null },
    event: { rejected: 'CreationTime is missing: the act belongs to no known instant' },
  },
  {
    name: 'with a time that is none',
    record: { ...READ, CreationTime: 'last Tuesday' },
    event: { rejected: 'CreationTime is no time: the act belongs to no known instant' },
  },
]
