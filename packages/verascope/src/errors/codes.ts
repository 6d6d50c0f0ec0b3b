/** Every code, with what it is about. Codes are stable: one that is retired is never used again. The first digit is the exit code. */
export const CODES = {
  VS2001: 'the command line says nothing that can be done',
  VS2002: 'nobody said who the actor is',
  VS2003: 'the case has no evidence',
  VS2004: 'an id or name is not in the assessment',
  VS2005: 'a name means several things',
  VS2006: 'an indicator is not in the case',
  VS2007: 'an indicator is empty or its times are the wrong way round',
  VS2008: 'there is no query',
  VS2009: 'the engine refuses a query',
  VS3001: 'a path that was named cannot be read',
  VS3002: 'a raw record cannot be opened: its evidence is gone or was altered',
  VS4001: 'the folder is no demo case',
  VS4002: 'the examples are not here',
  VS4003: 'the folder is no case',
  VS4004: 'the folder holds something else already',
  VS4005: 'the database engine cannot be loaded or cannot open the tables',
  VS4006: 'another command is writing to the case',
  VS7001: 'the journal of the case was altered',
  VS7002: 'a file of the case was altered or is gone',
} as const satisfies Readonly<Record<`VS${number}`, string>>

/** One of the codes. */
export type ErrorCode = keyof typeof CODES

/** The exit code that goes with a code. */
export function exitOf(code: ErrorCode): number {
  return Number(code[2])
}
