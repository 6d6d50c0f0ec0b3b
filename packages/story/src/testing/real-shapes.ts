import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isObject, type Json, listAt, textAt } from '../json.ts'
import { type Shape, shapeOf } from './shape.ts'

/** Sets of real records that may be quoted: MIT and Apache-2.0. */
const FOLDERS = ['invictus-aws', 'otrf-cloud-breach-s3', 'stratus-detonation-logs']

function recordsIn(text: string): readonly Json[] {
  const lines = (): readonly Json[] =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line): Json => JSON.parse(line))
  if (!text.startsWith('[') && !text.startsWith('{"Records"')) return lines()
  const parsed: Json = JSON.parse(text)
  return Array.isArray(parsed) ? parsed : listAt(parsed, 'Records')
}

/** Members that tools which collected the records have added. */
function withoutForeign(record: Json): Json {
  if (!isObject(record)) return record
  return Object.fromEntries(Object.entries(record).filter(([name]) => !name.startsWith('@')))
}

export function realRecords(folder: string): readonly Json[] {
  return FOLDERS.flatMap((name) =>
    readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json'))
      .sort()
      .flatMap((file) => recordsIn(readFileSync(join(folder, name, file), 'utf8').trim())),
  ).map(withoutForeign)
}

/** The shapes of real records of the named events, failed ones left out: they answer nothing. */
export function realShapes(records: readonly Json[], names: readonly string[]): Readonly<Record<string, Shape>> {
  const entries = names.map((name): [string, Shape] => {
    return [
      name,
      shapeOf(records.filter((one) => textAt(one, 'eventName') === name && textAt(one, 'errorCode') === '')),
    ]
  })
  return Object.fromEntries(entries.filter(([, shape]) => Object.keys(shape).length > 0))
}
