import { assess } from '@verascope/core/assess/assess'
import { type CoverageTable, coverageTable } from '@verascope/core/assess/coverage-table'
import { storeCoverage } from '@verascope/core/assess/store-coverage'
import { mint } from '@verascope/story/mint'
import { describe, expect, it } from 'vitest'
import { coverageRows, storeCoverageRows } from '../render/coverage-rows.ts'
import { coverageView } from '../render/coverage-view.ts'
import { painter } from '../render/page.ts'
import { storeCoverageView } from '../render/store-coverage-view.ts'
import { caseStory, type StoryFile, storyInput } from './story-case.fixture.ts'

// What the logs recorded, as the commands show it.

const minted = mint(await caseStory('data-events-whole'))
const PAGE = { width: 80, paint: painter(false), all: false, program: 'verascope' }
const DEFAULT = { from: null, to: null }

const tableOf = (files?: readonly StoryFile[]): Promise<CoverageTable> => coverageTable(storyInput(minted, files))

function shares({ rows }: CoverageTable): readonly string[] {
  return rows.map(({ region, events, days }) => `${region} ${events}: ${days.map((one) => one.share).join()}`)
}

function lostHour(): readonly StoryFile[] {
  const gone = minted.files.filter(({ path }) => path.includes('/CloudTrail/eu-west-1/2026/03/10/'))[30]
  return minted.files.filter((one) => one !== gone)
}

describe('what the logs recorded', () => {
  it('is all of every class of events of every place, where everything is proven', async () => {
    expect(shares(await tableOf())).toEqual([
      'eu-west-1 management events: 1',
      'eu-west-1 data events of AWS::S3::Object: 1',
      'us-east-1 management events: 1',
      'us-east-1 data events of AWS::S3::Object: 1',
    ])
  })

  it('is less, with the reason and its time, where a file is gone; elsewhere the settings of its log are not known to have stood', async () => {
    const table = await tableOf(lostHour())
    const [home, , abroad] = table.rows.map(({ days }) => days[0])
    for (const day of [home, abroad]) {
      expect(day?.share).toBeGreaterThan(0)
      expect(day?.share).toBeLessThan(1)
    }
    expect(home?.reasons.map(({ kind }) => kind)).toContain('not-delivered')
    expect(new Set(abroad?.reasons.map(({ kind }) => kind))).toEqual(new Set(['config-unknown']))
    expect(coverageView(table, PAGE)).toMatch(/\d\d %/)
  })

  it('is nothing where no log is known, and that says why', async () => {
    const calls = minted.files.filter(({ path }) => /\/CloudTrail\//.test(path))
    const table = await tableOf(calls)
    expect(table.rows.length).toBeGreaterThan(0)
    for (const { source, days } of table.rows) {
      expect(source).toBeNull()
      expect(days.map(({ share }) => share)).toEqual([0])
    }
    expect(coverageView(table, PAGE)).toContain('no log\n')
  })

  it('is listed day by day for machines, and never rounded up to all', async () => {
    const table = await tableOf(lostHour())
    const rows = coverageRows(table)
    expect(rows.length).toBe(1 + table.rows.length)
    expect(rows.filter((row) => row[6] === '1').every((row) => row[7] === '')).toBe(true)
    const nearly = table.rows.map((row) => ({ ...row, days: row.days.map((day) => ({ ...day, share: 0.99999 })) }))
    expect(coverageView({ ...table, rows: nearly }, PAGE)).not.toMatch(/2026-03-10\s+all/)
  })
})

describe('what the verdict on one store stands on', () => {
  it('is every way into it, and everybody else who was in', async () => {
    const [abroad] = await storeCoverage(
      storyInput(minted),
      minted.truth.stores.find(({ name }) => name.startsWith('abroad'))?.name ?? '',
    )
    expect(abroad?.verdict).toBe('untouched')
    expect(abroad?.ways.map(({ isComplete }) => isComplete)).not.toContain(false)
    expect(abroad?.accessors.map(({ accounted }) => accounted)).toEqual([true])
    const page = storeCoverageView(abroad === undefined ? [] : [abroad], true, PAGE)
    expect(page).toMatch(/in use at [\s\S]*as before\s+the entry/)
    expect(Math.max(...page.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
    expect(storeCoverageRows(abroad === undefined ? [] : [abroad]).map(([kind]) => kind)).toContain('accessor')
  })

  it('names what is missing of a way', async () => {
    const name = minted.truth.stores.find((one) => one.name.startsWith('archive'))?.name ?? ''
    const [archive] = await storeCoverage(storyInput(minted, lostHour()), name)
    expect(archive?.verdict).toBe('undetermined')
    const reasons = archive?.ways.flatMap(({ events }) => events.flatMap((one) => one.reasons)) ?? []
    expect(new Set(reasons.map(({ kind }) => kind))).toEqual(new Set(['not-delivered', 'config-unknown']))
  })

  it('is nothing for a name that no store has', async () => {
    expect(await storeCoverage(storyInput(minted), 'no-such-store')).toEqual([])
  })
})

it('a window that nobody asked for ends where every place is still proven', async () => {
  const { assessment } = await assess({ ...storyInput(minted), window: DEFAULT })
  const count = assessment.stores.filter(({ verdict }) => verdict === 'untouched').length
  expect(count).toBe(4)
  expect(assessment.stores.length).toBe(5)
})
