import { describe, expect, it } from 'vitest'
import type { CallEvent } from '../../../domain/call.ts'
import { clusterOf, shareOf, shortSnapshotId, snapshotOf } from './names.ts'

const CALL = { account: '111122223333', region: 'us-east-1' } as CallEvent
const PLACE = 'arn:aws:redshift:us-east-1:111122223333'

describe('names of Redshift', () => {
  it('a snapshot is called after its cluster, or after none where that is not known', () => {
    expect(snapshotOf('nightly', CALL)?.id).toBe(`${PLACE}:snapshot:*/nightly`)
    expect(snapshotOf('warehouse/nightly', CALL)?.id).toBe(`${PLACE}:snapshot:warehouse/nightly`)
    expect(shortSnapshotId(`${PLACE}:snapshot:warehouse/nightly`)).toBe(`${PLACE}:snapshot:*/nightly`)
  })

  it('the ARN of something else names no snapshot, though it holds no slash', () => {
    expect(snapshotOf('arn:aws:rds:us-east-1:111122223333:snapshot:nightly', CALL)).toBeNull()
    expect(snapshotOf(`${PLACE}:cluster:warehouse`, CALL)).toBeNull()
  })

  it('identifiers of clusters are kept in small letters', () => {
    expect(clusterOf('Warehouse', CALL)?.id).toBe(`${PLACE}:cluster:warehouse`)
  })

  it('a datashare has a namespace and a name', () => {
    expect(shareOf(`${PLACE}:datashare:4c64/share`, CALL)?.name).toBe('4c64/share')
    expect(shareOf(`${PLACE}:datashare:share`, CALL)).toBeNull()
  })
})
