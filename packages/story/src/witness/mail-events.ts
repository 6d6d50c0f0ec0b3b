import type { Chance } from '../chance/chance.ts'
import { hex, uuid } from '../chance/ids.ts'
import type { Witness } from '../deliver/witness.ts'
import type { StoryFile } from '../deliver/written.ts'
import type { Call } from '../emit/call.ts'
import type { Dispatch } from '../emit/deed.ts'
import type { Json, JsonObject } from '../json.ts'
import { dayPath, HOUR, hourOf, iso } from '../time.ts'
import { accountOf, principalOf, type Store } from '../world/model.ts'

/** The identity whose mail is told of, and where the stream of events puts its files. */
export interface MailEventsPlan {
  readonly identity: Store
  readonly target: string
  readonly prefix: string
  readonly configurationSet: string
  readonly chance: Chance
}

interface Told {
  readonly at: number
  readonly event: Json
}

const precise = (at: number, milliseconds: number): string =>
  `${iso(at).slice(0, 19)}.${String(milliseconds % 1000).padStart(3, '0')}Z`

/** `Wed, 27 Jan 2016 14:05:45 +0000`, as in the header of a mail. */
const headerDate = (at: number): string => new Date(at).toUTCString().replace('GMT', '+0000')

/** The mail as it was sent; the same in all events about it. */
function mailOf(call: Call, dispatch: Dispatch, plan: MailEventsPlan, stamp: string): JsonObject {
  const { source, destination, subject, messageId, identity } = dispatch
  return {
    timestamp: stamp,
    source,
    sourceArn: identity.arn,
    sendingAccountId: accountOf(call.who.caller) ?? identity.account.id,
    messageId,
    destination: [destination],
    headersTruncated: false,
    headers: [
      { name: 'From', value: source },
      { name: 'To', value: destination },
      { name: 'Subject', value: subject },
      { name: 'MIME-Version', value: '1.0' },
      { name: 'Content-Type', value: 'text/plain; charset=UTF-8' },
      { name: 'Content-Transfer-Encoding', value: '7bit' },
    ],
    commonHeaders: { from: [source], to: [destination], messageId, subject, date: headerDate(call.at) },
    tags: {
      'ses:operation': [call.deed.name],
      'ses:configuration-set': [plan.configurationSet],
      'ses:source-ip': [call.who.origin.address],
      'ses:from-domain': [source.split('@')[1] ?? ''],
      'ses:caller-identity': [principalOf(call.who.caller).split('/').at(-1) ?? ''],
    },
  }
}

function deliveryOf(dispatch: Dispatch, stamp: string, chance: Chance): JsonObject {
  return {
    timestamp: stamp,
    processingTimeMillis: chance.whole(400, 2500),
    recipients: [dispatch.destination],
    smtpResponse: `250 2.0.0 Ok: queued as ${hex(chance, 10).toUpperCase()}`,
    remoteMtaIp: `198.51.100.${chance.whole(1, 250)}`,
    reportingMTA: `a6-${chance.whole(10, 99)}.smtp-out.${dispatch.identity.region}.amazonses.com`,
  }
}

function bounceOf(dispatch: Dispatch, stamp: string, chance: Chance): JsonObject {
  return {
    bounceType: 'Permanent',
    bounceSubType: 'General',
    bouncedRecipients: [
      {
        emailAddress: dispatch.destination,
        action: 'failed',
        status: '5.1.1',
        diagnosticCode: 'smtp; 550 5.1.1 user unknown',
      },
    ],
    timestamp: stamp,
    feedbackId: `0102019${hex(chance, 9)}-${uuid(chance)}-000000`,
    remoteMtaIp: `198.51.100.${chance.whole(1, 250)}`,
    reportingMTA: `dns; a6-${chance.whole(10, 99)}.smtp-out.${dispatch.identity.region}.amazonses.com`,
  }
}

function told(call: Call, dispatch: Dispatch, plan: MailEventsPlan): readonly Told[] {
  const { chance } = plan
  const fraction = chance.whole(0, 999)
  const mail = mailOf(call, dispatch, plan, precise(call.at, fraction))
  const later = call.at + chance.whole(1, 9) * 1000
  const stamp = precise(later, chance.whole(0, 999))
  const fate: Json = dispatch.isBounced
    ? { eventType: 'Bounce', bounce: bounceOf(dispatch, stamp, chance), mail }
    : { eventType: 'Delivery', mail, delivery: deliveryOf(dispatch, stamp, chance) }
  return [
    { at: call.at, event: { eventType: 'Send', mail, send: {} } },
    { at: later, event: fate },
  ]
}

function fileOf({ target, prefix, chance }: MailEventsPlan, hour: number, events: readonly Json[]): StoryFile {
  const stamp = iso(hour + HOUR - 1000)
    .slice(0, 19)
    .replaceAll(/[T:]/g, '-')
  const folder = `${prefix}${dayPath(hour)}/${iso(hour).slice(11, 13)}`
  const path = `s3/${target}/${folder}/mail-events-1-${stamp}-${uuid(chance)}`
  return { path, bytes: Buffer.from(events.map((event) => `${JSON.stringify(event)}\n`).join('')) }
}

/** What happened to every mail that was sent as an identity, as events are streamed into a bucket: one on each line. */
export function mailEvents(plan: MailEventsPlan): Witness {
  return ({ calls, span }) => {
    const events = [...calls]
      .sort((left, right) => left.at - right.at)
      .flatMap((call) => {
        const { dispatch } = call.deed
        const isOurs = dispatch?.identity === plan.identity && call.failure === null
        return dispatch !== undefined && isOurs ? told(call, dispatch, plan) : []
      })
      .filter(({ at }) => at >= span.from && at < span.to)
    const hours = new Map<number, Json[]>()
    for (const { at, event } of events) hours.set(hourOf(at), [...(hours.get(hourOf(at)) ?? []), event])
    return [...hours].map(([hour, list]) => fileOf(plan, hour, list))
  }
}
