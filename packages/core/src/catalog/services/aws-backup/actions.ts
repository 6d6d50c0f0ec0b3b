import { partitionOf } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { said } from '../../../domain/change-forms.ts'
import { type Json, pick } from '../../../domain/json.ts'
import { closeAll, openTo, policyGrants } from '../../../domain/policy-grants.ts'
import type { Action, Grant, StoreAt } from '../../../domain/service-row.ts'
import { act, storeRef } from '../../../domain/store-forms.ts'
import {
  destinationsOf,
  POINT_KINDS,
  planId,
  pointsOf,
  RESOURCE_KINDS,
  resourcesOf,
  routesIn,
  vaultId,
  vaultOf,
  vaultsOf,
} from './names.ts'

const VAULT: StoreAt = { kind: 'backup-vault', at: vaultsOf }
const DESTINATION: StoreAt = { kind: 'backup-vault', at: destinationsOf }
const ANY: StoreAt = { kind: 'backup-search', at: () => ['*'] }

/** One action for each kind of store that a recovery point may be. */
function onPoints(effect: Action['effect'], more: Partial<Action> = {}): readonly Action[] {
  return POINT_KINDS.map((kind) => act(effect, { kind, at: pointsOf }, more))
}

const toDestination = storeRef(destinationsOf, vaultOf).id

/** The policy of a call. */
export function policyIn(call: CallEvent): Json | undefined {
  return pick(call.request, 'policy')
}

function sharing(grants: (call: CallEvent) => readonly Grant[]): Action {
  return act('shared', VAULT, { grants })
}

/** A vault of this account by which the air-gapped vault of another one is restored from. */
const restorer = (call: CallEvent): string => said('restoreAccessBackupVaultArn')(call) ?? call.account

const planKey = (call: CallEvent): string => `plan ${planId(call) ?? `unnamed ${call.eventId}`}`

/** Copies that a plan makes of what it puts into vaults: each rule replaces what the plan said before. */
const PLANNED: Action = act(
  'redirected',
  { kind: 'backup-vault', at: (call) => routesIn(call).map((route) => route.vault) },
  {
    names: 'list',
    grants: (call) => [
      ...closeAll(planKey(call)),
      ...openTo(
        routesIn(call).flatMap((route) => route.to),
        planKey(call),
      ),
    ],
  },
)

function bucket(call: CallEvent): string | null {
  const name = said('destinationBucket')(call)
  return name === null ? null : `arn:${partitionOf(call.region)}:s3:::${name}`
}

/** What calls on vaults, backups and plans do. */
export const ACTIONS: Readonly<Record<string, Action | readonly Action[]>> = {
  StartBackupJob: [
    ...RESOURCE_KINDS.map((kind) => act('copied-out', { kind, at: resourcesOf }, { to: vaultId })),
    act('written', VAULT),
  ],
  StartCopyJob: [...onPoints('copied-out', { to: toDestination }), act('written', DESTINATION)],
  // What a restore makes, and where, its record need not tell: it is in the account of the call.
  StartRestoreJob: onPoints('copied-out', { to: (call) => call.account }),
  DeleteRecoveryPoint: onPoints('destroyed'),
  CreateBackupVault: act('written', VAULT),
  CreateLogicallyAirGappedBackupVault: act('written', VAULT),
  DeleteBackupVault: [act('destroyed', VAULT), sharing(() => closeAll('policy'))],
  PutBackupVaultAccessPolicy: sharing((call) => policyGrants(policyIn(call), call, 'policy')),
  DeleteBackupVaultAccessPolicy: sharing(() => closeAll('policy')),
  CreateRestoreAccessBackupVault: sharing((call) => openTo([restorer(call)], 'restore access')),
  CreateBackupPlan: PLANNED,
  UpdateBackupPlan: PLANNED,
  StartSearchJob: act('listed', ANY, { names: 'set', payload: 'listing' }),
  ListSearchJobResults: act('listed', ANY, { names: 'set', payload: 'listing' }),
  StartSearchResultExportJob: [
    act('copied-out', ANY, { names: 'set', payload: 'listing', to: bucket }),
    act('written', { kind: 's3-bucket', at: (call) => [bucket(call) ?? ''] }),
  ],
}
