import { parseArn, partitionOf } from '../../../domain/arn.ts'
import type { NameOf, TextsOf } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import type { FromCall } from '../../../domain/change-spec.ts'
import { pickText, pickTexts } from '../../../domain/json.ts'
import { mayBeBeside, type StoreName } from '../../../domain/touch.ts'

/** An organisation and who has a mailbox in it: a user, a group or a room, by id or by address. */
const MAILBOX = /^organization\/([\w-]{1,64})\/mailbox\/([^/*\p{Cc}]{1,256})$/u
const ORGANISATION = /^organization\/([\w-]{1,64}|\*)$/

/** The mailbox that its id stands for. Mailboxes have no ARN of their own; theirs goes on from the organisation's. */
export const mailboxOf: NameOf = (value) => {
  const arn = parseArn(value)
  const owner = MAILBOX.exec(arn?.resource ?? '')?.[2]
  if (arn === null || arn.service !== 'workmail' || owner === undefined) return null
  return { id: value, account: arn.account || null, region: arn.region || null, name: owner }
}

/** The organisation that an ARN stands for, as the set of its mailboxes; `*` are those of all organisations of the place. */
export const organisationOf: NameOf = (value) => {
  const arn = parseArn(value)
  const name = ORGANISATION.exec(arn?.resource ?? '')?.[1]
  if (arn === null || arn.service !== 'workmail' || name === undefined) return null
  const title = name === '*' ? `all mail organisations of ${arn.account} in ${arn.region}` : name
  return { id: value, account: arn.account || null, region: arn.region || null, name: title }
}

/** Whether a mailbox may be one of an organisation's. */
export function inOrganisation(set: StoreName, member: StoreName): boolean {
  const isOf = set.id.endsWith('/*') || member.id.startsWith(`${set.id}/`)
  return member.kind === 'workmail-mailbox' && isOf && mayBeBeside(set, member)
}

function arn({ account, region }: CallEvent, resource: string): string {
  return `arn:${partitionOf(region)}:workmail:${region}:${account}:${resource}`
}

/** The organisation of a call as commands take it. */
export const ORGANISATION_ID: FromCall = (call) =>
  pickText(call.request, 'organizationId') ?? pickText(call.response, 'organizationId')

/** Who has the mailbox that a call is about. */
export const OWNER: FromCall = (call) =>
  ['entityId', 'userId', 'resourceId'].map((key) => pickText(call.request, key)).find((found) => found !== null) ??
  pickText(call.response, 'userId') ??
  null

/** The organisation of a call, or all of the place where it names none. */
export const organisations: TextsOf = (call) => [arn(call, `organization/${ORGANISATION_ID(call) ?? '*'}`)]
/** All organisations of the place. */
export const everyOrganisation: TextsOf = (call) => [arn(call, 'organization/*')]

/** The mailbox of a call. */
export const mailboxes: TextsOf = (call) => {
  const [organisation, owner] = [ORGANISATION_ID(call), OWNER(call)]
  return organisation === null || owner === null ? [] : [arn(call, `organization/${organisation}/mailbox/${owner}`)]
}

/** Where a call on a mailbox names none: any of the organisation's may be it. */
export const unnamedMailboxes: TextsOf = (call) => (mailboxes(call).length > 0 ? [] : organisations(call))

/** The bucket that a mailbox is exported to. */
export const exportBucket: FromCall = (call) => {
  const name = pickText(call.request, 's3BucketName')
  return name === null ? null : `arn:${partitionOf(call.region)}:s3:::${name}`
}

/** What somebody may do with the mailbox of another; a record that leaves it out may mean all of it. */
export function permissions(call: CallEvent): readonly string[] {
  const found = pickTexts(call.request, 'permissionValues[]')
  return found.length > 0 ? found : ['FULL_ACCESS', 'SEND_AS']
}

/** Who may do it. */
export const GRANTEE: FromCall = (call) => pickText(call.request, 'granteeId')

/** A role by which a program reads and writes mailboxes of an organisation. */
export const ROLE_ID: FromCall = (call) =>
  pickText(call.response, 'impersonationRoleId') ?? pickText(call.request, 'impersonationRoleId')
