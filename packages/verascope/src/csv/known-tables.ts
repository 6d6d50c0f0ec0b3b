import { rows } from '@verascope/core/catalog/evidence/index.generated'
import type { TableShape } from '@verascope/core/domain/evidence-row'

/** Every shape in which a kind of evidence stands in tables of text. */
export const KNOWN_TABLES: readonly TableShape[] = rows.flatMap((row) => row.table ?? [])
