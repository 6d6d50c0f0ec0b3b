import { orUnnamed } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
  type Lasting,
  made,
  opening,
  part,
  REGION,
  replacing,
  said,
  shown,
  unmade,
} from '../../../domain/change-forms.ts'
import { about, closing, type FromCall, policyDeleted, policyPut } from '../../../domain/change-spec.ts'
import { outage, settings } from '../../../domain/change-switches.ts'
import { isObject, type Json, pick } from '../../../domain/json.ts'
import type { CallChanges } from '../../../domain/service-row.ts'
import { storeRef } from '../../../domain/store-forms.ts'
import { vaultOf, vaultsOf } from './names.ts'

const REF = storeRef(vaultsOf, vaultOf)
const SUBJECT: FromCall = about('Glacier vault', orUnnamed(REF.id))
const ON_VAULT: Readonly<Record<string, FromCall>> = {
  'account-id': ({ account }) => account,
  'vault-name': REF.name,
  region: REGION,
}

const VAULT: Lasting = {
  kind: 'configuration',
  subject: about('Glacier vault', REF.id),
  words: (call) => `Glacier vault \`${shown(REF.name)(call)}\``,
  remove: command('glacier delete-vault', ON_VAULT),
}
const words = VAULT.words

/** The policy of a call: the API wraps the document in an object of its own. */
export function policyIn(call: CallEvent): Json | undefined {
  const policy = pick(call.request, 'policy')
  return isObject(policy) && policy['policy'] !== undefined ? policy['policy'] : policy
}

const POLICED = {
  noun: 'Glacier vault',
  id: orUnnamed(REF.id),
  name: shown(REF.name),
  document: policyIn,
  undo: command('glacier delete-vault-access-policy', ON_VAULT),
}

const ARCHIVE = said('archiveId')
const JOB = said('jobId')

const JOB_STARTED = opening(
  'configuration',
  part(SUBJECT, 'retrieval', orUnnamed(JOB)),
  (call) => {
    const what =
      ARCHIVE(call) === null ? `its ${said('type')(call) ?? 'content'}` : `archive \`${shown(ARCHIVE)(call)}\``
    return `started a job on ${words(call)} for ${what}, whose output can be fetched for a day`
  },
  () => 'nothing stops a job; refuse the fetching of its output to whoever started it, for a day',
)

const LOCK = part(SUBJECT, 'lock')

/** What calls on vaults change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  CreateVault: made(VAULT),
  DeleteVault: [...unmade(VAULT), closing('exposure', about('policy', REF.id), (call) => `deleted ${words(call)}`)],
  DeleteArchive: opening(
    'destruction',
    part(SUBJECT, 'deleted archive', orUnnamed(ARCHIVE)),
    (call) => `deleted archive \`${shown(ARCHIVE)(call)}\` of ${words(call)}`,
    () => 'upload the archive again from its source; the deleted one cannot be brought back',
  ),
  InitiateJob: JOB_STARTED,
  SetVaultAccessPolicy: policyPut(POLICED),
  DeleteVaultAccessPolicy: policyDeleted({ ...POLICED, id: REF.id }),
  InitiateVaultLock: replacing(
    'configuration',
    LOCK,
    (call) => `began to lock ${words(call)} with a policy of its own`,
    command('glacier abort-vault-lock', ON_VAULT),
  ),
  CompleteVaultLock: opening(
    'configuration',
    part(SUBJECT, 'final lock'),
    (call) => `locked ${words(call)} for good`,
    () => 'a completed lock cannot be undone',
  ),
  AbortVaultLock: closing('configuration', LOCK, (call) => `gave up locking ${words(call)}`),
  ...outage(
    {
      subject: part(SUBJECT, 'notifications'),
      words: (call) => `the notifications of ${words(call)}`,
      again: command('glacier set-vault-notifications --vault-notification-config FORMER_CONFIG', ON_VAULT),
    },
    'DeleteVaultNotifications',
    'SetVaultNotifications',
  ),
  SetDataRetrievalPolicy: settings({
    kind: 'configuration',
    subject: ({ account, region }) => `limits of Glacier retrieval ${account}:${region}`,
    words: (call) => `Glacier in region \`${call.region}\``,
    keys: ['rules'],
    restore: command('glacier set-data-retrieval-policy', { 'account-id': ({ account }) => account, region: REGION }),
  }),
}
