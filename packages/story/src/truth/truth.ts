import type { Damaged, Harm } from '../deliver/damage.ts'
import { pathOf } from '../deliver/damage.ts'
import type { Played } from '../play/played.ts'
import type { Indicator } from '../play/stage.ts'
import type { Story } from '../story.ts'
import { iso } from '../time.ts'
import type { TrailState } from '../world/trail.ts'
import { type Access, type Event, eventsOf, type Identity, identitiesOf } from './events.ts'
import { particularsOf, type TrueParticulars } from './particulars.ts'

export interface Stretch {
  readonly from: string
  readonly to: string
}

export interface TrueStore {
  readonly arn: string
  readonly kind: string
  readonly account: string
  readonly region: string
  readonly name: string
  readonly accesses: readonly Access[]
  /** Everybody who truly touched it, the actor or not. */
  readonly accessors: readonly string[]
}

/** A bound that lies outside all time is null. */
export interface TrueTrail {
  readonly arn: string
  readonly homeRegion: string
  readonly account: string
  readonly states: readonly ({ readonly from: string | null } & TrailState)[]
}

export interface TrueFile {
  readonly path: string
  readonly kind: 'log' | 'digest' | 'backfill'
  readonly trail: string
  readonly account: string
  readonly region: string
  /** Of a log file its events' first and last instant, of a digest its hour. */
  readonly from: string
  readonly to: string
  readonly deliveredAt: string
  readonly harm: Harm['kind'] | null
}

/** What truly happened, whatever the evidence says. */
export interface Truth extends TrueParticulars {
  readonly slug: string
  readonly title: string
  readonly organization: string
  readonly accounts: readonly { readonly id: string; readonly name: string }[]
  readonly regions: readonly string[]
  readonly evidence: Stretch
  readonly window: Stretch
  readonly entry: string
  readonly indicators: readonly {
    readonly value: string
    readonly isOurs: boolean
    readonly from: string | null
    readonly to: string | null
  }[]
  readonly stores: readonly TrueStore[]
  readonly identities: readonly Identity[]
  readonly trails: readonly TrueTrail[]
  readonly events: readonly Event[]
  readonly files: readonly TrueFile[]
  readonly harms: readonly (Omit<Harm, 'from' | 'to'> & Stretch)[]
  readonly regionsWithoutKeys: readonly string[]
}

const dated = (at: number | null): string | null => (at === null ? null : iso(at))

function indicator({ value, isOurs, from, to }: Indicator): Truth['indicators'][number] {
  return { value, isOurs, from: dated(from), to: dated(to) }
}

function storesOf(played: Played, events: readonly Event[]): readonly TrueStore[] {
  const accesses = new Map<string, Access[]>()
  for (const { access, store } of events.flatMap((event) =>
    event.accesses.map((access) => ({ access, store: access.store })),
  )) {
    accesses.set(store, [...(accesses.get(store) ?? []), access])
  }
  return played.stage.stores.map(({ arn, kind, account, region, name }) => {
    const own = accesses.get(arn) ?? []
    const accessors = [...new Set(own.map(({ identity }) => identity))]
    return { arn, kind, account: account.id, region, name, accesses: own, accessors }
  })
}

function trailsOf({ stage }: Played): readonly TrueTrail[] {
  return stage.trails.map((trail) => ({
    arn: trail.arn,
    homeRegion: trail.homeRegion,
    account: trail.account.id,
    states: stage.history
      .trailStates(trail)
      .map(({ from, state }) => ({ from: Number.isFinite(from) ? iso(from) : null, ...state })),
  }))
}

function filesOf({ delivered }: Played, harms: readonly Harm[]): readonly TrueFile[] {
  return delivered.map((file) => {
    const path = pathOf(file)
    const [from, to] = file.kind === 'log' ? [file.oldest, file.newest] : [file.from, file.to]
    return {
      path,
      kind: file.kind === 'digest' && file.isBackfill ? 'backfill' : file.kind,
      trail: file.trail,
      account: file.account,
      region: file.region,
      from: iso(from),
      to: iso(to),
      deliveredAt: iso(file.deliveredAt),
      harm: harms.find((harm) => harm.path === path)?.kind ?? null,
    }
  })
}

export function truthOf(story: Story, played: Played, { harms, regionsWithoutKeys }: Damaged): Truth {
  const { stage, span } = played
  const events = eventsOf(played)
  return {
    slug: story.slug,
    title: story.title,
    organization: stage.organization,
    accounts: stage.accounts.map(({ id, name }) => ({ id, name })),
    regions: stage.settings.regions,
    evidence: { from: iso(span.from), to: iso(span.to) },
    window: { from: iso(stage.entry), to: iso(stage.settings.to) },
    entry: iso(stage.entry),
    indicators: stage.indicators.map(indicator),
    stores: storesOf(played, events),
    identities: identitiesOf(played),
    trails: trailsOf(played),
    events,
    files: filesOf(played, harms),
    harms: harms.map((harm) => ({ ...harm, from: iso(harm.from), to: iso(harm.to) })),
    regionsWithoutKeys,
    ...particularsOf(played),
  }
}
