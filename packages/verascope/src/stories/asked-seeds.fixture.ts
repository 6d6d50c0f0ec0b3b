/**
 * Which random incidents are told: VERASCOPE_STORIES is a number, or two with a dash, such as `60` or `500-1000`.
 * Throws RangeError where it is neither.
 */
export function askedSeeds(): readonly number[] {
  const asked = /^(?:(\d+)-)?(\d+)$/.exec(process.env['VERASCOPE_STORIES'] ?? '60')
  const [first, last] = [Number(asked?.[1] ?? 0), Number(asked?.[2] ?? 0)]
  if (first >= last) throw new RangeError('VERASCOPE_STORIES takes a number, or two with a dash: 60, 500-1000')
  return Array.from({ length: last - first }, (_, at) => first + at)
}
