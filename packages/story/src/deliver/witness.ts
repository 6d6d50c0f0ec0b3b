import type { Call } from '../emit/call.ts'
import type { StoryFile } from './written.ts'

/** What a witness can have seen: every call that was made, and how long it looked. */
export interface Seen {
  readonly calls: readonly Call[]
  readonly span: { readonly from: number; readonly to: number }
}

/** Anything but a trail that writes down something of what happened: logs of requests, meters, bills, mail. */
export type Witness = (seen: Seen) => readonly StoryFile[]
