import { partitionOf } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { everySaid, said } from '../../../domain/change-forms.ts'
import type { FromCall } from '../../../domain/change-spec.ts'
import { asks } from '../../../domain/change-toggles.ts'
import { closeAll, openTo } from '../../../domain/policy-grants.ts'
import type { Action, Grant, StoreAt } from '../../../domain/service-row.ts'
import { act, storeRef } from '../../../domain/store-forms.ts'
import {
  clusterOf,
  clustersOf,
  copiedSnapshots,
  finalSnapshots,
  listedSnapshots,
  restoredSnapshots,
  sharesOf,
  snapshotOf,
  snapshotsOf,
} from './names.ts'

const CLUSTER: StoreAt = { kind: 'redshift-cluster', at: clustersOf }
const SNAPSHOT: StoreAt = { kind: 'redshift-snapshot', at: snapshotsOf }
const SHARE: StoreAt = { kind: 'redshift-datashare', at: sharesOf }
const RESTORED: StoreAt = { kind: 'redshift-snapshot', at: restoredSnapshots }
const LISTED: StoreAt = { kind: 'redshift-snapshot', at: listedSnapshots }
const FINAL: StoreAt = { kind: 'redshift-snapshot', at: finalSnapshots }

const toCluster = storeRef(clustersOf, clusterOf).id
const toSnapshot = storeRef(snapshotsOf, snapshotOf).id
const toFinal = storeRef(finalSnapshots, snapshotOf).id

const restore: readonly Action[] = [act('copied-out', RESTORED, { to: toCluster }), act('written', CLUSTER)]

function sharing(grants: (call: CallEvent) => readonly Grant[], on = SNAPSHOT): Action {
  return act('shared', on, { grants })
}

/** The account that a snapshot is shared with. */
export const RESTORER: FromCall = said('accountWithRestoreAccess')

/** A grant to whom a record names; where it leaves that out, it may be anybody. */
function opened(grantee: string | null, key: string): readonly Grant[] {
  return openTo([grantee ?? 'unknown'], key)
}

/** The end of a grant; INVARIANT: where the record does not say whose, it ends nobody's. */
function ended(grantee: string | null, key: string): readonly Grant[] {
  return grantee === null ? [] : [{ grantee, grant: 'close', key }]
}

function dropped(on: StoreAt): readonly Action[] {
  return [act('destroyed', on), sharing(() => closeAll('restore'), on)]
}

/** Who may query a datashare, as its producer says: an account, or a name that stands for many. */
export const CONSUMER: FromCall = said('consumerIdentifier')

/** Where a consumer takes a datashare in: one namespace, the whole account, or a region of it. */
export const ASSOCIATE: FromCall = (call) => {
  const region = said('consumerRegion')(call)
  const isAll = asks('associateEntireAccount', true)(call) || asks('disassociateEntireAccount', true)(call)
  const place = region === null ? null : `${call.account}:${region}`
  return said('consumerArn')(call) ?? place ?? (isAll ? call.account : null)
}

/** Automated snapshots of a cluster go to another region of the account. */
function copies(call: CallEvent): readonly Grant[] {
  const [cluster, region] = [said('clusterIdentifier')(call), said('destinationRegion')(call)]
  if (region === null) return openTo(['unknown'], 'snapshot copies')
  const partition = partitionOf(region)
  return openTo([`arn:${partition}:redshift:${region}:${call.account}:snapshot:${cluster ?? '*'}/*`], 'snapshot copies')
}

/** The key of an integration: one that its record does not name is one of its own, that nothing ends. */
function integration(call: CallEvent): string {
  return `integration ${said('integrationArn')(call) ?? `unnamed ${call.eventId}`}`
}

/** What an integration carries into a warehouse: everything in its source, for as long as it stands. */
function feeding(grants: (call: CallEvent) => readonly Grant[]): readonly Action[] {
  const at = everySaid('sourceArn')
  return ['dynamodb-table', 's3-bucket'].map((kind) => act('redirected', { kind, at }, { grants }))
}

/** What calls on clusters, their snapshots and datashares do. */
export const ACTIONS: Readonly<Record<string, Action | readonly Action[]>> = {
  CreateCluster: act('written', CLUSTER),
  CreateClusterSnapshot: [act('copied-out', CLUSTER, { to: toSnapshot }), act('written', SNAPSHOT)],
  CopyClusterSnapshot: [
    act('copied-out', { kind: 'redshift-snapshot', at: copiedSnapshots }, { to: toSnapshot }),
    act('written', SNAPSHOT),
  ],
  RestoreFromClusterSnapshot: restore,
  RestoreTableFromClusterSnapshot: restore,
  DeleteCluster: [
    act('copied-out', CLUSTER, { to: toFinal, when: (call) => finalSnapshots(call).length > 0 }),
    act('written', FINAL),
    act('destroyed', CLUSTER),
  ],
  DeleteClusterSnapshot: dropped(SNAPSHOT),
  BatchDeleteClusterSnapshots: dropped(LISTED).map((action) => ({ ...action, names: 'list' as const })),
  AuthorizeSnapshotAccess: sharing((call) => opened(RESTORER(call), 'restore')),
  RevokeSnapshotAccess: sharing((call) => ended(RESTORER(call), 'restore')),
  AuthorizeDataShare: sharing((call) => opened(CONSUMER(call), 'consumer'), SHARE),
  DeauthorizeDataShare: sharing((call) => ended(CONSUMER(call), 'consumer'), SHARE),
  AssociateDataShareConsumer: sharing((call) => opened(ASSOCIATE(call), 'association'), SHARE),
  DisassociateDataShareConsumer: sharing((call) => ended(ASSOCIATE(call), 'association'), SHARE),
  // A consumer refuses what it was offered: nothing that it had taken in stays.
  RejectDataShare: sharing((call) => [...ended(call.account, 'consumer'), ...closeAll('association')], SHARE),
  EnableSnapshotCopy: act('redirected', CLUSTER, { grants: copies }),
  DisableSnapshotCopy: act('redirected', CLUSTER, { grants: () => closeAll('snapshot copies') }),
  CreateIntegration: feeding((call) => openTo([said('targetArn')(call) ?? 'unknown'], integration(call))),
  DeleteIntegration: feeding((call) => closeAll(integration(call))),
}
