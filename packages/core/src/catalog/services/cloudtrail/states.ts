import type { CallEvent } from '../../../domain/call.ts'
import type { FromCall } from '../../../domain/change-spec.ts'
import { isObject, type Json, pickText } from '../../../domain/json.ts'
import type { LogSettings, LogStatement } from '../../../domain/log-config.ts'
import type { Statement } from '../../../domain/statement.ts'
import { DEFAULT_SELECTORS, logNamed, selectorsIn, trailSettings } from '../../../domain/trail-settings.ts'
import { dataStore, trail } from './names.ts'

type States = (call: CallEvent) => readonly Statement[]

const UNKNOWN: Partial<LogSettings> = { allRegions: null, allAccounts: null, key: null, target: null }

function states(
  named: FromCall,
  act: LogStatement['act'],
  says: (call: CallEvent) => Partial<LogSettings> = () => ({}),
): States {
  return (call) => {
    const log = logNamed(named(call) ?? '')
    return log === null ? [] : [{ topic: 'log-settings', at: call.at, says: { ...log, act, says: says(call) } }]
  }
}

/** The description in the answer; where the record has none, what the request leaves out is unknown from then on. */
function described({ request, response }: CallEvent): Partial<LogSettings> {
  return isObject(response) ? trailSettings(response) : { ...UNKNOWN, ...trailSettings(request) }
}

/** The selectors in force after a call: its answer states them in full; a request alone does so too. */
function selected({ request, response }: CallEvent): Partial<LogSettings> {
  return { selectors: selectorsIn(response) ?? selectorsIn(request) }
}

function storeSettings({ request, response }: CallEvent): Partial<LogSettings> {
  const body: Json = isObject(response) ? response : request
  const flag = (name: string): boolean | null => {
    const value = isObject(body) ? body[name] : undefined
    return typeof value === 'boolean' ? value : null
  }
  const status = pickText(body, 'status')
  return {
    allRegions: flag('multiRegionEnabled'),
    allAccounts: flag('organizationEnabled'),
    on: status === null ? null : /^(?:CREATED|ENABLED)$/.test(status),
    selectors: selectorsIn(body),
  }
}

/** What calls on trails and event data stores state of them (API reference: CreateTrail to StopLogging, and of event data stores). */
export const STATES: Readonly<Record<string, States>> = {
  // A trail that is made does not log before it is started.
  CreateTrail: states(trail, 'made', (call) => ({ ...described(call), on: false, selectors: DEFAULT_SELECTORS })),
  UpdateTrail: states(trail, 'changed', described),
  DeleteTrail: states(trail, 'deleted'),
  StartLogging: states(trail, 'changed', () => ({ on: true })),
  StopLogging: states(trail, 'changed', () => ({ on: false })),
  PutEventSelectors: states(trail, 'changed', selected),
  CreateEventDataStore: states(dataStore, 'made', storeSettings),
  UpdateEventDataStore: states(dataStore, 'changed', storeSettings),
  RestoreEventDataStore: states(dataStore, 'made', storeSettings),
  DeleteEventDataStore: states(dataStore, 'deleted'),
  StartEventDataStoreIngestion: states(dataStore, 'changed', () => ({ on: true })),
  StopEventDataStoreIngestion: states(dataStore, 'changed', () => ({ on: false })),
}
