function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The path of a request as the client meant it, without the slash before it; null where there is none. */
function pathIn(request: string | null): string | null {
  const target = request?.split(' ')[1]
  if (target === undefined || !target.startsWith('/')) return null
  return decoded((target.split('?')[0] ?? '').slice(1))
}

/**
 * The name of an object in the log's field of keys, which is URL-encoded once for some operations and twice for others, and may have a
 * plus for a space. The request beside it tells which: the reading that it bears out is taken, and without one what decoding once gives.
 */
export function objectIn(key: string | null, request: string | null, bucket: string): string | null {
  if (key === null) return null
  const path = pathIn(request)
  const once = decoded(key)
  const readings = [once, decoded(once), decoded(key.replaceAll('+', ' ')), decoded(decoded(key.replaceAll('+', ' ')))]
  const isMeant = (one: string): boolean => path === one || path === `${bucket}/${one}`
  return readings.find(isMeant) ?? once
}
