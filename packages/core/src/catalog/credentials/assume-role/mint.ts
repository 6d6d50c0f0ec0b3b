import { accountOf, formatArn, parseArn, partitionOf } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import type { MintDraft } from '../../../domain/credential-row.ts'
import { pickText } from '../../../domain/json.ts'
import { SERVICE_FORWARDED } from '../../../domain/principal.ts'
import { isAccessKeyId, sessionArn } from '../../../domain/principal-arn.ts'
import { parseRecordedTime } from '../../../domain/recorded-time.ts'
import { federatedHolds } from './by-federation.ts'
import { behindService, computeHold } from './by-service.ts'
import { type Hold, heldBy } from './hold.ts'
import { openedNames } from './opened.ts'

function holdsOf(call: CallEvent, role: string | null, session: string): readonly Hold[] {
  if (call.name !== 'AssumeRole' && call.name !== 'AssumeRoot') return federatedHolds(call, role)
  if (call.invokedBy !== null && call.caller === call.invokedBy) return [computeHold(call, call.invokedBy, session)]
  // A service that assumes a role in somebody's name keeps the session; what it does with it is not known to be theirs.
  if (call.callerKind === SERVICE_FORWARDED) return [{ kind: 'service-session', link: 'possible' }]
  const [own, other] = [call.principalAccount, role === null ? null : accountOf(role)]
  const crosses = own !== null && other !== null && own !== other
  return heldBy({ kind: 'temporary-credentials', link: 'minted' }, crosses ? openedNames(role) : [])
}

function rootOf(call: CallEvent): string | null {
  const account = accountOf(pickText(call.request, 'targetPrincipal') ?? '')
  if (account === null) return null
  return formatArn({ partition: partitionOf(call.region), service: 'iam', region: '', account, resource: 'root' })
}

function principalOf(call: CallEvent, role: string | null, session: string): string | null {
  if (call.name === 'AssumeRoot') return rootOf(call)
  return pickText(call.response, 'assumedRoleUser.arn') ?? sessionArn(role, session === '' ? null : session)
}

/** The session that a call of the AssumeRole family gave out, once for each way in which somebody may hold it. */
export function mintsOf(call: CallEvent): readonly MintDraft[] {
  const named = pickText(call.request, 'roleArn')
  const role = named !== null && parseArn(named) !== null ? named : null
  const session = pickText(call.request, 'roleSessionName') ?? ''
  const principal = principalOf(call, role, session)
  const known = holdsOf(call, role, session)
  const holds = [...known, ...known.slice(0, 1).flatMap((hold) => behindService(call, role, hold))]
  const key = pickText(call.response, 'credentials.accessKeyId')
  const expires = parseRecordedTime(pickText(call.response, 'credentials.expiration') ?? '')
  if (key !== null && isAccessKeyId(key)) return holds.map((one) => ({ ...one, minted: key, principal, expires }))
  // Answers are left out or masked in some copies. The session exists all the same; only its principal's name is known.
  if (principal === null) return []
  return holds.map((one) => ({ ...one, minted: principal, link: 'inferred', principal, expires }))
}
