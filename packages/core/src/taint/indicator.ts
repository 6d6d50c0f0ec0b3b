import type { Window } from '../domain/instant.ts'

/** What an indicator points at. */
export type IndicatorKind = 'access-key' | 'principal' | 'session' | 'address' | 'user-agent' | 'instance'

/** Something by which the actor's calls (or, with `ours`, the owner's) are told, added by a named person or nobody named. */
export interface Indicator {
  /** Derived from kind, value, window and side: the same indicator has the same id in every case. */
  readonly id: string
  readonly kind: IndicatorKind
  readonly value: string
  /** When it points at its side; open where unknown. An actor's earliest `from` is the entry time. */
  readonly window: Window
  /** Whether it tells the owner's own calls instead of the actor's. */
  readonly ours: boolean
  /** Who vouches for it, where they gave their name. */
  readonly by: string | null
}

const KEY = /^(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,124}$/
const INSTANCE = /^m?i-[0-9a-f]{8,17}$/
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/
/** An address of mail that stands for a user, such as a user principal name. */
const MAIL_NAME = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const IPV6 = /^[0-9a-fA-F:]{2,39}(?:\.\d{1,3}){0,3}$/

/**
 * Tells from its form what a value points at (AWS IAM user guide, "IAM identifiers": unique id prefixes). The address of a user's mail
 * is the user, a bare UUID a session. Whatever has no known form is taken as a part of a user agent.
 */
export function indicatorKindOf(value: string): IndicatorKind {
  if (KEY.test(value)) return 'access-key'
  if (INSTANCE.test(value)) return 'instance'
  if (/^arn:[a-z-]+:sts:/.test(value)) return 'session'
  if (value.startsWith('arn:')) return 'principal'
  if (MAIL_NAME.test(value)) return 'principal'
  if (UUID.test(value)) return 'session'
  if (IPV4.test(value) || (value.includes(':') && IPV6.test(value))) return 'address'
  return 'user-agent'
}

/**
 * A value as records of calls are read: names of users by their mail address and ids of sessions are the same in any case of letters
 * (RFC 9562, section 4), and evidence holds them in several. Everything else tells cases apart.
 */
export function indicatorValueOf(kind: IndicatorKind, value: string): string {
  const anyCase = (kind === 'principal' && MAIL_NAME.test(value)) || (kind === 'session' && UUID.test(value))
  return anyCase ? value.toLowerCase() : value
}
