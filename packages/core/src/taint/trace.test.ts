import { describe, expect, it } from 'vitest'
import { callerId } from '../domain/brand.ts'
import type { CallEvent } from '../domain/call.ts'
import { type Instant, instantOfMillis } from '../domain/instant.ts'
import type { Mint } from '../domain/mint.ts'
import { PASSED_ROLE, roleInServices } from '../domain/passed-role.ts'
import { UNNAMED_COMPUTE } from '../domain/principal.ts'
import { memoryFacts } from '../facts/memory.ts'
import type { Projection } from '../facts/project.ts'
import { standingOf } from '../facts/selection.ts'
import { type Closure, isStrict } from './held.ts'
import { type Indicator, indicatorKindOf } from './indicator.ts'
import { trace } from './trace.ts'

function at(second: number): Instant {
  const instant = instantOfMillis(1_700_000_000_000 + second * 1000)
  if (instant === null) throw new Error('no instant')
  return instant
}

let count = 0

/** One call, and what it minted, if anything. */
function call(fields: Partial<CallEvent>, minted: Partial<Mint> | null = null): Projection {
  count += 1
  const event: CallEvent = {
    ...{ eventId: `e${count}`, at: at(count), account: '1', region: 'r', caller: callerId('AKIA'), address: null },
    ...{ agent: null, outcome: 'ok', source: 's', name: 'n', category: 'management', readOnly: null, errorCode: null },
    ...{ callerKind: 'access-key', principal: null, principalId: null, principalAccount: null, issuer: null },
    ...{ sessionCreated: null, invokedBy: null, vpcEndpoint: null, sharedEventId: null, request: null, response: null },
    ...{
      extra: null,
      resources: null,
      enrichment: null,
      rawHash: '',
      ref: { item: 'i', ordinal: count, offset: 0, length: 1 },
    },
    ...fields,
  }
  const mint = {
    minted: callerId(''),
    kind: 'temporary-credentials',
    link: 'minted',
    through: null,
    throughLink: null,
  } as const
  const mints = minted === null ? [] : [{ ...event, ...mint, principal: null, expires: null, ...minted }]
  return { event, touches: [], mints, changes: [], ends: [], statements: [] }
}

function indicator(value: string, more: Partial<Indicator> = {}): Indicator {
  const kind = indicatorKindOf(value)
  return { id: `I-${value}`, kind, value, window: { from: null, to: null }, ours: false, by: null, ...more }
}

const KEY = 'AKIAAAAAAAAAAAAAAAAA'
const SESSION = 'ASIAAAAAAAAAAAAAAAAA'
const by = (id: string): Partial<CallEvent> => ({ caller: callerId(id) })
const makes = (id: string, more: Partial<Mint> = {}): Partial<Mint> => ({ minted: callerId(id), ...more })

/** What is held, as `id` where it is certain and `id?` where it is not. */
function heldIn(closure: Closure): readonly string[] {
  return [...closure.held.values()].map((held) => (isStrict(held) ? held.caller : `${held.caller}?`)).sort()
}

const traced = async (calls: readonly Projection[], ...indicators: readonly Indicator[]): Promise<readonly string[]> =>
  heldIn(await trace(memoryFacts(calls), indicators))

