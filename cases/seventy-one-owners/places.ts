import type { Chance } from '@verascope/story/chance/chance'
import { hex } from '@verascope/story/chance/ids'
import type { Stage } from '@verascope/story/play/stage'
import type { Host } from '@verascope/story/world/host'
import type { MailHost } from '@verascope/story/world/mail'
import { makeStore } from '@verascope/story/world/make'
import { type Account, ofGibibytes, type Role, type Store, type StoredObject } from '@verascope/story/world/model'
import type { Selectors, Trail } from '@verascope/story/world/trail'
import { webObjects } from './owners.ts'

/** Where everything but the making of keys happens. */
export const REGION = 'eu-west-1'

/** An instant of March 2026. */
export const march = (day: number, clock: string): number => Date.parse(`2026-03-${day}T${clock}Z`)

/** Five accounts of one organisation; nobody enters the first. */
export interface Accounts {
  readonly organisation: Account
  readonly hosting: Account
  readonly data: Account
  readonly mail: Account
  readonly archive: Account
}

export interface Stores {
  readonly logs: Store
  /** The web sites of 42 clients and 29 bodies, each under its own prefix. */
  readonly web: Store
  readonly casework: Store
  readonly password: Store
  readonly reports: Store
  readonly mailFiles: Store
  /** Read every day by who always reads it, and by nobody else. */
  readonly newsletters: Store
  readonly sender: Store
  readonly mailDisk: Store
  readonly transfer: Store
  readonly ledgers: Store
}

export interface Places {
  readonly accounts: Accounts
  readonly stores: Stores
  readonly roles: { readonly ops: Role; readonly postmaster: Role; readonly keeper: Role; readonly webHost: Role }
  readonly hosts: { readonly mail: Host; readonly web: Host }
  readonly mailHost: MailHost
  /** Data events of the hosting account: the trail that is narrowed. */
  readonly dataTrail: Trail
}

/** Data events of whole types, of objects only those that write where it says so. */
export function dataEvents(types: readonly string[], isWritingOnly: boolean): Selectors {
  return {
    kind: 'advanced',
    advanced: types.map((type) => ({
      name: type,
      fieldSelectors: [
        { field: 'eventCategory', equals: ['Data'] },
        { field: 'resources.type', equals: [type] },
        ...(isWritingOnly ? [{ field: 'readOnly', equals: ['false'] }] : []),
      ],
    })),
  }
}

function mailObjects(chance: Chance): readonly StoredObject[] {
  const kinds: readonly (readonly [string, number])[] = [
    ['outbound', 26],
    ['bounces', 16],
  ]
  return kinds.flatMap(([folder, count]) =>
    Array.from({ length: count }, (_, at) => ({
      key: `${folder}/2026/03/${String(at + 1).padStart(2, '0')}-${hex(chance, 12)}.eml`,
      bytes: chance.whole(2_000, 80_000),
    })),
  )
}

function storesOf(stage: Stage, accounts: Accounts): Stores {
  const { chance } = stage
  const { hosting, data, mail, archive, organisation } = accounts
  const bucket = (account: Account, name: string, objects: readonly StoredObject[]): Store =>
    stage.add(makeStore(chance, 's3-bucket', { account, region: REGION, name, objects }))
  const disk = `vol-${hex(chance, 17)}`
  return {
    logs: bucket(organisation, 'organisation-logs', []),
    web: bucket(hosting, 'web-hosting', webObjects(chance)),
    casework: stage.add(
      makeStore(chance, 'rds-instance', {
        account: data,
        region: REGION,
        name: 'casework',
        capacity: ofGibibytes(180),
      }),
    ),
    password: stage.store('secret', data, REGION, 'casework/database'),
    reports: stage.store('secret', data, REGION, 'reports/database'),
    mailFiles: bucket(mail, 'mail-files', mailObjects(chance)),
    newsletters: stage.bucket(mail, REGION, 'newsletters', 5),
    sender: stage.store('ses-identity', mail, REGION, 'notices.example.org'),
    mailDisk: stage.add(
      makeStore(chance, 'ebs-volume', { account: mail, region: REGION, name: disk, capacity: ofGibibytes(100) }),
    ),
    transfer: bucket(archive, 'transfer', []),
    ledgers: stage.bucket(archive, REGION, 'ledgers', 6),
  }
}

function hostIn(chance: Chance, account: Account, name: string, address: string): Host {
  const [instance, interfaceId] = [`i-${hex(chance, 17)}`, `eni-${hex(chance, 17)}`]
  return { name, account, region: REGION, instance, interfaceId, address }
}

function trails(stage: Stage, { organisation, hosting, mail }: Accounts, bucket: string): Trail {
  stage.trail({ name: 'organisation-trail', account: organisation, region: REGION, bucket, isOrganization: true })
  const narrow = { region: REGION, bucket, isMultiRegion: false }
  stage.trail({
    ...narrow,
    name: 'mail-data',
    account: mail,
    prefix: 'mail',
    selectors: dataEvents(['AWS::S3::Object', 'AWS::EC2::Snapshot', 'AWS::SES::EmailIdentity'], false),
  })
  return stage.trail({
    ...narrow,
    name: 'hosting-data',
    account: hosting,
    prefix: 'hosting',
    selectors: dataEvents(['AWS::S3::Object'], false),
  })
}

/** The organisation before anything happens. */
export function places(stage: Stage): Places {
  const accounts: Accounts = {
    organisation: stage.account('organisation'),
    hosting: stage.account('hosting'),
    data: stage.account('data'),
    mail: stage.account('mail'),
    archive: stage.account('archive'),
  }
  const stores = storesOf(stage, accounts)
  const hosts = {
    mail: hostIn(stage.chance, accounts.mail, 'mail01', '10.20.0.25'),
    web: hostIn(stage.chance, accounts.hosting, 'web01', '10.30.0.80'),
  }
  return {
    accounts,
    stores,
    roles: {
      ops: stage.role(accounts.data, 'ops'),
      postmaster: stage.role(accounts.mail, 'postmaster'),
      keeper: stage.role(accounts.archive, 'keeper'),
      webHost: stage.role(accounts.hosting, 'web-host'),
    },
    hosts,
    mailHost: {
      name: hosts.mail.name,
      domain: 'example.org',
      account: accounts.mail,
      region: REGION,
      instance: hosts.mail.instance,
      disk: stores.mailDisk,
    },
    dataTrail: trails(stage, accounts, stores.logs.name),
  }
}
