import { describe, expect, test } from 'vitest'
import plain from '../../../../cases/data-events-whole/story.ts'
import story from '../../../../cases/seventy-one-owners/story.ts'
import { mint, play } from '../mint.ts'

const { truth, files } = mint(story)
const { stage } = play(story)
const { owners = [], bounds = [], claims = [], mail } = truth
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

/** The actor's calls in the window, as the events of the truth tell them. */
const stolen = truth.stores.flatMap(({ accesses }) =>
  accesses.filter(({ hand, at }) => hand === 'actor' && at >= truth.window.from && at < truth.window.to),
)
const web = bounds.find(({ name }) => name.startsWith('web-hosting'))
const readsOf = (store: string | undefined) => stolen.filter((one) => one.store === store && one.effect === 'read')

describe('what is told of owners', () => {
  test('names 71, some read, some not, all listed by one listing of the whole bucket', () => {
    expect(owners).toHaveLength(71)
    const touched = owners.filter(({ isTouched }) => isTouched)
    expect(touched.length).toBeGreaterThan(25)
    expect(touched.length).toBeLessThan(50)
    expect(owners.filter(({ isListed }) => !isListed)).toEqual([])
  })

  test('adds up to the reads that were played, each of exactly one owner', () => {
    const reads = readsOf(web?.store)
    for (const { prefixes, bytes, objects, reads: counted, isTouched } of owners) {
      const own = reads.filter((one) => one.objects.some((key) => prefixes.some((prefix) => key.startsWith(prefix))))
      expect([bytes.sent, counted.all, objects]).toEqual([
        sum(own.map((one) => one.bytes)),
        own.length,
        new Set(own.flatMap((one) => one.objects)).size,
      ])
      expect(counted.recorded).toBe(own.filter(({ isRecorded }) => isRecorded).length)
      if (own.length > 0) expect(isTouched).toBe(true)
      expect(bytes.distinct).toBeLessThanOrEqual(bytes.sent)
    }
    expect(sum(owners.map(({ bytes }) => bytes.sent))).toBe(web?.sent)
    expect(sum(owners.map(({ bytes }) => bytes.distinct))).toBe(web?.distinct)
    expect(sum(owners.map(({ copied }) => copied.bytes))).toBe(web?.copied.bytes)
  })

  test('holds owners of whom no trail recorded any read', () => {
    const unseen = owners.filter(({ isTouched, reads }) => isTouched && reads.recorded === 0)
    expect(unseen.length).toBeGreaterThan(5)
  })
})

describe('what is told of bounds', () => {
  test('keeps what records prove below what was sent, and that below what the meter counts', () => {
    expect(web).toBeDefined()
    if (web === undefined) return
    expect(web.sent).toBe(sum(readsOf(web.store).map(({ bytes }) => bytes)))
    expect(web.sentInRecords).toBeLessThan(web.sent)
    expect(web.sentInRecords).toBeGreaterThan(0)
    expect(web.distinct).toBeLessThan(web.sent)
    expect(web.sent).toBeLessThan(web.metered ?? 0)
    expect(web.metered).toBeGreaterThan(100e9)
    expect(web.metered).toBeLessThan(140e9)
    // Even all of the bucket would not be what is claimed to be bounded by the meter alone.
    expect(web.size).toBeGreaterThan(350e9)
  })

  test('is of every store that the actor touched', () => {
    expect(new Set(bounds.map(({ store }) => store))).toEqual(new Set(stolen.map(({ store }) => store)))
  })

  test('tells of copies that were opened abroad by what is set aside for them', () => {
    const shared = bounds.filter(({ shared: { bytes } }) => bytes > 0)
    expect(shared.map(({ size }) => size)).toEqual(shared.map((one) => one.shared.bytes))
    expect(new Set(shared.flatMap((one) => one.shared.to)).size).toBe(1)
    expect(shared).toHaveLength(2)
  })
})

test('a narrowed trail records no read for 26 hours, and the reads go on', () => {
  const [from, to] = ['2026-03-21T03:10:00Z', '2026-03-22T05:10:00Z']
  const within = readsOf(web?.store).filter(({ at }) => at > from && at < to)
  expect(within.length).toBeGreaterThan(20)
  expect(within.filter(({ isRecorded }) => isRecorded)).toEqual([])
  const outside = readsOf(web?.store).filter(({ at }) => at < from || at > to)
  expect(outside.filter(({ isRecorded }) => !isRecorded)).toEqual([])
})

