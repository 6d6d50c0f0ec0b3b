import type { CallEvent } from '../../../domain/call.ts'
import { hostArn } from '../../../domain/compute.ts'
import type { MintDraft } from '../../../domain/credential-row.ts'
import { pickAll, pickText, pickTexts } from '../../../domain/json.ts'
import { textsUnder } from '../../../domain/named-in-call.ts'
import { UNNAMED_COMPUTE } from '../../../domain/principal.ts'
import { anyRoleOf } from '../../../domain/role-passing.ts'

/** Hosts that a command names by id. Targets by tag name no host; the answer lists the hosts that it knew at once, and often none. */
function commanded(call: CallEvent): readonly string[] {
  const targets = pickAll(call.request, 'targets[]').filter(
    (target) => pickText(target, 'key')?.toLowerCase() === 'instanceids',
  )
  return [
    ...pickTexts(call.request, 'instanceIds[]'),
    ...targets.flatMap((target) => pickTexts(target, 'values[]')),
    ...pickTexts(call.response, 'command.instanceIds[]'),
  ]
}

function hostsOf(call: CallEvent): readonly string[] {
  switch (call.name) {
    case 'SendCommand':
      return commanded(call)
    case 'CreateAssociation':
    case 'UpdateAssociation':
      return [...commanded(call), ...pickTexts(call.request, 'instanceId')]
    case 'StartSession':
      return pickTexts(call.request, 'target')
    case 'RunInstances':
      return pickTexts(call.response, 'instancesSet.items[].instanceId')
    case 'ModifyInstanceAttribute':
      // What a host runs at its start is changed; other attributes do not let anybody in.
      return pickAll(call.request, 'userData').length === 0 ? [] : pickTexts(call.request, 'instanceId')
    case 'AssociateIamInstanceProfile':
    case 'ReplaceIamInstanceProfileAssociation':
      // The actor chose the role; a replacement names the association alone, and the host stands in the answer.
      return [...textsUnder(call.request, 'instanceId'), ...textsUnder(call.response, 'instanceId')]
    default:
      return textsUnder(call.request, 'instanceId')
  }
}

/** Calls that may act on hosts without naming one: by a tag, by a group, or by a name that a cut answer left out. */
const MAY_LEAVE_OUT: ReadonlySet<string> = new Set([
  ...['SendCommand', 'CreateAssociation', 'UpdateAssociation', 'RunInstances', 'ReplaceIamInstanceProfileAssociation'],
])

/** Services that hand out credentials to hosts: to those of EC2, and to those that Systems Manager manages from elsewhere. */
const HAND_OUT = ['ec2.amazonaws.com', 'ssm.amazonaws.com'] as const

/** The hosts that a call lets its caller act on. */
export function mintsOf(call: CallEvent): readonly MintDraft[] {
  const hosts = hostsOf(call).flatMap((id) => hostArn(id, call) ?? [])
  if (hosts.length > 0) return [...new Set(hosts)].map((minted) => ({ minted, kind: 'compute', link: 'possible' }))
  if (!MAY_LEAVE_OUT.has(call.name)) return []
  return HAND_OUT.map((service) => ({ minted: anyRoleOf(service, call), kind: UNNAMED_COMPUTE, link: 'possible' }))
}
