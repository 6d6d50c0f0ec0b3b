import { describe, expect, it } from 'vitest'
import type { Asked } from '../../../domain/evidence-row.ts'
import { queriesIn, seriesIn } from './command.ts'

function asked(command: string): Asked {
  return { command, at: null, account: null, region: null }
}

const QUERY = {
  Id: 'm1',
  MetricStat: {
    Metric: {
      Namespace: 'AWS/S3',
      MetricName: 'BytesDownloaded',
      Dimensions: [{ Name: 'BucketName', Value: 'a ]} b' }],
    },
    Period: 60,
    Stat: 'Sum',
  },
}
const TEXT = JSON.stringify([QUERY], null, 1)

describe('what a command asked for', () => {
  it.each([
    ['as a sidecar keeps it, without the quotes of a shell', `--metric-data-queries ${TEXT} --region eu-west-1`],
    ['in single quotes', `--metric-data-queries '${TEXT}' --region eu-west-1`],
    ['behind an equals sign', `--metric-data-queries=${TEXT}`],
    ['with everything else in one document', `--cli-input-json ${JSON.stringify({ MetricDataQueries: [QUERY] })}`],
    ['behind a word that only looks like the option', `--metric-data-queries-x [] --metric-data-queries ${TEXT}`],
    ['in double quotes', `--metric-data-queries "${TEXT.replaceAll('"', '\\"')}"`],
  ])('is read %s', (_, words) => {
    const found = queriesIn(asked(`aws cloudwatch get-metric-data ${words}`))?.get('m1')
    expect(found).toMatchObject({ metric: 'BytesDownloaded', period: 60, statistic: 'Sum' })
    expect(found?.dimensions.get('BucketName')).toBe('a ]} b')
  })

  it('is told from text that looks like its end', () => {
    const text = TEXT.replace('a ]} b', 'a \\"]} b')
    const found = queriesIn(asked(`aws x --metric-data-queries ${text} --region eu-west-1`))?.get('m1')
    expect(found?.dimensions.get('BucketName')).toBe('a "]} b')
  })

  it('is nothing where a query is computed, or where the text breaks off', () => {
    const one = JSON.stringify([{ Id: 'e1', Expression: 'm1 * 2' }])
    expect(queriesIn(asked(`aws x --metric-data-queries ${one}`))).toEqual(new Map([['e1', null]]))
    expect(queriesIn(asked(`aws x --metric-data-queries ${TEXT.slice(0, -3)}`))).toBeNull()
  })

  it('takes time in proportion to the command', () => {
    const words = [
      '[{"Id":"',
      '--metric-data-queries ['.repeat(3_000),
      '["'.repeat(32_000),
      '--dimensions '.repeat(5_000),
    ]
    for (const word of words) expect(queriesIn(asked(`aws x --metric-data-queries ${word}`))).toBeNull()
    expect(
      seriesIn(asked(`aws x --namespace a --metric-name b --period 60 ${'--dimensions '.repeat(5_000)}`)),
    ).toMatchObject({
      dimensions: new Map(),
    })
  })

  it('is told by each dimension, and by none where one cannot be read', () => {
    const head = 'aws x --namespace AWS/S3 --metric-name BytesDownloaded --period 60 --dimensions'
    expect(seriesIn(asked(`${head} Name=BucketName,Value=a Name=FilterId,Value=b --x`))?.dimensions).toEqual(
      new Map([
        ['BucketName', 'a'],
        ['FilterId', 'b'],
      ]),
    )
    expect(seriesIn(asked(`${head} [{"Name":"BucketName","Value":"a"}]`))?.dimensions.get('BucketName')).toBe('a')
    expect(seriesIn(asked(`${head} Name=BucketName,Value=a Name=FilterId`))).toBeNull()
    expect(seriesIn(asked(`${head.replace('60', '-60')} Name=BucketName,Value=a`))).toBeNull()
  })
})
