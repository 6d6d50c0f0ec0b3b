import type { ServiceExample } from '../../../domain/service-row.ts'

const REDSHIFT = { eventSource: 'redshift.amazonaws.com', managementEvent: true }
const PLACE = 'arn:aws:redshift:us-east-1:123837392027'
const CLUSTER = `${PLACE}:cluster:warehouse`
const SHARE = `${PLACE}:datashare:4c64c6ec-73d5-42be-869b-b7f7c43c7a53/testshare`
const TABLE = 'arn:aws:dynamodb:us-east-1:123837392027:table/orders'
const BUCKET = 'arn:aws:s3:::incoming-files'
const TARGET = `${PLACE}:namespace:4c64c6ec-73d5-42be-869b-b7f7c43c7a53`
const INTEGRATION = `${PLACE}:integration:a1b2`

function share(eventName: string, request: object): object {
  return { ...REDSHIFT, eventName, requestParameters: { dataShareArn: SHARE, ...request } }
}

function integration(eventName: string, sourceArn: string): object {
  const answer = { integrationArn: INTEGRATION, sourceArn, targetArn: TARGET }
  const request = eventName.startsWith('Delete') ? { integrationArn: INTEGRATION } : { sourceArn, targetArn: TARGET }
  return { ...REDSHIFT, eventName, requestParameters: request, responseElements: answer }
}

const SHARES: readonly ServiceExample[] = [
  {
    name: 'a datashare is opened to another account',
    record: share('AuthorizeDataShare', { consumerIdentifier: '555555555555' }),
    touches: [{ store: SHARE, effect: 'shared', grantee: '555555555555', grant: 'open' }],
    changes: [{ kind: 'exposure', subject: `Redshift datashare ${SHARE} / consumer 555555555555`, does: 'open' }],
  },
  {
    name: 'the datashare is closed to it',
    record: share('DeauthorizeDataShare', { consumerIdentifier: '555555555555' }),
    touches: [{ store: SHARE, effect: 'named', grantee: '555555555555', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `Redshift datashare ${SHARE} / consumer 555555555555`, does: 'close' }],
  },
  {
    name: 'a datashare is taken in for a whole account',
    record: share('AssociateDataShareConsumer', { associateEntireAccount: true }),
    touches: [{ store: SHARE, effect: 'shared', grantee: '123837392027', grant: 'open' }],
    changes: [{ kind: 'exposure', subject: `Redshift datashare ${SHARE} / association 123837392027`, does: 'open' }],
  },
  {
    name: 'it is given back',
    record: share('DisassociateDataShareConsumer', { disassociateEntireAccount: true }),
    touches: [{ store: SHARE, effect: 'named', grantee: '123837392027', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `Redshift datashare ${SHARE} / association 123837392027`, does: 'close' }],
  },
  {
    name: 'an offered datashare is refused',
    record: share('RejectDataShare', {}),
    touches: [
      { store: SHARE, effect: 'named', grantee: '123837392027', grant: 'close' },
      { store: SHARE, effect: 'named', grantee: '*all*', grant: 'close' },
    ],
    changes: [{ kind: 'exposure', subject: `Redshift datashare ${SHARE} / consumer 123837392027`, does: 'close' }],
  },
]

/** Datashares, copies in other regions and integrations. */
export const SHARING_EXAMPLES: readonly ServiceExample[] = [
  ...SHARES,
  {
    name: 'snapshots go to another region from now on',
    record: {
      ...REDSHIFT,
      eventName: 'EnableSnapshotCopy',
      requestParameters: { clusterIdentifier: 'warehouse', destinationRegion: 'eu-west-1' },
    },
    touches: [
      {
        store: CLUSTER,
        effect: 'redirected',
        grantee: 'arn:aws:redshift:eu-west-1:123837392027:snapshot:warehouse/*',
        grant: 'open',
      },
    ],
    changes: [
      { kind: 'exposure', subject: `Redshift cluster ${CLUSTER} / copied snapshots`, does: 'close' },
      { kind: 'exposure', subject: `Redshift cluster ${CLUSTER} / copied snapshots`, does: 'open' },
    ],
  },
  {
    name: 'the copying of snapshots ends',
    record: {
      ...REDSHIFT,
      eventName: 'DisableSnapshotCopy',
      requestParameters: { clusterIdentifier: 'warehouse' },
    },
    touches: [{ store: CLUSTER, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `Redshift cluster ${CLUSTER} / copied snapshots`, does: 'close' }],
  },
  {
    name: 'a table is carried into a warehouse from now on',
    record: integration('CreateIntegration', TABLE),
    touches: [{ store: TABLE, effect: 'redirected', grantee: TARGET, grant: 'open' }],
    changes: [
      { kind: 'exposure', subject: `integration ${INTEGRATION}`, does: 'open' },
      { kind: 'destruction', subject: `deleted integration ${INTEGRATION}`, does: 'close' },
    ],
  },
  {
    name: 'files of a bucket are carried into a warehouse no more',
    record: integration('DeleteIntegration', BUCKET),
    touches: [{ store: BUCKET, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [
      { kind: 'destruction', subject: `deleted integration ${INTEGRATION}`, does: 'open' },
      { kind: 'exposure', subject: `integration ${INTEGRATION}`, does: 'close' },
    ],
  },
]
