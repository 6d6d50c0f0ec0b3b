import { accountNumber } from '@verascope/story/chance/ids'
import { createSnapshot, describeInstances, shareSnapshot } from '@verascope/story/deeds/compute'
import {
  createDbSnapshot,
  describeDatabaseSnapshots,
  describeDatabases,
  shareDbSnapshot,
} from '@verascope/story/deeds/databases'
import { describeSnapshots, describeVolumes, getSnapshotBlock, listSnapshotBlocks } from '@verascope/story/deeds/disks'
import {
  assumeRole,
  createAccessKey,
  getAccountAuthorizationDetails,
  getCallerIdentity,
  listRoles,
  listUsers,
} from '@verascope/story/deeds/identity'
import { describeTrails, listAccounts, putEventSelectors } from '@verascope/story/deeds/logging'
import { getSendQuota, listIdentities, sendBouncesTo, sendEmail, sendRawEmail } from '@verascope/story/deeds/mail'
import { listBuckets } from '@verascope/story/deeds/s3'
import { lookAtBucket } from '@verascope/story/deeds/s3-settings'
import { getSecretValue, listSecrets } from '@verascope/story/deeds/secrets'
import { DENIED } from '@verascope/story/emit/deed'
import type { Stage } from '@verascope/story/play/stage'
import { MINUTE } from '@verascope/story/time'
import type { Role, Store, Who } from '@verascope/story/world/model'
import type { People } from './people.ts'
import { dataEvents, march, type Places, REGION } from './places.ts'

/** Where the keys are tried, and where the work is done from. */
const SCANNER = { address: '203.0.113.24', agent: 'TruffleHog' }
const DESK = { address: '203.0.113.66', agent: 'aws-cli/2.15.30' }

/** What the thief has by the first evening. */
export interface Thief {
  /** The stolen key. */
  readonly first: Who
  /** The key that was made with it, for another user. */
  readonly second: Who
  /** An account that is not ours. */
  readonly abroad: string
}

/** Takes a role for an hour and works as it. */
export function become(stage: Stage, who: Who, role: Role, at: number): Who {
  const { deed, session } = assumeRole(stage.chance, { role, name: 'maintenance', at, region: REGION })
  stage.call(at, who, deed)
  return stage.actor(session, who.origin)
}

function lookAround(stage: Stage, { accounts, stores }: Places, who: Who, from: number): void {
  const { hosting } = accounts
  const deeds = [
    listBuckets(stage.chance, hosting),
    listUsers(hosting),
    listRoles(hosting),
    listAccounts(hosting),
    describeTrails(hosting, REGION),
    describeInstances(hosting, REGION),
    describeDatabases(hosting, REGION),
    ...lookAtBucket(stage.chance, stores.web),
  ]
  deeds.forEach((deed, at) => {
    stage.call(from + at * MINUTE, who, deed)
  })
  stage.call(from + 11 * MINUTE, who, getAccountAuthorizationDetails(hosting), DENIED)
}

/** 19 March: the key is tried, the place is looked at, a key of its own is made, three more accounts are entered. */
export function enter(stage: Stage, places: Places, people: People): Thief {
  const entry = march(19, '10:42:17')
  stage.steal(people.deployer, entry, 'leaked by a build')
  stage.indicate(people.deployer.keyId, entry)
  const { accounts, roles, stores } = places
  stage.call(entry, stage.actor(people.deployer, SCANNER), getCallerIdentity(accounts.hosting, REGION))
  const first = stage.actor(people.deployer, DESK)
  lookAround(stage, places, first, march(19, '11:05:00'))
  const at = march(19, '11:31:00')
  const { deed, key } = createAccessKey(stage.chance, people.backupUser, at)
  stage.call(at, first, deed)
  const data = become(stage, first, roles.ops, march(19, '11:40:00'))
  stage.call(march(19, '11:44:00'), data, describeDatabases(accounts.data, REGION))
  stage.call(march(19, '11:46:00'), data, listSecrets(stores.password))
  const mail = become(stage, data, roles.postmaster, march(19, '11:52:00'))
  stage.call(march(19, '11:55:00'), mail, listIdentities(accounts.mail, REGION))
  stage.call(march(19, '11:56:00'), mail, describeInstances(accounts.mail, REGION))
  const archive = become(stage, mail, roles.keeper, march(19, '12:05:00'))
  stage.call(march(19, '12:08:00'), archive, listBuckets(stage.chance, accounts.archive))
  return { first, second: stage.actor(key, DESK), abroad: accountNumber(stage.chance) }
}

