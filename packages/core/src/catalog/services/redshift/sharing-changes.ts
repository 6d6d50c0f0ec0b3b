import { orUnnamed } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { command, opening, part, REGION, said, shown, type Words } from '../../../domain/change-forms.ts'
import { about, closing, type FromCall } from '../../../domain/change-spec.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { storeRef } from '../../../domain/store-forms.ts'
import { ASSOCIATE, CONSUMER, RESTORER } from './actions.ts'
import { snapshotOf, snapshotsOf } from './names.ts'
import { ACCOUNT, CLUSTER, ON_CLUSTER, ofCluster, SHARE_REF, SHARE_SUBJECT, SNAPSHOT } from './things.ts'

const SNAPSHOT_ID = storeRef(snapshotsOf, snapshotOf).id

/** Somebody is let in to something, each for itself; whom a record leaves out makes a change of its own. */
function letIn(subject: FromCall, who: FromCall, what: Words, undo: Words): ChangeSpec {
  const named: Words = (call) =>
    who(call) === null ? 'somebody whom the record leaves out' : `\`${shown(who)(call)}\``
  return opening('exposure', subject, (call) => `${what(call)} to ${named(call)}`, undo)
}

const RESTORE = part(about('Redshift snapshot', orUnnamed(SNAPSHOT_ID)), 'restore', RESTORER)
const QUERY = part(SHARE_SUBJECT, 'consumer', CONSUMER)
const ASSOCIATED = part(SHARE_SUBJECT, 'association', ASSOCIATE)
const ENDPOINTS = ofCluster('endpoints of account', ACCOUNT)

const share = (call: CallEvent): string => `datashare \`${shown(SHARE_REF.name)(call)}\``

/** Sharing of snapshots and datashares, and endpoints of other accounts. */
export const SHARING_CHANGES: Readonly<Record<string, CallChanges>> = {
  AuthorizeSnapshotAccess: letIn(
    RESTORE,
    RESTORER,
    (call) => `opened ${SNAPSHOT.words(call)} for restoring`,
    command('redshift revoke-snapshot-access', {
      'snapshot-identifier': said('snapshotIdentifier'),
      'account-with-restore-access': RESTORER,
      region: REGION,
    }),
  ),
  RevokeSnapshotAccess: closing('exposure', RESTORE, (call) => `withdrew ${SNAPSHOT.words(call)} from an account`),
  AuthorizeDataShare: letIn(
    QUERY,
    CONSUMER,
    (call) => `opened ${share(call)} for queries`,
    command('redshift deauthorize-data-share', {
      'data-share-arn': SHARE_REF.id,
      'consumer-identifier': CONSUMER,
      region: REGION,
    }),
  ),
  DeauthorizeDataShare: closing('exposure', QUERY, (call) => `withdrew ${share(call)} from a consumer`),
  AssociateDataShareConsumer: letIn(
    ASSOCIATED,
    ASSOCIATE,
    (call) => `took ${share(call)} in, and opened it`,
    (call) =>
      `${command('redshift disassociate-data-share-consumer', { 'data-share-arn': SHARE_REF.id, region: REGION })(call)} and the consumer as it was given`,
  ),
  DisassociateDataShareConsumer: closing('exposure', ASSOCIATED, (call) => `gave ${share(call)} back`),
  RejectDataShare: [
    closing(
      'exposure',
      part(SHARE_SUBJECT, 'consumer', ({ account }) => account),
      (call) => `refused ${share(call)}`,
    ),
  ],
  AuthorizeEndpointAccess: letIn(
    ENDPOINTS,
    ACCOUNT,
    (call) => `opened a way by the network into ${CLUSTER.words(call)}`,
    command('redshift revoke-endpoint-access --force', { ...ON_CLUSTER, account: ACCOUNT }),
  ),
  RevokeEndpointAccess: closing(
    'exposure',
    ENDPOINTS,
    (call) => `shut the way of an account into ${CLUSTER.words(call)}`,
  ),
}
