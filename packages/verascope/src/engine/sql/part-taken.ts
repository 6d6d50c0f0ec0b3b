/** The part of a store that a touch took whole. */
const PART = `CASE WHEN "payload" = 'part' THEN "object" END`

/** A call that names several objects is one call; each part that it took whole is told for itself. */
export const IS_CALL = `"nth" = 0 OR (${PART}) IS NOT NULL`

/** Rows of touches with the part that each took whole. */
export function withPart(rows: string): string {
  return `(SELECT *, ${PART} AS "part" FROM ${rows}) AS p`
}
