import { describe, expect, test } from 'vitest'
import { isObject, type Json, listAt, member, textAt } from '../json.ts'
import { accessLogFaults, accessLogField, BILL_COLUMNS } from '../testing/formats.ts'
import { HOUR, hourOf } from '../time.ts'
import { answer, linesOf, minted, played, requests, sum, valuesOf, web } from './wide.fixture.ts'
import type { Request } from './wires.ts'

// What counts and tells of requests to one bucket.

describe('the access log of a bucket', () => {
  const lines = linesOf('/access/')
  const byId = new Map(requests.map((one) => [one.call.requestId, one]))

  test('has lines as the provider writes them', () => {
    expect(lines.length).toBeGreaterThan(400)
    expect(lines.flatMap(accessLogFaults)).toEqual([])
  })

  test('tells of requests that were made, each at most once, and of most of them', () => {
    const told = lines.map((line) => `${accessLogField(line, 'request id')} ${accessLogField(line, 'operation')}`)
    expect(new Set(told).size).toBe(told.length)
    expect(lines.filter((line) => !byId.has(accessLogField(line, 'request id')))).toEqual([])
    expect(told.length).toBeLessThan(requests.length)
    expect(told.length).toBeGreaterThan(0.88 * requests.length)
  })

  test('counts what was truly sent, which the record of a call that broke off does not', () => {
    const counts = lines.map((line) => ({
      said: accessLogField(line, 'bytes sent'),
      request: byId.get(accessLogField(line, 'request id')),
    }))
    const reads = counts.filter(({ request }) => request?.wire.operation === 'REST.GET.OBJECT')
    expect(reads.filter(({ said, request }) => said !== String(request?.wire.sent))).toEqual([])
    const less = reads.filter(
      ({ said, request }) => Number(request?.call.deed.extra?.['bytesTransferredOut']) < Number(said),
    )
    const more = reads.filter(
      ({ said, request }) => Number(request?.call.deed.extra?.['bytesTransferredOut']) > Number(said),
    )
    expect(less.length).toBeGreaterThan(3)
    expect(more).toEqual([])
  })

  test('says of a refused request that it was, and of a part of an object that it is one', () => {
    const statuses = new Set(lines.map((line) => accessLogField(line, 'status')))
    expect(statuses).toContain('206')
    const copies = lines.filter((line) => accessLogField(line, 'operation') === 'REST.COPY.OBJECT_GET')
    expect(copies.length).toBeGreaterThan(3)
    expect(copies.filter((line) => accessLogField(line, 'bytes sent') !== '-')).toEqual([])
  })

  test('has no line about the owner whose line is lost on purpose', () => {
    const silent = minted.truth.owners?.filter(
      ({ isTouched, reads }) => isTouched && reads.all === 1 && reads.recorded === 0,
    )
    const untold = silent?.filter(
      ({ prefixes: [prefix = '/'] }) =>
        !lines.some(
          (line) =>
            accessLogField(line, 'key').startsWith(prefix) && accessLogField(line, 'remote address') === '203.0.113.66',
        ),
    )
    expect(untold?.length).toBeGreaterThan(0)
  })
})

describe('metrics of requests', () => {
  const given = answer('get-metric-data-web.json')
  const results = new Map(listAt(given, 'MetricDataResults').map((one) => [textAt(one, 'Label'), one]))
  const last = hourOf(played.stage.settings.to)
  const whole = requests.filter(({ call }) => call.at < last)

  test('are the answer of the command that stands beside it', () => {
    const said = answer('get-metric-data-web.json.meta.json')
    const queries: Json = JSON.parse(/'(.*)'/.exec(textAt(said, 'command'))?.[1] ?? '[]')
    expect(Array.isArray(queries) ? queries.length : 0).toBe(results.size)
    expect(Object.keys(isObject(given) ? given : {})).toEqual(['MetricDataResults', 'Messages'])
  })

  test('hold every whole hour, newest first, and nothing of an hour without a request', () => {
    for (const result of results.values()) {
      const hours = [...valuesOf(result).keys()]
      expect(hours).toEqual([...hours].sort((left, right) => right - left))
      expect(hours.filter((at) => at % HOUR !== 0 || at >= last)).toEqual([])
      expect(textAt(result, 'StatusCode')).toBe('Complete')
    }
    const all = valuesOf(results.get('AllRequests') ?? null)
    expect(new Set(all.keys())).toEqual(new Set(whole.map(({ call }) => hourOf(call.at))))
  })

  test.each<readonly [string, (one: Request) => number]>([
    ['BytesDownloaded', ({ sent }) => sent],
    ['AllRequests', () => 1],
    ['GetRequests', ({ wire }) => (wire.operation === 'REST.GET.OBJECT' ? 1 : 0)],
  ])('%s adds up to what was asked for', (label, amount) => {
    const values = valuesOf(results.get(label) ?? null)
    expect(sum([...values.values()])).toBe(sum(whole.map(amount)))
  })
})

describe('the bill', () => {
  const [head = '', ...rows] = linesOf('/cur/')
  const columns = head.split(',')
  const cells = rows.map((row) => new Map(row.split(',').map((cell, at) => [columns[at] ?? '', cell])))

  test('has columns of the table, and hours within it', () => {
    expect(columns.filter((column) => !BILL_COLUMNS.has(column))).toEqual([])
    expect(rows.filter((row) => row.split(',').length !== columns.length)).toEqual([])
    for (const row of cells) {
      expect(row.get('identity_time_interval')).toMatch(/^(\d{4}-\d\d-\d\dT\d\d:00:00Z)\/\d{4}-\d\d-\d\dT\d\d:00:00Z$/)
      expect(row.get('line_item_usage_amount')).toMatch(/^\d+\.\d{10}$/)
    }
  })

  test('charges what was sent, whether it left the provider or not', () => {
    const sent = cells.filter(
      (row) =>
        row.get('line_item_resource_id') === web.name &&
        /DataTransfer-Out-Bytes$/.test(row.get('line_item_usage_type') ?? ''),
    )
    const billed = sum(sent.map((row) => Number(row.get('line_item_usage_amount')) * 1024 ** 3))
    const read = requests.filter(({ wire, status }) => wire.operation === 'REST.GET.OBJECT' && status < 400)
    expect(Math.abs(billed - sum(read.map((one) => one.sent)))).toBeLessThan(100)
    expect(new Set(sent.map((row) => row.get('line_item_usage_type'))).size).toBe(2)
  })
})

describe('what lies in the bucket in the end', () => {
  test('is listed with its size', () => {
    const contents = listAt(answer(`list-objects-v2-${web.name}.json`), 'Contents')
    const size = minted.truth.bounds?.find(({ store }) => store === web.arn)?.size
    expect(sum(contents.map((one) => Number(member(one, 'Size'))))).toBe(size)
    expect(contents.length).toBeGreaterThan(350)
  })

  test('belongs to 71 owners by prefix, told beside the evidence', () => {
    const table = minted.beside.find(({ path }) => path === 'owners.csv')
    const [head, ...rows] = Buffer.from(table?.bytes ?? [])
      .toString()
      .trimEnd()
      .split('\n')
    expect(head).toBe('store,prefix,tag,account,owner,name,controller,processor,categories,contact,confidence')
    expect(rows).toHaveLength(71)
    expect(new Set(rows.map((row) => row.split(',')[1])).size).toBe(71)
    expect(minted.files.some(({ path }) => path === 'owners.csv')).toBe(false)
  })
})
