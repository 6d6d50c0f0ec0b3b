import { partitionOf } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { pickText, pickTexts } from '../../../domain/json.ts'
import type { Statement } from '../../../domain/statement.ts'

type States = (call: CallEvent) => readonly Statement[]

/** The key of a call by its ARN; an id is one of the call's own account and region. An alias stays what it is. */
function keyOf(call: CallEvent): string | null {
  const arn = pickTexts(call.resources, '[].ARN').find((one) => one.includes(':key/'))
  const named = arn ?? pickText(call.response, 'keyId') ?? pickText(call.request, 'keyId')
  if (named === null || named.startsWith('arn:')) return named
  return `arn:${partitionOf(call.region)}:kms:${call.region}:${call.account}:key/${named}`
}

/** A call that sets whether a key encrypts log files, and whether it does from then on; null where the call does not tell. */
function gate(open: boolean | null): States {
  return (call) => {
    const id = keyOf(call)
    if (id === null) return []
    const { account, region, at } = call
    return [{ topic: 'gate', at, says: { gate: 'key', id, account, region, act: 'changed', open } }]
  }
}

/** Calls that may keep a service from encrypting with a key (KMS API reference). A key that is enabled again may still be refused. */
export const GATE_STATES: Readonly<Record<string, States>> = {
  DisableKey: gate(false),
  EnableKey: gate(null),
  ScheduleKeyDeletion: gate(false),
  CancelKeyDeletion: gate(false),
  PutKeyPolicy: gate(null),
  RetireGrant: gate(null),
  RevokeGrant: gate(null),
  DeleteImportedKeyMaterial: gate(false),
  ImportKeyMaterial: gate(null),
}
