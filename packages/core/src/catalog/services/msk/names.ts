import { type ArnForm, idIn, type NameOf, namedAs, namesIn, orUnnamed, type TextsOf } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { everySaid, type Words } from '../../../domain/change-forms.ts'
import type { FromCall } from '../../../domain/change-spec.ts'
import { pickAll, pickText } from '../../../domain/json.ts'

/** A cluster has a name and an id; only both together are one cluster. */
const FORM: ArnForm = { service: 'kafka', head: 'cluster/', name: /^[A-Za-z0-9-]{1,64}\/[\w-]{1,64}$/ }

/** The cluster that an ARN stands for; a bare name is no whole name. */
export const clusterOf: NameOf = (value, call) => (value.startsWith('arn:') ? namedAs(FORM)(value, call) : null)

const inCall = namesIn(clusterOf, 'clusterArn', 'targetClusterArn')

/** ARNs stand in the path of many addresses, and are recorded as they stood there. */
function plain(value: string): string {
  return value.startsWith('arn%3A') || value.startsWith('arn%3a')
    ? value.replaceAll(/%3a/gi, ':').replaceAll(/%2f/gi, '/')
    : value
}

/** The cluster of a call. */
export const clustersOf: TextsOf = (call) => {
  const found = inCall(call)
  return found.length > 0 ? found : everySaid('clusterArn')(call).map(plain)
}

/** The cluster of a call by its id, or what stands for the call where it names none. */
export const CLUSTER_ID: FromCall = orUnnamed(idIn(clusterOf, clustersOf))
/** The cluster of a call by its name. */
export const clusterName: Words = (call) =>
  clustersOf(call).flatMap((value) => clusterOf(value, call)?.name.split('/')[0] ?? [])[0] ?? 'unknown'

/** The clusters that a replicator copies from. */
export const sourcesOf: TextsOf = everySaid('sourceKafkaClusterArn')

/** The clusters, or other places, that a replicator copies to. */
export function targetsOf(call: CallEvent): readonly string[] {
  const found = pickAll(call.request, 'replicationInfoList[]').flatMap(
    (one) => pickText(one, 'targetKafkaClusterArn') ?? pickText(one, 'targetKafkaClusterId') ?? [],
  )
  return found.length > 0 ? found : ['unknown']
}

/** The secrets that clients sign in with. */
export const secretsOf: TextsOf = everySaid('secretArnList')
