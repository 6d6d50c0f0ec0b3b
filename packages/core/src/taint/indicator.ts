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
const IPV6 = /^[0-9a-fA-F:]{2,39}(?:\.\d{1,3}){0,3}$/

/**
 * Tells from its form what a value points at (AWS IAM user guide, "IAM identifiers": unique id prefixes). Whatever has no
 * known form is taken as a part of a user agent.
 */
export function indicatorKindOf(value: string): IndicatorKind {
  if (KEY.test(value)) return 'access-key'
  if (INSTANCE.test(value)) return 'instance'
  if (/^arn:[a-z-]+:sts:/.test(value)) return 'session'
  if (value.startsWith('arn:')) return 'principal'
  if (IPV4.test(value) || (value.includes(':') && IPV6.test(value))) return 'address'
  return 'user-agent'
}
