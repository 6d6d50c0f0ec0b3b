/** What a command knows of how it was called, and the only way in which it talks. */
export interface Session {
  /** The case folder, absolute. */
  readonly caseDir: string
  /** What the reader types before the next command: `verascope -C demo-case`. */
  readonly program: string
  readonly cwd: string
  readonly version: string
  readonly verbose: boolean
  /** Whether questions may be asked. */
  readonly mayAsk: boolean
  readonly json: boolean
  /** Whether the reader asked for every row, one a line. */
  readonly plain: boolean
  /** A line of talk on stderr; silent with -q. */
  readonly say: (text: string) => void
  /** A warning on stderr; not silenced. */
  readonly warn: (text: string) => void
  /** A line that replaces itself, on a terminal only; an empty text clears it. */
  readonly progress: (text: string) => void
}
