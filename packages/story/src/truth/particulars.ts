import type { Played } from '../play/played.ts'
import { type TrueBounds, trueBounds } from './bounds.ts'
import { claimsOf, type TrueClaim } from './claims.ts'
import { mailOf, type TrueMail } from './mail.ts'
import { ownersOf, type TrueOwner } from './owners.ts'
import { actorsDeeds } from './taken.ts'

/** What is told of stories that say whose data it is, what lies in mail, and what was claimed. */
export interface TrueParticulars {
  readonly owners?: readonly TrueOwner[]
  readonly bounds?: readonly TrueBounds[]
  readonly mail?: TrueMail
  readonly claims?: readonly TrueClaim[]
}

/** Nothing for a story that says none of it: its truth stays as it is. */
export function particularsOf(played: Played): TrueParticulars {
  const { owners, claims, mailboxes, flows } = played.stage.particulars
  if (owners.length + claims.length + mailboxes.length + flows.length === 0) return {}
  const deeds = actorsDeeds(played)
  const bounds = trueBounds(played, deeds)
  return {
    owners: ownersOf(owners, deeds),
    bounds,
    mail: mailOf(played, deeds),
    claims: claimsOf(claims, bounds),
  }
}
