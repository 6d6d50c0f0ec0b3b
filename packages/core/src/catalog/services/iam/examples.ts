import type { ServiceExample } from '../../../domain/service-row.ts'
import { POLICY_EXAMPLES } from './policy-examples.ts'
import { ROLE_EXAMPLES } from './role-examples.ts'
import { USER_EXAMPLES } from './user-examples.ts'

/** Records and what they changed: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [...USER_EXAMPLES, ...POLICY_EXAMPLES, ...ROLE_EXAMPLES]
