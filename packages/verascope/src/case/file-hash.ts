import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { systemCode } from './durable.ts'
import { openable } from './path-text.ts'

/** The SHA-256 (hex) of a file's bytes as they are now; null when it is gone. Reads it piece by piece. */
export async function hashOfFile(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(openable(path)), hash)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
  return hash.digest('hex')
}
