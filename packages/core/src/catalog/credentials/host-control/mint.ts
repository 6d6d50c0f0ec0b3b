import type { CallEvent } from '../../../domain/call.ts'
import { hostArn } from '../../../domain/compute.ts'
import type { MintDraft } from '../../../domain/credential-row.ts'
import { pickAll, pickText, pickTexts } from '../../../domain/json.ts'
import { textsUnder } from '../../../domain/named-in-call.ts'

/** Hosts that a command names by id. Targets by tag name no host; the answer lists the hosts it knew at once. */
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
      return pickTexts(call.request, 'instanceId')
  }
}

/** The hosts that a call lets its caller act on. */
export function mintsOf(call: CallEvent): readonly MintDraft[] {
  const hosts = hostsOf(call).flatMap((id) => hostArn(id, call) ?? [])
  return [...new Set(hosts)].map((minted) => ({ minted, kind: 'compute', link: 'possible' }))
}
