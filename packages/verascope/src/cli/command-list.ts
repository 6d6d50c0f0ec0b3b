import { assumeAdd } from './commands/assume-add.ts'
import { assumeList } from './commands/assume-list.ts'
import { assumeWithdraw } from './commands/assume-withdraw.ts'
import { bound } from './commands/bound.ts'
import { change } from './commands/change.ts'
import { completion } from './commands/completion.ts'
import { coverage } from './commands/coverage.ts'
import { demo } from './commands/demo.ts'
import { doctor } from './commands/doctor.ts'
import { indicatorAdd } from './commands/indicator-add.ts'
import { indicatorList } from './commands/indicator-list.ts'
import { indicatorWithdraw } from './commands/indicator-withdraw.ts'
import { ingest } from './commands/ingest.ts'
import { init } from './commands/init.ts'
import { ownerImport } from './commands/owner-import.ts'
import { ownerList } from './commands/owner-list.ts'
import { ownerWithdraw } from './commands/owner-withdraw.ts'
import { proof } from './commands/proof.ts'
import { requestList } from './commands/request-list.ts'
import { scope } from './commands/scope.ts'
import { scopeDiff } from './commands/scope-diff.ts'
import { sql } from './commands/sql.ts'
import { trace } from './commands/trace.ts'
import { verify } from './commands/verify.ts'
import type { Command } from './define.ts'

/** Every command, in the order of the help: the one place that names them. They load what is heavy when they run. */
export const COMMANDS: readonly Command[] = [
  demo,
  init,
  ingest,
  indicatorAdd,
  indicatorList,
  indicatorWithdraw,
  assumeAdd,
  assumeList,
  assumeWithdraw,
  ownerImport,
  ownerList,
  ownerWithdraw,
  scope,
  scopeDiff,
  trace,
  change,
  coverage,
  requestList,
  bound,
  proof,
  verify,
  sql,
  doctor,
  completion,
]
