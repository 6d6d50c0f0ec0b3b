import type { CallerQuery } from './port.ts'

/** A query for callers that asks for nobody: what is asked for is filled in. */
export const NOBODY: CallerQuery = { callers: [], principals: [], addresses: [], sessionNames: [] }
