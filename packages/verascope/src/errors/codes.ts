/** What stands behind a code: what it is about, and what to do. */
interface CodeFacts {
  readonly about: string
  readonly todo: string
}

/** Every code. Codes are stable: one that is retired is never used again. The first digit is the exit code. */
export const CODES = {
  VS1000: {
    about: 'a fault of verascope itself',
    todo: 'It is not your doing. The case is as it was after the last finished step. Run the command again with `-v`, and report what it prints, without names that nobody else may see.',
  },
  VS2001: {
    about: 'the command line cannot be understood',
    todo: '`verascope --help` lists the commands, `verascope help COMMAND` the flags of one.',
  },
  VS2002: {
    about: 'nobody said who the actor is',
    todo: 'Add what you know with `indicator add`: a stolen key, a user or role, an address, a part of a user agent.',
  },
  VS2003: {
    about: 'the case has no evidence',
    todo: 'Read logs with `ingest`: files and folders, in any mix.',
  },
  VS2004: {
    about: 'an id or name is not in the assessment',
    todo: '`scope --plain`, `trace --plain` and `change --plain` list every id. An id of an older assessment may be gone.',
  },
  VS2005: {
    about: 'a name means several things',
    todo: 'Use one of the ids that the message lists.',
  },
  VS2006: {
    about: 'an indicator is not in the case',
    todo: '`indicator list` shows those that stand; withdrawn ones are in the journal only.',
  },
  VS2007: {
    about: 'an indicator is empty or its times are the wrong way round',
    todo: 'Give a value, and a `--from` that is not later than `--to`.',
  },
  VS2008: {
    about: 'there is no query',
    todo: 'Type one in quotes after `sql`, or name a file that holds it with `--file`.',
  },
  VS2009: {
    about: 'the engine refuses a query',
    todo: 'One selection at a time is taken. `sql "SHOW TABLES"` and `sql "DESCRIBE events"` show what there is; write `"at"` in double quotes.',
  },
  VS2010: {
    about: 'an assessment is not in the case',
    todo: '`assessments/` holds them by number; `scope` makes one when it has something new to say.',
  },
  VS2011: {
    about: 'the window that was asked for is empty',
    todo: 'Give a `--from` that is not later than `--to`, and a `--to` that is not before the first evidence.',
  },
  VS2012: {
    about: 'an amount of bytes cannot be understood',
    todo: 'Write a number above zero and its unit: 350GB, 1.5TB, 900MiB, 120000B. Fractions have a point, thousands nothing.',
  },
  VS2013: {
    about: 'an assumption cannot be taken as it was typed',
    todo: '`help assumptions` says how each kind is written. Each needs `--because` and `--by`: a person vouches for it.',
  },
  VS2014: {
    about: 'an assumption is not in the case',
    todo: '`assume list` shows those that stand; withdrawn ones are in the journal only.',
  },
  VS2015: {
    about: 'the case has no owners map',
    todo: '`owner import` takes one as CSV or YAML; `help owners` says how it is written.',
  },
  VS3001: {
    about: 'a path that was named cannot be read',
    todo: 'Check the spelling and the rights. Nothing was read: the other paths were not touched either.',
  },
  VS3002: {
    about: 'a raw record cannot be opened: its evidence is gone or was altered',
    todo: 'Put the file back as it was read; the manifest has its SHA-256. The verdicts stand on the tables and are not changed by this.',
  },
  VS3003: {
    about: 'an owners map has rows that cannot be taken',
    todo: 'The message names each line with its reason. Correct them and import the file again; `--max-rejects N` leaves up to N of them out.',
  },
  VS4000: {
    about: 'the system refused something: no space, no rights, too many open files',
    todo: 'The message names it. Nothing is half written: make room or give the rights, and run the same command again. `doctor` tries everything that is needed.',
  },
  VS4001: {
    about: 'the folder is no demo case',
    todo: 'Name another folder: the demo removes and makes anew only what it made.',
  },
  VS4002: {
    about: 'the examples are not here',
    todo: 'They ship with the source tree, not with the installed package.',
  },
  VS4003: {
    about: 'the folder is no case',
    todo: 'Name the case with `-C`, or make one with `init`.',
  },
  VS4004: {
    about: 'the folder holds something else already',
    todo: 'Name another folder: a case is made in an empty or new one.',
  },
  VS4005: {
    about: 'the database engine cannot be loaded or cannot open the tables',
    todo: '`doctor` says which of both. Tables are made from evidence: a new case and `ingest` make them again.',
  },
  VS4006: {
    about: 'another command is writing to the case',
    todo: 'Wait for it. If it was killed on another machine, the message names the file to remove.',
  },
  VS7001: {
    about: 'the journal of the case was altered',
    todo: 'Every line holds the hash of the one before it. Take the case from a copy that was not altered; do not mend the journal by hand.',
  },
  VS7002: {
    about: 'a file of the case was altered or is gone',
    todo: 'Take the case from a copy, or make a new one and `ingest` the evidence again.',
  },
  VS7003: {
    about: 'a stored assessment was altered',
    todo: 'It is not used any more. `scope` makes a new one from the evidence tables; `verify` checks those.',
  },
} as const satisfies Readonly<Record<`VS${number}`, CodeFacts>>

/** One of the codes. */
export type ErrorCode = keyof typeof CODES

/** Whether a text is one of the codes. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(CODES, text)
}

/** The exit code that goes with a code. */
export function exitOf(code: ErrorCode): number {
  return Number(code[2])
}
