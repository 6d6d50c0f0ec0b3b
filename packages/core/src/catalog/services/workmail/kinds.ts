import type { Channel, StoreKind } from '../../../domain/service-row.ts'
import { inOrganisation, mailboxOf, organisationOf } from './names.ts'

const MANAGEMENT = 'the CloudTrail log files of {account} in {region} with their digest files'

const CHANNELS: readonly Channel[] = [
  {
    kind: 'log-in',
    way: 'a mail program or the web, with a password or token that was stolen or set, or that of a role or a delegate',
    recordedBy: 'nothing',
    settledBy:
      'the audit log of the mail organisation for access to mailboxes and sign-in, where its delivery was switched on: `aws logs describe-deliveries --region {region}`',
  },
  {
    kind: 'management-call',
    way: 'exporting it to a bucket, or resetting its password',
    recordedBy: 'management-events',
    settledBy: MANAGEMENT,
  },
  {
    kind: 'continuing-grant',
    way: 'a permission of another user or group on it, or a role of the organisation that may act for it',
    recordedBy: 'nothing',
    settledBy:
      '`aws workmail list-mailbox-permissions --organization-id ORGANIZATION --entity-id {name} --region {region}` and `aws workmail list-impersonation-roles --organization-id ORGANIZATION --region {region}`',
  },
  {
    kind: 'continuing-grant',
    way: 'a rule in the mailbox, or of the mail flow, that sends mail on or runs a function; rules in mailboxes are recorded nowhere',
    recordedBy: 'nothing',
    settledBy: 'the rules of the mailbox and of the organisation, as the web application and the console show them',
  },
  {
    kind: 'neighbour',
    way: 'an export in a bucket, a journal, an archive, and copies in the mail programs of its owner',
    recordedBy: 'nothing',
    settledBy: '`aws workmail list-mailbox-export-jobs --organization-id ORGANIZATION --region {region}`',
  },
]

/** Mailboxes and the ways into them. */
export const STORES: Readonly<Record<string, StoreKind>> = {
  'workmail-mailbox': { title: 'mailbox', name: mailboxOf, channels: CHANNELS },
  'workmail-organization': {
    title: 'set of mailboxes',
    name: organisationOf,
    channels: CHANNELS.slice(0, 3),
    holds: inOrganisation,
  },
}
