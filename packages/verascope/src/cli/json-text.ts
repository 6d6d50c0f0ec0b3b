function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function indented(value: unknown, by: number): string {
  return (JSON.stringify(value, null, 2) ?? 'null').replaceAll('\n', `\n${' '.repeat(by)}`)
}

function* listChunks(list: readonly unknown[]): Generator<string> {
  if (list.length === 0) return yield '[]'
  for (const [at, item] of list.entries()) yield `${at === 0 ? '[\n' : ',\n'}    ${indented(item, 4)}`
  yield '\n  ]'
}

/**
 * JSON in pieces, byte for byte what `JSON.stringify(value, null, 2)` and a newline give. In pieces, because the rows of a large
 * case are longer than one string may be.
 */
export function* jsonChunks(value: unknown): Generator<string> {
  if (!isRecord(value)) return yield `${indented(value, 0)}\n`
  const entries = Object.entries(value).filter(([, field]) => field !== undefined)
  if (entries.length === 0) return yield '{}\n'
  for (const [at, [key, field]] of entries.entries()) {
    yield `${at === 0 ? '{\n' : ',\n'}  ${JSON.stringify(key)}: `
    if (Array.isArray(field)) yield* listChunks(field)
    else yield indented(field, 2)
  }
  yield '\n}\n'
}
