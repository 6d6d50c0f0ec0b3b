import type { Stage } from '@verascope/story/play/stage'
import { HOUR, MINUTE } from '@verascope/story/time'
import { accessLog } from '@verascope/story/witness/access-log'
import { copiesLeft, loggingStatus, metricsConfiguration } from '@verascope/story/witness/answers'
import { bill } from '@verascope/story/witness/bill'
import { flowLog, type Skip } from '@verascope/story/witness/flow-log'
import { mailEvents } from '@verascope/story/witness/mail-events'
import { mailLog } from '@verascope/story/witness/mail-log'
import { databaseAverage, metricData, networkOut, requestSeries } from '@verascope/story/witness/metrics'
import { objectList } from '@verascope/story/witness/object-list'
import { ownersTable } from '@verascope/story/witness/owners-table'
import type { Flow, Host } from '@verascope/story/world/host'
import type { Store } from '@verascope/story/world/model'
import { ownersOf } from './owners.ts'
import { march, type Places, REGION } from './places.ts'
import type { Plan } from './reads.ts'
import { mailboxesOf, mailFlows, passages, webFlows } from './traffic.ts'

const FILTER = 'EntireBucket'
const YEAR = 365 * 24 * HOUR

/** Requests to the web bucket: its access log, its meter, the bill, and what lies in it in the end. */
function webWitnesses(stage: Stage, { accounts, stores }: Places, lots: Plan): void {
  const { particulars, chance, settings } = stage
  const { web, logs, mailFiles, transfer } = stores
  const at = settings.to + 4 * MINUTE
  const to = { target: logs.name, prefix: `access/${web.name}/` }
  particulars.metered.push(web)
  particulars.witnesses.push(
    accessLog({
      ...to,
      bucket: web,
      chance: chance.fork('access-log'),
      lost: 0.05,
      late: 0.04,
      isLost: ({ call, wire }) => call.who.hand === 'actor' && wire.key?.startsWith(`${lots.silent}/`) === true,
    }),
    loggingStatus(web, to, { at }),
    metricsConfiguration(web, FILTER, { at }),
    metricData({ account: web.account.id, region: REGION, at, name: 'web', series: requestSeries(web, FILTER) }),
    bill({
      payer: accounts.organisation,
      buckets: [web, mailFiles, transfer],
      target: logs.name,
      name: 'hourly',
      chance: chance.fork('bill'),
    }),
    objectList({ bucket: web, at: settings.to + 20 * MINUTE, since: settings.from - YEAR }),
    objectList({ bucket: transfer, at: settings.to + 20 * MINUTE, since: settings.from - YEAR }),
    objectList({ bucket: mailFiles, at: settings.to + 20 * MINUTE, since: settings.from - YEAR }),
  )
}

/** What moves over the network of one host, as the log of flows and the meter of its interface tell it. */
function networkWitnesses(
  stage: Stage,
  { stores }: Places,
  host: Host,
  { flows, skipped }: { readonly flows: readonly Flow[]; readonly skipped: readonly Skip[] },
): void {
  const { account } = host
  const chance = stage.chance.fork(`flow-log/${host.name}`)
  const traffic = [{ host, flows }]
  const at = stage.settings.to + 4 * MINUTE
  stage.particulars.witnesses.push(
    flowLog({ account, region: REGION, target: stores.logs.name, chance, traffic, skipped }),
    metricData({ account: account.id, region: REGION, at, name: host.name, series: [networkOut(host, flows)] }),
  )
}

/** The mail host and what is sent by calls. */
function mailWitnesses(stage: Stage, places: Places): void {
  const { particulars, chance, settings } = stage
  const { hosts, mailHost, stores } = places
  const mailboxes = mailboxesOf(mailHost)
  const mail = passages(stage, mailboxes)
  const common = { store: stores.mailFiles, identity: stores.sender }
  particulars.mailboxes.push(...mailboxes)
  particulars.flows.push(
    { ...common, name: 'outbound', direction: 'outbound', prefix: 'outbound/' },
    { ...common, name: 'bounces', direction: 'returned', prefix: 'bounces/' },
  )
  particulars.witnesses.push(
    mailLog({ host: mailHost, passages: mail, at: settings.to + 4 * MINUTE, chance: chance.fork('mail-log') }),
    mailEvents({
      identity: stores.sender,
      target: stores.logs.name,
      prefix: 'mail-events/',
      configurationSet: 'notices',
      chance: chance.fork('mail-events'),
    }),
  )
  const skip = { host: hosts.mail, at: march(21, '10:20:00'), seconds: 1200 }
  networkWitnesses(stage, places, hosts.mail, { flows: mailFlows(chance.fork('mail-flows'), mail), skipped: [skip] })
  networkWitnesses(stage, places, hosts.web, { flows: webFlows(stage, chance.fork('web-flows')), skipped: [] })
}

/** What the thief left behind, and how the database was busy. */
function copyWitnesses(
  stage: Stage,
  { stores }: Places,
  copies: { readonly database: Store; readonly disk: Store },
): void {
  const { particulars, settings } = stage
  const chance = stage.chance.fork('database')
  const at = settings.to + 4 * MINUTE
  const { account } = stores.casework
  particulars.witnesses.push(
    copiesLeft('rds-snapshot', [{ store: copies.database, madeAt: march(20, '09:10:00') }], { at }),
    copiesLeft('ebs-snapshot', [{ store: copies.disk, madeAt: march(20, '14:00:00') }], { at }),
    metricData({
      account: account.id,
      region: REGION,
      at,
      name: 'database',
      series: [
        databaseAverage(stores.casework, 'NetworkTransmitThroughput', () => chance.whole(9_000, 60_000)),
        databaseAverage(stores.casework, 'DatabaseConnections', () => chance.whole(2, 14)),
      ],
    }),
  )
}

const SAID = 350_000_000_000

/** What is said on a forum afterwards, about the web sites alone and about everything. */
function claims(stage: Stage, { stores }: Places): void {
  const said = { speaker: 'an account on a forum', saidAt: march(27, '09:00:00'), bytes: SAID }
  stage.particulars.claims.push(
    { ...said, id: 'web-350', text: '350 GB out of the bucket of web sites', store: stores.web },
    { ...said, id: 'all-350', text: '350 GB in all', store: null },
  )
}

/** Everything that is told beside calls. */
export function witnesses(
  stage: Stage,
  places: Places,
  lots: Plan,
  copies: { readonly database: Store; readonly disk: Store },
): void {
  const owners = ownersOf(places.stores.web)
  stage.particulars.owners.push(...owners)
  stage.particulars.beside.push(ownersTable(owners))
  webWitnesses(stage, places, lots)
  mailWitnesses(stage, places)
  copyWitnesses(stage, places, copies)
  claims(stage, places)
}
