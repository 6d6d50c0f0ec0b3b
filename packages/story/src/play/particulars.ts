import type { Witness } from '../deliver/witness.ts'
import type { StoryFile } from '../deliver/written.ts'
import type { Claim } from '../world/claim.ts'
import type { Mailbox, MailFlow } from '../world/mail.ts'
import type { Store } from '../world/model.ts'
import type { Owner } from '../world/owner.ts'

/** What some stories have besides calls. A story that adds nothing here has the truth and the files that it would have without. */
export class Particulars {
  readonly witnesses: Witness[] = []
  /** Files that are no evidence: what the organisation knows about itself. */
  readonly beside: StoryFile[] = []
  readonly owners: Owner[] = []
  readonly mailboxes: Mailbox[] = []
  readonly flows: MailFlow[] = []
  readonly claims: Claim[] = []
  /** Buckets whose requests are counted by a meter that leaves none out. */
  readonly metered: Store[] = []
}