describe('the closure', () => {
  it('keeps in doubt what a session did before it is certain, when its certainty comes to light', async () => {
    const shared = { address: '192.0.2.1', principal: 'arn:aws:iam::1:user/u', sessionCreated: at(0) }
    const early = [call({ ...by(SESSION), ...shared }, makes('ASIAX')), call({ ...by(KEY), ...shared })]
    const since = call(by(KEY), makes(SESSION, { kind: 'console-session' }))
    expect(await traced(early, indicator(KEY))).toEqual([KEY, 'ASIAX?', `${SESSION}?`].sort())
    expect(await traced([...early, since], indicator(KEY))).toEqual([KEY, 'ASIAX?', SESSION].sort())
  })

  it('follows a chain of thousands and ends on a circle', async () => {
    const names = [KEY, ...Array.from({ length: 3000 }, (_, position) => `ASIA${position}`)]
    const chain = names.map((name, position) => call(by(name), makes(names[position + 1] ?? KEY)))
    expect(await traced(chain, indicator(KEY))).toHaveLength(names.length)
  })

  it('lists a credential that was made and never used', async () => {
    expect(await traced([call(by(KEY), makes('ASIA1'))], indicator(KEY))).toEqual([KEY, 'ASIA1'])
  })

  it('does not take other credentials of the same principal', async () => {
    const principal = 'arn:aws:iam::1:user/u'
    const calls = [
      call({ ...by(KEY), principal, address: '192.0.2.1' }),
      call({ ...by('ASIA9'), principal, address: '192.0.2.2' }),
    ]
    expect(await traced(calls, indicator(KEY))).toEqual([KEY])
  })

  it("suggests a session of the same principal that came from the actor's address, and no more than suggests it", async () => {
    const principal = 'arn:aws:iam::1:user/u'
    const session = { principal, address: '192.0.2.1', sessionCreated: at(0) }
    const calls = [call({ ...by(KEY), principal, address: '192.0.2.1' }), call({ ...by('ASIA9'), ...session })]
    expect(await traced(calls, indicator(KEY))).toEqual([KEY, 'ASIA9?'])
  })

  it('takes a session by its bare id, suggests those of its user from the same address, and leaves the others', async () => {
    const [own, near, far] = ['0f3b5a52-1f4b-4d55-9a0f-6f4be70b2d11', 'near', 'far']
    const user = { principal: 'dana@example.com', callerKind: 'mail-session' }
    const calls = [
      call({ ...by(own), ...user, address: '192.0.2.1' }),
      call({ ...by(near), ...user, address: '192.0.2.1' }),
      call({ ...by(far), ...user, address: '192.0.2.2' }),
      call({ ...by('other'), ...user, principal: 'eve@example.com', address: '192.0.2.1' }),
    ]
    expect(await traced(calls, indicator(own))).toEqual([own, `${near}?`])
    expect(await traced(calls, indicator('dana@example.com'))).toEqual([own, 'dana@example.com', far, near].sort())
  })

  it("suggests what was used from the actor's address: other sessions of its role, and what the owner made with its key", async () => {
    const role = 'arn:aws:iam::1:role/r'
    const session = (id: string, address: string): Projection =>
      call({
        ...by(id),
        principal: `arn:aws:sts::1:assumed-role/r/${id}`,
        issuer: role,
        sessionCreated: at(0),
        address,
      })
    const calls = [
      call({ ...by(KEY), address: '203.0.113.7' }, makes('ASIA-owner')),
      call({ ...by(KEY), address: '192.0.2.1' }, makes('ASIA1')),
      ...['ASIA1', 'ASIA2', 'ASIA3'].map((id) => session(id, id === 'ASIA3' ? '192.0.2.9' : '192.0.2.1')),
      call({ ...by('ASIA-owner'), address: '192.0.2.1', sessionCreated: at(0) }),
    ]
    const owner = indicator('203.0.113.7', { ours: true })
    expect(await traced(calls, indicator(KEY), owner)).toEqual([KEY, 'ASIA-owner?', 'ASIA1', 'ASIA2?'])
  })

  it("counts calls without a credential from the actor's address, and those of services that acted for it, as possible", async () => {
    const user = { principal: 'arn:aws:iam::1:user/u' }
    const calls = [
      call({ ...by(KEY), ...user, address: '192.0.2.1' }),
      call({ ...by('anonymous'), callerKind: 'anonymous', address: '192.0.2.1' }),
      call({ ...by('anonymous'), callerKind: 'anonymous', address: '192.0.2.9' }),
      call({ ...by('ASIA-service'), ...user, callerKind: 'service-forwarded', invokedBy: 'x', sessionCreated: at(5) }),
      call({
        ...by('ASIA-other'),
        principal: 'v',
        callerKind: 'service-forwarded',
        invokedBy: 'x',
        sessionCreated: at(5),
      }),
    ]
    const { held, selection, beside } = await trace(memoryFacts(calls), [indicator(KEY)])
    expect([...held.keys()]).toEqual([KEY])
    expect(calls.map(({ event }) => standingOf(selection, event))).toEqual(['strict', 'wide', null, 'wide', null])
    expect(beside.map((one) => [one.caller, one.parent])).toEqual([
      ['anonymous', KEY],
      ['ASIA-service', KEY],
    ])
  })

  it("leaves the owner's calls out of it, and holds what both sides claim to be possible only", async () => {
    const calls = [
      call({ ...by(KEY), address: '203.0.113.7' }, makes('ASIA-owner')),
      call({ ...by(KEY), address: '192.0.2.1' }, makes('ASIA-actor')),
    ]
    const owner = indicator('203.0.113.7', { ours: true })
    expect(await traced(calls, indicator(KEY), owner)).toEqual([KEY, 'ASIA-actor'])
    const both = [indicator('203.0.113.7'), owner]
    expect(await traced(calls, ...both)).toEqual(['ASIA-owner?'])
  })

  it('takes what an address or a user agent made, not the credentials behind it', async () => {
    const calls = [call({ ...by(KEY), address: '192.0.2.1', agent: 'scanner/1' }, makes('ASIA1'))]
    expect(await traced(calls, indicator('192.0.2.1'))).toEqual(['ASIA1'])
    expect(await traced(calls, indicator('scanner/1'))).toEqual(['ASIA1'])
  })

  it('counts the calls of a seed only from when it was stolen', async () => {
    const calls = [call({ ...by(KEY), at: at(1) }, makes('ASIA1')), call({ ...by(KEY), at: at(9) }, makes('ASIA9'))]
    expect(await traced(calls, indicator(KEY, { window: { from: at(5), to: null } }))).toEqual([KEY, 'ASIA9'])
  })

  it('takes the sessions of a user whose password the actor set, from then on only', async () => {
    const user = 'arn:aws:iam::1:user/new'
    const session = (name: string, created: number): Projection =>
      call({ ...by(name), principal: user, at: at(created + 1), sessionCreated: at(created) })
    const login = call({ ...by(KEY), at: at(100) }, makes(user, { kind: 'console-session', principal: user }))
    expect(await traced([session('ASIA-before', 50), login, session('ASIA-after', 150)], indicator(KEY))).toEqual([
      KEY,
      'ASIA-after?',
      user,
    ])
  })

  it('takes the later sessions of a federated user that the actor signed in, not those from before', async () => {
    const user = 'arn:aws:sts::1:federated-user/f'
    const session = (name: string, created: number): Projection =>
      call({ ...by(name), principal: user, at: at(created + 1), sessionCreated: at(created) })
    const made = makes('ASIA1', { kind: 'federated-session', principal: user, at: at(100) })
    const calls = [session('ASIA-before', 50), call({ ...by(KEY), at: at(100) }, made), session('ASIA-after', 150)]
    expect(await traced(calls, indicator(KEY))).toEqual([KEY, 'ASIA-after?', 'ASIA1'])
  })

  it("holds what a service made for the actor's session to be possible, and not the service's own credentials", async () => {
    const session = { principal: 'arn:aws:sts::1:assumed-role/r/s', principalId: 'AROA:s', sessionCreated: at(5) }
    const service = { ...by('ASIA-service'), ...session, callerKind: 'service-forwarded' as const }
    const calls = [call({ ...by(SESSION), ...session, at: at(6) }), call(service, makes('AKIA-template'))]
    expect(await traced(calls, indicator(SESSION))).toEqual(['AKIA-template?', SESSION])
  })

  it('holds credentials handed to compute that the actor could drive to be possible', async () => {
    const host = 'arn:aws:ec2:r:1:instance/i-0abc'
    const calls = [
      call(by(KEY), makes(host, { kind: 'compute', link: 'possible' })),
      call(
        by('service.example'),
        makes('ASIA-host', { through: callerId(host), throughLink: 'possible', link: 'service-forwarded' }),
      ),
    ]
    expect(await traced(calls, indicator(KEY))).toEqual([KEY, 'ASIA-host?', `${host}?`])
  })

  it('holds what hosts were handed in the six hours before a command that names none to be possible, and what they are handed later', async () => {
    const hosts = callerId('hosts')
    const handed = (name: string, second: number): Projection =>
      call(
        { ...by('service.example'), at: at(second) },
        makes(name, { through: hosts, throughLink: 'possible', at: at(second) }),
      )
    const command = call(
      { ...by(KEY), at: at(30_000) },
      makes('hosts', { kind: UNNAMED_COMPUTE, link: 'possible', at: at(30_000) }),
    )
    const calls = [handed('ASIA-old', 8_000), handed('ASIA-valid', 9_000), command, handed('ASIA-new', 90_000)]
    expect(await traced(calls, indicator(KEY))).toEqual([KEY, 'ASIA-new?', 'ASIA-valid?', 'hosts?'])
  })

  it('suggests the other key ids of a session that is certain, told by principal and beginning', async () => {
    const session = { principal: 'arn:aws:sts::1:assumed-role/r/s', principalId: 'AROA:s', sessionCreated: at(5) }
    const calls = [
      call({ ...by('ASIA1'), ...session, address: '192.0.2.1' }),
      call({ ...by('ASIA2'), ...session, address: '192.0.2.9' }),
      call({ ...by('ASIA3'), ...session, sessionCreated: at(6), address: '192.0.2.9' }),
    ]
    expect(await traced(calls, indicator('ASIA1', { kind: 'access-key' }))).toEqual(['ASIA1', 'ASIA2?'])
  })

  it('holds what another account records of the principal to be possible, and what it made', async () => {
    const calls = [
      call({ ...by(KEY), principal: 'arn:aws:iam::1:user/u', principalId: 'AIDA' }),
      call({ ...by('AIDA'), account: '2', callerKind: 'other-account' }, makes('ASIA-there')),
      call({ ...by('AIDAOTHER'), account: '2' }, makes('ASIA-else')),
    ]
    expect(await traced(calls, indicator(KEY))).toEqual(['AIDA?', KEY, 'ASIA-there?'])
  })

  describe('a role that the actor had a service run with', () => {
    const role = 'arn:aws:iam::1:role/service-role/jobs'
    const passed = roleInServices(role) ?? expect.unreachable('no role of a service')
    const pass = call(
      { ...by(KEY), at: at(100) },
      makes(passed, { kind: PASSED_ROLE, link: 'possible', principal: role }),
    )
    const taken = (name: string, second: number): Projection =>
      call(
        { ...by('service.example'), at: at(second) },
        makes(name, { through: callerId(passed), throughLink: 'possible', at: at(second) }),
      )
    const used = (name: string, created: number, issuer: string): Projection =>
      call({ ...by(name), at: at(created + 1), issuer, principal: `${issuer}/s`, sessionCreated: at(created) })

    it('gives the sessions that services take of it, from then on, and possibly only', async () => {
      const calls = [taken('ASIA-before', 99), pass, taken('ASIA-after', 100)]
      expect(await traced(calls, indicator(KEY))).toEqual([KEY, 'ASIA-after?', `${passed}?`])
    })

    it('gives its later sessions where no record says who took them, by any spelling of its path', async () => {
      const bare = 'arn:aws:iam::1:role/jobs'
      const calls = [used('ASIA-before', 99, role), pass, used('ASIA-a', 100, role), used('ASIA-b', 150, bare)]
      const others = [used('ASIA-other', 150, 'arn:aws:iam::1:role/jobs2')]
      expect(await traced([...calls, ...others], indicator(KEY))).toEqual([KEY, 'ASIA-a?', 'ASIA-b?', `${passed}?`])
    })

    it('leads on: what its sessions made may be the actor’s', async () => {
      const calls = [pass, taken('ASIA-after', 101), call({ ...by('ASIA-after'), at: at(102) }, makes('AKIA-made'))]
      expect(await traced(calls, indicator(KEY))).toEqual(['AKIA-made?', KEY, 'ASIA-after?', `${passed}?`])
    })
  })
})
