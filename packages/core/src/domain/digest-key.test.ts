import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestKeyOf } from './digest-key.ts'
import { parseInstant } from './instant.ts'

const REGIONS = ['us-east-1', 'us-gov-west-1', 'ap-southeast-5', 'us-isob-east-1', 'eusc-de-east-1', 'mx-central-1']
const region = fc.constantFrom(...REGIONS)
const word = fc.stringMatching(/^[A-Za-z0-9]{1,12}$/)
/** Names may look like a part of the key: like a region, a stamp or the folder's name. */
const part = fc.oneof(
  word,
  region,
  fc.constantFrom('20260310T141631Z', 'CloudTrail-Digest', '111122223333', 'backfill'),
)
const name = fc
  .tuple(word, fc.array(fc.tuple(fc.constantFrom('_', '-', '.'), part), { minLength: 1, maxLength: 5 }))
  .map(([first, rest]) => `${first}${rest.flat().join('')}x`)
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
const folder = fc.option(fc.constantFrom('logs', 'a/b', 'AWSLogs', 'AWSLogs/444455556666/CloudTrail-Digest/us-east-1'))

const spec = fc.record({
  ...{ account: digits(12), region, home: region, name, folder, backfill: fc.boolean() },
  organisation: fc.option(fc.stringMatching(/^o-[a-z0-9]{10,32}$/)),
})

function keyOf(one: typeof spec extends fc.Arbitrary<infer Spec> ? Spec : never): string {
  const { account, folder: prefix, organisation, home, backfill } = one
  const file = `${account}_CloudTrail-Digest_${one.region}_${one.name}_${home}_20260310T141631Z${backfill ? '_backfill' : ''}`
  const folders = [...(prefix === null ? [] : [prefix]), 'AWSLogs', ...(organisation === null ? [] : [organisation])]
  return [...folders, account, 'CloudTrail-Digest', one.region, '2026/03/10', `${file}.json.gz`].join('/')
}

describe('the key of a digest file', () => {
  it('tells account, region, trail, organisation and end, whatever the trail and the folder are called', () => {
    fc.assert(
      fc.property(spec, (one) => {
        expect(digestKeyOf(keyOf(one))).toEqual({
          ...{ account: one.account, region: one.region, log: `${one.home}/${one.name}` },
          ...{ organisation: one.organisation, backfill: one.backfill, end: parseInstant('2026-03-10T14:16:31Z') },
        })
      }),
      { numRuns: 500 },
    )
  })

  const KEY =
    'AWSLogs/111122223333/CloudTrail-Digest/eu-west-1/2026/03/10/111122223333_CloudTrail-Digest_eu-west-1_main_eu-west-1_20260310T141631Z.json.gz'

  it.each<[string, string]>([
    ['of a log file', KEY.replaceAll('CloudTrail-Digest', 'CloudTrail')],
    ['whose folder is of another account', KEY.replace('111122223333', '444455556666')],
    ['whose folder is of another region', KEY.replace('eu-west-1', 'eu-west-2')],
    ['that is not packed', KEY.replace('.gz', '')],
    ['with more behind it', `${KEY}/x`],
    ['of what nobody named', ''],
    ['longer than a key can be', `${'x/'.repeat(600)}${KEY}`],
  ])('is none %s', (_, key) => {
    expect(digestKeyOf(KEY)).not.toBeNull()
    expect(digestKeyOf(key)).toBeNull()
  })

  it('tells no end where its stamp is no time', () => {
    expect(digestKeyOf(KEY.replace('20260310T14', '20269910T14'))?.end).toBeNull()
  })

  it('is read in no time, however it repeats itself', () => {
    for (const piece of ['AWSLogs/', '_us-east-1', '_20260310T141631Z', '-a', '/o-aaaaaaaaaa/']) {
      expect(digestKeyOf(KEY.replace('main', piece.repeat(Math.floor(900 / piece.length))))).toBeNull()
    }
  })
})
