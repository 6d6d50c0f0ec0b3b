import type { EvidenceRow } from '@verascope/core/domain/evidence-row'
import { whyNoTable } from '../../csv/csv-records.ts'
import { KNOWN_TABLES } from '../../csv/known-tables.ts'
import { shapes } from './known/index.generated.ts'
import type { Piece } from './shape.ts'

/** How files begin that are of another shape, and what to say about them. */
const STRANGERS: readonly { readonly magic: readonly number[]; readonly reason: string }[] = [
  {
    magic: [0x50, 0x4b, 0x03, 0x04],
    reason: 'it is a zip archive inside of gzip: unpack it once and ingest the result',
  },
  { magic: [0x1f, 0x8b], reason: 'it is gzip inside gzip: unpack it once and ingest the result' },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], reason: 'it is compressed with zstd: unpack it and ingest the result' },
  { magic: [0x42, 0x5a, 0x68], reason: 'it is compressed with bzip2: unpack it and ingest the result' },
  { magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a], reason: 'it is compressed with xz: unpack it and ingest the result' },
  { magic: [0xff, 0xfe], reason: 'it is written in UTF-16: convert it to UTF-8 and ingest the result' },
  { magic: [0xfe, 0xff], reason: 'it is written in UTF-16: convert it to UTF-8 and ingest the result' },
]

/** The records of a file in the first shape that fits, if it is of one of these kinds; null when none does. */
export function piecesOf(bytes: Uint8Array, evidence: readonly EvidenceRow[]): Iterable<Piece> | null {
  for (const shape of shapes) {
    const pieces = shape(bytes, evidence)
    if (pieces !== null) return pieces
  }
  return null
}

/** Why a file has none of the shapes, in words. It quotes nothing of the file: evidence is hostile. */
export function whyShapeless(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'it is empty'
  const known = STRANGERS.find(({ magic }) => magic.every((byte, at) => bytes[at] === byte))
  return (
    known?.reason ??
    whyNoTable(bytes, KNOWN_TABLES) ??
    'it is neither JSON nor a table of known columns nor lines of a known log, plain or gzip'
  )
}
