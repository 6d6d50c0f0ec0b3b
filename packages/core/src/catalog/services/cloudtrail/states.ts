import type { CallEvent } from '../../../domain/call.ts'
import type { FromCall } from '../../../domain/change-spec.ts'
import type { LogSettings, LogStatement } from '../../../domain/log-config.ts'
import type { Statement } from '../../../domain/statement.ts'
import { DEFAULT_SELECTORS, selectorsIn } from '../../../domain/trail-selectors.ts'
import { dataStoreAfter, logNamed, trailAfter } from '../../../domain/trail-settings.ts'
import { dataStore, trail } from './names.ts'

type States = (call: CallEvent) => readonly Statement[]
type Says = (call: CallEvent) => Partial<LogSettings>

function states(named: FromCall, act: LogStatement['act'], says: Says = () => ({})): States {
  return (call) => {
    const log = logNamed(named(call) ?? '')
    return log === null ? [] : [{ topic: 'log-settings', at: call.at, says: { ...log, act, says: says(call) } }]
  }
}

const described: Says = ({ request, response }) => trailAfter(request, response)

/** The selectors in force after a call: its answer states them in full, and so does its request where the answer has none. */
const selected: Says = ({ request, response }) => {
  const answered = selectorsIn(response)
  return { selectors: answered === undefined ? (selectorsIn(request) ?? null) : answered }
}

const storeDescribed: Says = ({ request, response }) => dataStoreAfter(request, response)

/** What calls on trails and event data stores state of them (API reference: CreateTrail to StopLogging, and of event data stores). */
export const STATES: Readonly<Record<string, States>> = {
  // A trail that is made does not log before it is started.
  CreateTrail: states(trail, 'made', (call) => ({ ...described(call), on: false, selectors: DEFAULT_SELECTORS })),
  UpdateTrail: states(trail, 'changed', described),
  DeleteTrail: states(trail, 'deleted'),
  StartLogging: states(trail, 'changed', () => ({ on: true })),
  StopLogging: states(trail, 'changed', () => ({ on: false })),
  PutEventSelectors: states(trail, 'changed', selected),
  CreateEventDataStore: states(dataStore, 'made', storeDescribed),
  UpdateEventDataStore: states(dataStore, 'changed', storeDescribed),
  RestoreEventDataStore: states(dataStore, 'made', storeDescribed),
  DeleteEventDataStore: states(dataStore, 'deleted'),
  StartEventDataStoreIngestion: states(dataStore, 'changed', () => ({ on: true })),
  StopEventDataStoreIngestion: states(dataStore, 'changed', () => ({ on: false })),
}
