import { isObject, type Json, type JsonObject, parseJson } from '../../../domain/json.ts'

/** Deeper than any record nests; what lies deeper is refused where it is read. */
const DEEPEST = 64

/** A value without the notes on types that the Graph puts into it. */
function untyped(value: Json, depth: number = 0): Json {
  if (depth > DEEPEST) return value
  if (Array.isArray(value)) return value.map((member: Json) => untyped(member, depth + 1))
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([key]) => !key.includes('@odata.'))
  return Object.fromEntries(kept.map(([key, member]) => [key, untyped(member, depth + 1)]))
}

/**
 * The record in what a search of the audit log answers: `AuditData`, as text or not, in exports of Search-UnifiedAuditLog, and
 * `auditData` in answers of the Graph (security API, auditLogRecord).
 */
export function unwrap(found: JsonObject): Json | undefined {
  const whole = found['AuditData'] ?? found['auditData']
  if (whole === undefined) return undefined
  const record = typeof whole === 'string' ? parseJson(whole) : whole
  return record === undefined ? undefined : untyped(record)
}
