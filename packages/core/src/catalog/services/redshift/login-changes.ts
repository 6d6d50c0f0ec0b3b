import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
  inPlace,
  type Lasting,
  opening,
  pair,
  part,
  plain,
  REGION,
  said,
  shown,
} from '../../../domain/change-forms.ts'
import { about, closing } from '../../../domain/change-spec.ts'
import { asks } from '../../../domain/change-toggles.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { shellWord } from '../../../domain/shell-word.ts'
import { CLUSTER, ON_CLUSTER, ofCluster } from './things.ts'

const USER = said('dbUser')
const user = (call: CallEvent): string => (USER(call) === null ? 'its own IAM name' : `\`${shown(USER)(call)}\``)

/** Credentials that open SQL over the network: no further call shows what is done with them. */
const HANDED_OUT: readonly ChangeSpec[] = [
  opening(
    'exposure',
    ofCluster('credentials of database user', USER),
    (call) => `fetched a password of database user ${user(call)} on ${CLUSTER.words(call)}, with which to log in`,
    () =>
      'end the sessions of that database user; what was handed out ends by itself after one hour at most, what was opened with it does not',
  ),
  {
    ...opening(
      'persistence',
      ofCluster('database user', USER),
      (call) => `had database user ${user(call)} made on ${CLUSTER.words(call)} if it was not there`,
      (call) => `DROP USER ${shellWord(USER(call) ?? 'USER')} in the cluster, if nobody else uses it`,
    ),
    when: asks('autoCreate', true),
  },
]

const ENDPOINT = plain({
  kind: 'exposure',
  noun: 'endpoint of a Redshift cluster',
  id: inPlace(said('endpointName')),
  name: said('endpointName'),
  remove: ['redshift delete-endpoint-access', 'endpoint-name'],
})

const PARTNER: Lasting = {
  kind: 'exposure',
  subject: ofCluster('partner', said('partnerName')),
  words: (call) => `the integration of partner \`${shown(said('partnerName'))(call)}\` with ${CLUSTER.words(call)}`,
  remove: command('redshift delete-partner', {
    'account-id': ({ account }) => account,
    ...ON_CLUSTER,
    'database-name': said('databaseName'),
    'partner-name': said('partnerName'),
  }),
}

const GROUP_NAME = said('clusterSecurityGroupName')
const SOURCE = said('cIDRIP', 'eC2SecurityGroupName')
const INGRESS = part(about('Redshift security group', inPlace(GROUP_NAME)), 'ingress', SOURCE)

/** Ways to log in to clusters that calls open and shut. */
export const LOGIN_CHANGES: Readonly<Record<string, CallChanges>> = {
  GetClusterCredentials: HANDED_OUT,
  GetClusterCredentialsWithIAM: HANDED_OUT,
  GetIdentityCenterAuthToken: HANDED_OUT,
  ...pair(ENDPOINT, 'CreateEndpointAccess', 'DeleteEndpointAccess'),
  ...pair(PARTNER, 'AddPartner', 'DeletePartner'),
  AuthorizeClusterSecurityGroupIngress: opening(
    'exposure',
    INGRESS,
    (call) => `let \`${shown(SOURCE)(call)}\` in to clusters of security group \`${shown(GROUP_NAME)(call)}\``,
    command('redshift revoke-cluster-security-group-ingress', {
      'cluster-security-group-name': GROUP_NAME,
      cidrip: said('cIDRIP'),
      region: REGION,
    }),
  ),
  RevokeClusterSecurityGroupIngress: closing(
    'exposure',
    INGRESS,
    () => 'shut out what a security group of Redshift let in',
  ),
}
