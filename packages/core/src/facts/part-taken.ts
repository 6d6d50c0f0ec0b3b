import type { Touch } from '../domain/touch.ts'

/** The part of a store that was taken whole. */
export function partTaken({ payload, object }: Pick<Touch, 'payload' | 'object'>): string | null {
  return payload === 'part' ? object : null
}
