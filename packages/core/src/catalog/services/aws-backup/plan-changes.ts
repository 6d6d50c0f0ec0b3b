import { accountOf } from '../../../domain/arn.ts'
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
  replacing,
  said,
  shown,
} from '../../../domain/change-forms.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { planId, routesIn } from './names.ts'

const PLAN = plain({
  kind: 'configuration',
  noun: 'backup plan',
  id: planId,
  remove: ['backup delete-backup-plan', 'backup-plan-id'],
})

/** Vaults of other accounts that a plan copies to. */
function outside(call: CallEvent): readonly string[] {
  const to = routesIn(call).flatMap((route) => route.to)
  return [...new Set(to.filter((vault) => accountOf(vault) !== call.account))]
}

/** A plan that copies to another account hands over everything that it backs up. */
const COPIED: ChangeSpec = {
  ...opening(
    'exposure',
    part(PLAN.subject, 'copies'),
    (call) => `had ${PLAN.words(call)} copy every backup to \`${outside(call).join('`, `')}\``,
    PLAN.remove,
  ),
  when: (call) => outside(call).length > 0,
}

const { CreateBackupPlan = [], DeleteBackupPlan = [] } = pair(PLAN, 'CreateBackupPlan', 'DeleteBackupPlan')

const SELECTION_ID = said('selectionId')
const SELECTION: Lasting = {
  kind: 'configuration',
  subject: part(PLAN.subject, 'selection', SELECTION_ID),
  words: (call) => `selection \`${shown(SELECTION_ID)(call)}\` of ${PLAN.words(call)}: what it backs up`,
  remove: command('backup delete-backup-selection', {
    'backup-plan-id': planId,
    'selection-id': SELECTION_ID,
    region: REGION,
  }),
}

function named(noun: string, key: string, verb: string, option: string): Lasting {
  return plain({ kind: 'configuration', noun, id: inPlace(said(key)), name: said(key), remove: [verb, option] })
}

/** Reports and restores on a schedule: the one writes to a bucket, the other makes stores of backups by itself. */
const REPORT = named('report plan', 'reportPlanName', 'backup delete-report-plan', 'report-plan-name')
const TEST = named(
  'restore testing plan',
  'restoreTestingPlanName',
  'backup delete-restore-testing-plan',
  'restore-testing-plan-name',
)

/** What calls on plans change for longer than themselves. */
export const PLAN_CHANGES: Readonly<Record<string, CallChanges>> = {
  CreateBackupPlan: [...CreateBackupPlan, COPIED],
  UpdateBackupPlan: [
    ...replacing(
      'configuration',
      part(PLAN.subject, 'content'),
      (call) => `changed ${PLAN.words(call)}: what is kept, for how long, and where`,
      command('backup update-backup-plan --backup-plan FORMER_PLAN', { 'backup-plan-id': planId, region: REGION }),
    ),
    COPIED,
  ],
  DeleteBackupPlan,
  ...pair(SELECTION, 'CreateBackupSelection', 'DeleteBackupSelection'),
  ...pair(REPORT, 'CreateReportPlan', 'DeleteReportPlan'),
  ...pair(TEST, 'CreateRestoreTestingPlan', 'DeleteRestoreTestingPlan'),
}
