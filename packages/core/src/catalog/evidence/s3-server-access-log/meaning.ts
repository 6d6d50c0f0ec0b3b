import type { Outcome } from '../../../domain/call.ts'
import type { Effect, Payload } from '../../../domain/touch.ts'

/** What an operation does to the bucket when it succeeds, and what its answer holds. */
interface Meaning {
  readonly effect: Effect | null
  readonly payload: Payload | null
}

const READ: Meaning = { effect: 'read', payload: 'object' }
const LISTING: Meaning = { effect: 'listed', payload: 'listing' }
/** What is known about an object is sent, not its content. */
const FACTS: Meaning = { effect: 'listed', payload: null }
const WRITE: Meaning = { effect: 'written', payload: null }
const DESTROY: Meaning = { effect: 'destroyed', payload: null }
const NOTHING: Meaning = { effect: null, payload: null }

/**
 * Operations by verb and resource (S3 user guide: log format). Settings of a bucket are left out: the record of calls tells them. A copy
 * inside of S3 sends no content to whom asked for it; the line of its source does not say where the copy went.
 */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  'GET.OBJECT': READ,
  'GET.BUCKET': LISTING,
  'GET.BUCKETVERSIONS': LISTING,
  'GET.UPLOADS': LISTING,
  'GET.UPLOAD': LISTING,
  'HEAD.OBJECT': FACTS,
  'GET.OBJECT_TAGGING': FACTS,
  'GET.OBJECT_ATTRIBUTES': FACTS,
  'GET.OBJECT_TORRENT': FACTS,
  'COPY.OBJECT_GET': { effect: 'copied-out', payload: null },
  'COPY.PART_GET': { effect: 'copied-out', payload: null },
  'COPY.OBJECT': WRITE,
  'COPY.PART': WRITE,
  'PUT.OBJECT': WRITE,
  'PUT.PART': WRITE,
  'PUT.OBJECT_TAGGING': WRITE,
  'POST.OBJECT': WRITE,
  'POST.UPLOADS': WRITE,
  'POST.UPLOAD': WRITE,
  'DELETE.UPLOAD': WRITE,
  'DELETE.OBJECT_TAGGING': WRITE,
  'DELETE.OBJECT': DESTROY,
  'POST.MULTI_OBJECT_DELETE': DESTROY,
}

/** Who asks: clients by the API, browsers by a website, one request for many objects. What S3 does by itself has no requester. */
const ASKED: ReadonlySet<string> = new Set(['REST', 'WEBSITE', 'BATCH'])

/** The answer to a question whether something has changed, when it has not: nothing but that is sent. */
const NOT_MODIFIED = '304'

/** What a request with this answer did. */
export function meaningOf(operation: string, status: string): Meaning {
  const [family = '', ...words] = operation.split('.')
  const act = words.join('.')
  if (!ASKED.has(family) || status === NOT_MODIFIED || !Object.hasOwn(MEANINGS, act)) return NOTHING
  return MEANINGS[act] ?? NOTHING
}

/** Whether a request succeeded. Redirections send no content; what has no status is not known to have failed. */
export function outcomeOf(status: string): Outcome {
  return status.startsWith('2') || status === NOT_MODIFIED || !/^\d{3}$/.test(status) ? 'ok' : 'failed'
}
