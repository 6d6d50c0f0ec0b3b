import type { CallEvent } from '../../../domain/call.ts'
import { isObject, type Json, pick, pickText, pickTexts } from '../../../domain/json.ts'
import { valuesUnder } from '../../../domain/named-in-call.ts'
import { closeAll, openTo } from '../../../domain/policy-grants.ts'
import type { Grant } from '../../../domain/service-row.ts'

const ALL_USERS = 'http://acs.amazonaws.com/groups/global/AllUsers'
const ANY_ACCOUNT = 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers'

/** Canned lists that let outsiders in (S3 user guide, canned ACL); the others name the owner or a service of AWS. */
const CANNED: Readonly<Record<string, readonly string[]>> = {
  'public-read': ['*'],
  'public-read-write': ['*'],
  'authenticated-read': [ANY_ACCOUNT],
}

const GRANT_HEADERS = ['read', 'write', 'read-acp', 'write-acp', 'full-control'].map((right) => `x-amz-grant-${right}`)

/** Old records hold each header as a list of one. */
function header(call: CallEvent, name: string): string | null {
  const value = pick(call.request, name)
  if (Array.isArray(value)) return pickTexts({ values: value.map((text) => ({ text })) }, 'values[].text')[0] ?? null
  return typeof value === 'string' && value !== '' ? value : null
}

function granteeOf(grantee: Json): string | null {
  const uri = pickText(grantee, 'URI')
  if (uri !== null) return uri === ALL_USERS ? '*' : uri
  const id = pickText(grantee, 'ID')
  if (id !== null) return `canonical-user:${id}`
  const mail = pickText(grantee, 'EmailAddress')
  return mail === null ? null : `mail:${mail}`
}

function inDocument(call: CallEvent): readonly string[] | null {
  const document = valuesUnder(call.request, 'AccessControlPolicy').find(isObject)
  if (document === undefined) return null
  const owner = pickText(document, 'Owner.ID')
  return valuesUnder(document, 'Grantee')
    .map(granteeOf)
    .filter(
      (who): who is string => who !== null && who !== `canonical-user:${owner}` && !who.endsWith('/s3/LogDelivery'),
    )
}

/** `id="...", uri="..."`, with or without quotes. */
function inHeader(text: string): readonly string[] {
  return text
    .slice(0, 4096)
    .split(',')
    .flatMap((part) => {
      const [, type = '', value = ''] = /^\s*(id|uri|emailAddress)\s*=\s*"?([^"]{1,512})"?\s*$/i.exec(part) ?? []
      if (value === '') return []
      if (type.toLowerCase() === 'uri') return [value === ALL_USERS ? '*' : value]
      return [type.toLowerCase() === 'id' ? `canonical-user:${value}` : `mail:${value}`]
    })
}

/**
 * Whom an access control list in a request lets in besides the owner; null when the request holds no list. The owner's own
 * canonical id is known only where the request states it: elsewhere a canonical id may be the owner's, and is kept.
 */
export function aclOutsiders(call: CallEvent): readonly string[] | null {
  const canned = header(call, 'x-amz-acl')
  if (canned !== null) return Object.hasOwn(CANNED, canned) ? (CANNED[canned] ?? []) : []
  const headers = GRANT_HEADERS.flatMap((name) => header(call, name) ?? [])
  const listed = headers.length > 0 ? headers.flatMap(inHeader) : inDocument(call)
  return listed === null ? null : [...new Set(listed)].sort()
}

/** What putting a list grants: it replaces the former list. */
export function aclGrants(call: CallEvent, key: string): readonly Grant[] {
  const outsiders = aclOutsiders(call)
  return outsiders === null ? [] : [...closeAll(key), ...openTo(outsiders, key)]
}

/** Whether a request carries a list that lets outsiders in. */
export function opensByAcl(call: CallEvent): boolean {
  return (aclOutsiders(call)?.length ?? 0) > 0
}