/** 20 March: a database is copied and opened to an account abroad. Returns the copy. */
export function copyDatabase(stage: Stage, { accounts, roles, stores }: Places, thief: Thief): Store {
  const data = become(stage, thief.first, roles.ops, march(20, '09:02:00'))
  stage.call(march(20, '09:05:00'), data, describeDatabaseSnapshots(accounts.data, REGION))
  stage.call(march(20, '09:07:00'), data, getSecretValue(stores.password))
  const { deed, snapshot } = createDbSnapshot(stores.casework, 'casework-maintenance')
  stage.call(march(20, '09:10:00'), data, deed)
  stage.call(march(20, '09:26:00'), data, shareDbSnapshot(snapshot, thief.abroad))
  return snapshot
}

/** 20 March: the disk of the mail host is copied, opened abroad, and looked into block by block. Returns the copy. */
export function copyDisk(stage: Stage, { accounts, roles, stores }: Places, thief: Thief): Store {
  const { chance } = stage
  const data = become(stage, thief.first, roles.ops, march(20, '13:50:00'))
  const mail = become(stage, data, roles.postmaster, march(20, '13:52:00'))
  stage.call(march(20, '13:55:00'), mail, describeVolumes(accounts.mail, REGION))
  stage.call(march(20, '13:57:00'), mail, describeSnapshots(accounts.mail, REGION))
  const { deed, snapshot } = createSnapshot(chance, { account: accounts.mail, region: REGION }, stores.mailDisk)
  stage.call(march(20, '14:00:00'), mail, deed)
  stage.call(march(20, '14:21:00'), mail, listSnapshotBlocks(snapshot))
  for (let block = 0; block < 24; block += 1) {
    stage.call(march(20, '14:22:00') + block * 4000, mail, getSnapshotBlock(chance, snapshot, 2048 + block))
  }
  stage.call(march(20, '14:30:00'), mail, shareSnapshot(chance, snapshot, thief.abroad))
  return snapshot
}

/** For 26 hours, reads in the hosting account are recorded by nobody; writes are. */
export function narrow(stage: Stage, { dataTrail }: Places, thief: Thief, admin: Who): void {
  stage.call(march(21, '03:10:00'), thief.first, putEventSelectors(dataTrail, dataEvents(['AWS::S3::Object'], true)))
  stage.call(march(22, '05:10:00'), admin, putEventSelectors(dataTrail, dataEvents(['AWS::S3::Object'], false)))
}

const LURES = ['Your account needs attention', 'Invoice 2026-118', 'New rules for access', 'Please confirm', 'Reminder']

/** 22 March: mail is sent in the name of the notices, and what comes back is sent on abroad. */
export function sendMail(stage: Stage, { accounts, roles, stores }: Places, thief: Thief): void {
  const { chance } = stage
  const mail = become(
    stage,
    become(stage, thief.second, roles.ops, march(22, '15:00:00')),
    roles.postmaster,
    march(22, '15:02:00'),
  )
  stage.call(march(22, '15:04:00'), mail, listIdentities(accounts.mail, REGION))
  stage.call(march(22, '15:05:00'), mail, getSendQuota(accounts.mail, REGION))
  LURES.forEach((subject, at) => {
    const destination = `target-${at + 1}@example.com`
    const letter = { source: 'service@notices.example.org', destination, subject, isBounced: at === 3 }
    stage.call(march(22, '15:10:00') + at * 2 * MINUTE, mail, sendEmail(chance, stores.sender, letter))
    if (at > 2) return
    const raw = { ...letter, destination: `press-${at + 1}@example.com` }
    stage.call(march(22, '15:31:00') + at * MINUTE, mail, sendRawEmail(chance, stores.sender, raw))
  })
  const topic = `arn:aws:sns:${REGION}:${thief.abroad}:back`
  stage.call(march(22, '15:40:00'), mail, sendBouncesTo(stores.sender, topic))
}
