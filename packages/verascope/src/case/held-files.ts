import type { HeldFiles } from '@verascope/core/coverage/delivery'
import { linesInForce, readManifest } from './manifest.ts'
import type { ManifestLine } from './manifest-line.ts'

/** Whether a file was read to its end, with all of its records; a copy of one that was is as good. */
function isWhole({ state, accounting }: ManifestLine): boolean {
  return state === 'duplicate' || (state === 'read' && accounting.rejected === 0)
}

/**
 * What signed statements on delivery are compared with: the files that the case holds, by the hash of their inflated content and by
 * the place that they came from. What was read of a file whose end is missing has another hash than the file.
 */
export async function heldFiles(caseDir: string): Promise<HeldFiles> {
  const lines = linesInForce((await readManifest(caseDir)).lines)
  const damaged = new Set(
    lines.flatMap((line) => (isWhole(line) || line.inflatedSha256 === null ? [] : [line.inflatedSha256])),
  )
  const known = new Set(lines.flatMap((line) => (line.cut === true ? [] : (line.inflatedSha256 ?? []))))
  const keys = new Set(lines.flatMap((line) => line.originalKey ?? []))
  return {
    byHash: (sha256) => (known.has(sha256) ? (damaged.has(sha256) ? 'damaged' : 'whole') : null),
    // The name of the bucket is no part of the layout that a copy keeps.
    isAt: (place) => keys.has(place.slice(place.indexOf('/') + 1)),
  }
}
