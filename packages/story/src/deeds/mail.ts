import type { Chance } from '../chance/chance.ts'
import { hex, uuid } from '../chance/ids.ts'
import type { Deed, Dispatch } from '../emit/deed.ts'
import type { Account, Store } from '../world/model.ts'
import { reading, type Service, serviceAt, writing } from './management.ts'

// Mail that is sent by calls, and what is told of it.

const HIDDEN = 'HIDDEN_DUE_TO_SECURITY_REASONS'
const VERSION = '1.08'

function ses(account: Account, region: string): Service {
  return { ...serviceAt('ses', account, region, VERSION), host: `email.${region}.amazonaws.com` }
}

export const listIdentities = (account: Account, region: string): Deed =>
  reading(ses(account, region), 'ListIdentities')

export const getSendQuota = (account: Account, region: string): Deed => reading(ses(account, region), 'GetSendQuota')

/** What is sent; the sender is an address of the identity. */
export interface Letter {
  readonly source: string
  readonly destination: string
  readonly subject: string
  readonly isBounced?: boolean
}

function sending(chance: Chance, identity: Store, letter: Letter, call: Pick<Deed, 'name' | 'request'>): Deed {
  const { isBounced = false, ...rest } = letter
  const messageId = `0102019${hex(chance, 9)}-${uuid(chance)}-000000`
  const dispatch: Dispatch = { ...rest, messageId, identity, isBounced }
  return {
    ...writing(ses(identity.account, identity.region), call.name, { request: call.request }),
    category: 'Data',
    extra: { sesMessageId: messageId },
    resources: [{ accountId: identity.account.id, type: 'AWS::SES::EmailIdentity', ARN: identity.arn }],
    selectable: { type: 'AWS::SES::EmailIdentity', arn: identity.arn },
    touches: [{ store: identity, effect: 'sent-as', bytes: 0, objects: [messageId] }],
    dispatch,
  }
}

/** A mail made of its parts: the record hides who gets it and what it says. */
export function sendEmail(chance: Chance, identity: Store, letter: Letter): Deed {
  const request = {
    source: letter.source,
    destination: { toAddresses: [HIDDEN], ccAddresses: [], bccAddresses: [] },
    message: { subject: { charset: 'UTF-8', data: HIDDEN }, body: { text: { charset: 'UTF-8', data: HIDDEN } } },
  }
  return sending(chance, identity, letter, { name: 'SendEmail', request })
}

/** A mail as it is: the record hides all of it. */
export function sendRawEmail(chance: Chance, identity: Store, letter: Letter): Deed {
  const request = { source: letter.source, destinations: [HIDDEN], rawMessage: { data: HIDDEN } }
  return sending(chance, identity, letter, { name: 'SendRawEmail', request })
}

/** From now on somebody else is told of every mail of the identity that comes back, with its headers. */
export function sendBouncesTo(identity: Store, topic: string): Deed {
  const request = { identity: identity.name, notificationType: 'Bounce', snsTopic: topic }
  return {
    ...writing(ses(identity.account, identity.region), 'SetIdentityNotificationTopic', { request }),
    touches: [{ store: identity, effect: 'redirected', bytes: 0, objects: [], to: topic }],
  }
}

/** Nobody is told any more. */
export function sendBouncesNowhere(identity: Store): Deed {
  const request = { identity: identity.name, notificationType: 'Bounce' }
  return writing(ses(identity.account, identity.region), 'SetIdentityNotificationTopic', { request })
}
