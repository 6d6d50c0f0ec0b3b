import { partitionOf } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import type { Statement } from '../../../domain/statement.ts'
import { keyOf, keysOf } from './names.ts'

type States = (call: CallEvent) => readonly Statement[]

/**
 * The key of a call, and where its changes are recorded: with the key's owner. An alias may stand for any key of its place and
 * cannot be resolved here: it stays an alias, by its ARN.
 */
function keyIn(value: string, call: CallEvent): { readonly id: string; readonly account: string; region: string } {
  const { account, region } = call
  const key = keyOf(value, call)
  if (key !== null) return { id: key.id, account: key.account ?? account, region: key.region ?? region }
  return {
    id: value.startsWith('arn:') ? value : `arn:${partitionOf(region)}:kms:${region}:${account}:${value}`,
    account,
    region,
  }
}

/** A call that sets whether a key encrypts log files, and whether it does from then on; null where the call does not tell. */
function gate(open: boolean | null): States {
  return (call) =>
    keysOf(call).map((value) => ({
      topic: 'gate',
      at: call.at,
      says: { gate: 'key', ...keyIn(value, call), act: 'changed', open },
    }))
}

/**
 * Calls, and deeds of the service itself, that may keep a log from encrypting with a key (KMS API reference; developer guide: logging
 * with CloudTrail). A key that can be used again may still be refused by its policy, so nothing here says that it is open. Grants
 * that are given only let more through.
 */
export const GATE_STATES: Readonly<Record<string, States>> = {
  DisableKey: gate(false),
  EnableKey: gate(null),
  ScheduleKeyDeletion: gate(false),
  // What was to be deleted is left disabled.
  CancelKeyDeletion: gate(false),
  DeleteKey: gate(false),
  PutKeyPolicy: gate(null),
  RetireGrant: gate(null),
  RevokeGrant: gate(null),
  DeleteImportedKeyMaterial: gate(false),
  DeleteExpiredKeyMaterial: gate(false),
  ImportKeyMaterial: gate(null),
}