test('the calls from account to account are recorded in both', () => {
  const hops = stage.calls.filter(({ deed, who }) => deed.name === 'AssumeRole' && who.hand === 'actor')
  expect(new Set(hops.map(({ deed }) => deed.account.name))).toEqual(new Set(['data', 'mail', 'archive']))
  expect(hops.filter(({ copies, sharedId }) => copies.length !== 2 || sharedId === null)).toEqual([])
  const organisation = truth.accounts.find(({ name }) => name === 'organisation')?.id
  expect(truth.identities.filter(({ held, account }) => held !== null && account === organisation)).toEqual([])
})

test('what was made with the stolen key works on after it was deleted', () => {
  const deleted = stage.calls.find(({ deed }) => deed.name === 'DeleteAccessKey')
  const later = stage.calls.filter(({ at, who }) => who.hand === 'actor' && at > (deleted?.at ?? Infinity))
  const stolenKey = stage.held[0]?.id
  expect(later.length).toBeGreaterThan(5)
  expect(new Set(later.map(({ who: { caller } }) => caller.kind))).toEqual(new Set(['key', 'session', 'user-session']))
  expect(later.filter(({ who: { caller } }) => caller.kind === 'key' && caller.keyId === stolenKey)).toEqual([])
})

describe('what is told of mail', () => {
  test('keeps use of an identity apart from reading', () => {
    const sent = stage.calls.filter(({ deed, who }) => deed.dispatch !== undefined && who.hand === 'actor')
    expect(mail?.senders).toHaveLength(1)
    expect(mail?.senders[0]).toMatchObject({ isUsed: true })
    expect(new Set(mail?.senders[0]?.messages)).toEqual(new Set(sent.map(({ deed }) => deed.dispatch?.messageId)))
  })

  test('every mailbox on the copied disk is read, and of the files those that were fetched', () => {
    expect(mail?.mailboxes.length).toBeGreaterThan(3)
    expect(mail?.mailboxes.filter(({ isRead }) => !isRead)).toEqual([])
    const files = bounds.find(({ name }) => name.startsWith('mail-files'))
    expect(sum(mail?.flows.map(({ bytesRead }) => bytesRead) ?? [])).toBe(files?.distinct)
    expect(mail?.flows.filter(({ filesRead, files: all }) => filesRead === 0 || filesRead === all)).toEqual([])
    expect(mail?.flows.map(({ isRedirected }) => isRedirected)).toEqual([false, true])
  })
})

describe('what is told of claims', () => {
  test('out of the bucket it cannot be, in all it may or may not be', () => {
    const findings = claims.map(({ id, readings }) => [id, readings.map(({ finding }) => finding)])
    expect(findings).toEqual([
      ['web-350', ['contradicted', 'contradicted', 'contradicted']],
      ['all-350', ['not-testable', 'not-testable', 'not-testable']],
    ])
  })

  test('what the actor truly has lies between what is proven and what is possible', () => {
    for (const { truly, lower, upper } of claims) {
      expect(lower).toBeLessThanOrEqual(truly)
      expect(truly).toBeLessThanOrEqual(upper ?? Infinity)
    }
  })
})

test('a story that says nothing of this has the truth that it had', () => {
  const keys = Object.keys(mint(plain).truth)
  expect(keys.filter((key) => ['owners', 'bounds', 'mail', 'claims'].includes(key))).toEqual([])
})

test('the same seed gives the same bytes, another one another case of the same shape', () => {
  const again = mint(story)
  expect(again.files.map(({ path }) => path)).toEqual(files.map(({ path }) => path))
  expect(
    again.files.filter(({ bytes }, at) => !Buffer.from(bytes).equals(files[at]?.bytes ?? Buffer.alloc(0))),
  ).toEqual([])
  expect(again.truth).toEqual(truth)
  const other = mint(story, { seed: 2 }).truth
  expect(other.owners?.filter(({ isTouched }) => isTouched)).not.toEqual(owners.filter(({ isTouched }) => isTouched))
  expect(other.claims?.map(({ readings }) => readings.map(({ finding }) => finding))).toEqual(
    claims.map(({ readings }) => readings.map(({ finding }) => finding)),
  )
})
