import { startBuild } from '@verascope/story/deeds/compute'
import { describeDatabases } from '@verascope/story/deeds/databases'
import { assumeRoleForService, getCallerIdentity } from '@verascope/story/deeds/identity'
import { describeTrails, listAccounts } from '@verascope/story/deeds/logging'
import { sendEmail } from '@verascope/story/deeds/mail'
import { getObject, listObjects, putObject } from '@verascope/story/deeds/s3'
import { getSecretValue } from '@verascope/story/deeds/secrets'
import type { Key } from '@verascope/story/play/office'
import type { Stage } from '@verascope/story/play/stage'
import { routine } from '@verascope/story/play/work'
import { HOUR, MINUTE } from '@verascope/story/time'
import type { Account, StoredObject, User, Who } from '@verascope/story/world/model'
import { NAMES } from './owners.ts'
import { march, type Places, REGION } from './places.ts'

/** The people whose keys matter later. */
export interface People {
  /** Deploys from a fixed address with the key that is stolen. */
  readonly deployer: Key
  readonly runner: Who
  /** Reads the sites every night; a second key is made for it. */
  readonly backupUser: User
  readonly admin: Who
  readonly postmaster: Who
}

const RUNNER = '198.51.100.8'

function person(stage: Stage, account: Account, name: string, address: string): Who {
  return stage.owner(stage.key(stage.user(account, name)), { address, agent: 'Boto3/1.34.2' })
}

const small = (objects: readonly StoredObject[]): readonly StoredObject[] =>
  objects.filter(({ key }) => key.endsWith('index.html'))

/** The host that serves the sites has credentials from its instance and comes through the endpoint of its network. */
function webHost(stage: Stage, { roles, hosts, stores }: Places): void {
  const { chance, settings } = stage
  const origin = { address: hosts.web.address, agent: 'aws-sdk-go-v2/1.24', endpoint: 'vpce-0a6c1de2b3f4a5968' }
  for (let at = settings.from - 2 * HOUR; at < settings.to + 3 * HOUR; at += 6 * HOUR) {
    const { deed, session } = assumeRoleForService(chance, {
      role: roles.webHost,
      name: hosts.web.instance,
      at,
      region: REGION,
      delivery: 'ec2',
    })
    stage.call(at, stage.service('ec2.amazonaws.com'), deed)
    for (let minute = 10; minute < 360; minute += 50) {
      const object = chance.pick(small(stores.web.objects))
      stage.call(at + minute * MINUTE, stage.owner(session, origin), getObject(chance, stores.web, object))
    }
  }
}

/** Three of the sites every night, whole. */
function nightly(stage: Stage, backup: Who, { stores }: Places): void {
  const { chance } = stage
  const large = stores.web.objects.filter(({ key }) => /[.](?:jpg|mp4)$/.test(key))
  for (const day of [20, 21, 22, 23, 24]) {
    const at = march(day, '01:30:00')
    stage.call(at, backup, listObjects(chance, stores.web, { prefix: '', delimiter: null }))
    for (const minute of [2, 9, 17]) {
      stage.call(at + minute * MINUTE, backup, getObject(chance, stores.web, chance.pick(large)))
    }
  }
}

function hosting(stage: Stage, places: Places, admin: Who, runner: Who): void {
  const { chance } = stage
  const { accounts, stores } = places
  const portal = person(stage, accounts.hosting, 'portal', '198.51.100.50')
  routine(stage, portal, 70 * MINUTE, () => getObject(chance, stores.web, chance.pick(small(stores.web.objects))))
  routine(stage, admin, 6 * HOUR, () => describeTrails(accounts.hosting, REGION))
  NAMES.slice(0, 3).forEach((name, at) => {
    const editor = person(stage, accounts.hosting, `editor-${at + 1}`, `198.51.100.${60 + at}`)
    const own = small(stores.web.objects).filter(({ key }) => key.startsWith(`${name}/`))
    routine(stage, editor, 5 * HOUR, () => putObject(chance, stores.web, chance.pick(own)))
  })
  const shared = stores.web.objects.filter(({ key }) => key.startsWith('_shared/'))
  for (let at = stage.settings.from - HOUR; at < march(24, '08:00:00'); at += 3 * HOUR) {
    stage.call(at, runner, getCallerIdentity(accounts.hosting, REGION))
    stage.call(at + 2 * MINUTE, runner, putObject(chance, stores.web, chance.pick(shared)))
  }
  webHost(stage, places)
}

function others(stage: Stage, { accounts, stores }: Places, postmaster: Who): void {
  const { chance } = stage
  const caseworker = person(stage, accounts.data, 'caseworker', '198.51.100.70')
  routine(stage, caseworker, HOUR, () => describeDatabases(accounts.data, REGION))
  routine(stage, caseworker, 6 * HOUR, () => getSecretValue(stores.password))
  const reporter = person(stage, accounts.data, 'reporter', '198.51.100.72')
  routine(stage, reporter, 100 * MINUTE, () => getSecretValue(stores.reports))
  const bouncer = person(stage, accounts.mail, 'bounce-worker', '198.51.100.75')
  const bounces = stores.mailFiles.objects.filter(({ key }) => key.startsWith('bounces/'))
  routine(stage, bouncer, 150 * MINUTE, () => getObject(chance, stores.mailFiles, chance.pick(bounces)))
  routine(stage, postmaster, 7 * HOUR, (at) =>
    sendEmail(chance, stores.sender, {
      source: 'notices@notices.example.org',
      destination: `reader-${chance.whole(10, 99)}@example.net`,
      subject: 'Notice of the day',
      isBounced: at % 3 === 0,
    }),
  )
  const writer = person(stage, accounts.mail, 'newsletter-writer', '198.51.100.78')
  routine(stage, writer, 100 * MINUTE, () =>
    getObject(chance, stores.newsletters, chance.pick(stores.newsletters.objects)),
  )
  const archivist = person(stage, accounts.archive, 'archivist', '198.51.100.80')
  routine(stage, archivist, 4 * HOUR, () => putObject(chance, stores.ledgers, chance.pick(stores.ledgers.objects)))
  const auditor = person(stage, accounts.organisation, 'auditor', '198.51.100.85')
  routine(stage, auditor, 8 * HOUR, () => describeTrails(accounts.organisation, REGION))
  routine(stage, auditor, 24 * HOUR, () => listAccounts(accounts.organisation))
}

/** Everybody at work, from before the window to its end. */
export function people(stage: Stage, places: Places): People {
  const { accounts } = places
  const deployer = stage.key(stage.user(accounts.hosting, 'ci-deploy'))
  const runner = stage.owner(deployer, { address: RUNNER, agent: 'aws-cli/2.15.0' })
  stage.indicateOurs(RUNNER)
  const backupUser = stage.user(accounts.hosting, 'site-backup')
  const backup = stage.owner(stage.key(backupUser), { address: '198.51.100.40', agent: 'rclone/v1.65' })
  const admin = person(stage, accounts.hosting, 'platform-admin', '198.51.100.9')
  const postmaster = person(stage, accounts.mail, 'notices-app', '198.51.100.76')
  hosting(stage, places, admin, runner)
  nightly(stage, backup, places)
  others(stage, places, postmaster)
  // Something is always changed somewhere: this is how a trail is seen to record that.
  for (const account of Object.values<Account>({ ...accounts })) {
    const builder = person(stage, account, 'builder', '198.51.100.90')
    routine(stage, builder, 95 * MINUTE, () => startBuild(stage.chance, { account, region: REGION }, 'nightly'))
  }
  return { deployer, runner, backupUser, admin, postmaster }
}
