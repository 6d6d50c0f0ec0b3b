import type { MintDraft } from '../../../domain/credential-row.ts'

/** How a session is held: what it is, and by whom besides the caller. */
export type Hold = Pick<MintDraft, 'kind' | 'link' | 'through' | 'throughLink'>
