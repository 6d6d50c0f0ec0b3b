import type { Chance } from '../chance/chance.ts'
import { hex } from '../chance/ids.ts'
import type { Witness } from '../deliver/witness.ts'
import { json } from '../deliver/written.ts'
import { iso, syslogTime } from '../time.ts'
import type { MailHost, Passage } from '../world/mail.ts'

/** The mail host, what it passed on, and when its log was copied. */
export interface MailLogPlan {
  readonly host: MailHost
  readonly passages: readonly Passage[]
  readonly at: number
  readonly chance: Chance
}

interface Line {
  readonly at: number
  readonly text: string
}

const REPLIES: Readonly<Record<Passage['outcome'], readonly [string, string]>> = {
  sent: ['2.0.0', '250 2.0.0 Ok: queued as'],
  bounced: ['5.1.1', 'host said: 550 5.1.1 user unknown in reply to RCPT TO command'],
  deferred: ['4.4.1', 'connect to relay: Connection timed out'],
}

/** The way of one mail through the host: in by a client, into the queue, out to the relay of its recipient. */
function linesOf(plan: MailLogPlan, passage: Passage, manager: number): readonly Line[] {
  const { host, chance } = plan
  const { at, from, to, bytes, outcome } = passage
  const queue = hex(chance, 10).toUpperCase()
  const client = `client.${host.domain}[10.20.1.${chance.whole(10, 60)}]`
  const relay = `mx.${to.split('@')[1]}[198.51.100.${chance.whole(1, 250)}]:25`
  const [dsn, reply] = REPLIES[outcome]
  const answer = outcome === 'sent' ? `${reply} ${hex(chance, 10).toUpperCase()}` : reply
  const seconds = chance.whole(1, 4)
  const [smtpd, cleanup, smtp] = [1, 2, 3].map(() => chance.whole(1000, 32_000))
  const say = (later: number, program: string, id: number | undefined, text: string): Line => ({
    at: at + later * 1000,
    text: `${syslogTime(at + later * 1000)} ${host.name} postfix/${program}[${id}]: ${text}`,
  })
  const delay = `delay=${seconds}.${chance.whole(10, 99)}, delays=0.1/0.02/0.4/${seconds}`
  const isKept = outcome === 'deferred'
  return [
    say(0, 'smtpd', smtpd, `connect from ${client}`),
    say(0, 'smtpd', smtpd, `${queue}: client=${client}, sasl_method=PLAIN, sasl_username=${from}`),
    say(0, 'cleanup', cleanup, `${queue}: message-id=<${hex(chance, 24)}@${host.domain}>`),
    say(0, 'qmgr', manager, `${queue}: from=<${from}>, size=${bytes}, nrcpt=1 (queue active)`),
    say(1, 'smtpd', smtpd, `disconnect from ${client} ehlo=2 starttls=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=8`),
    say(
      seconds,
      'smtp',
      smtp,
      `${queue}: to=<${to}>, relay=${isKept ? 'none' : relay}, ${delay}, dsn=${dsn}, status=${outcome} (${answer})`,
    ),
    ...(isKept ? [] : [say(seconds, 'qmgr', manager, `${queue}: removed`)]),
  ]
}

/** The log of a mail host, copied from its disk. */
export function mailLog(plan: MailLogPlan): Witness {
  const { host, passages, at, chance } = plan
  return ({ span }) => {
    // The queue manager is one process that lives as long as the host.
    const manager = chance.whole(400, 900)
    const lines = passages
      .flatMap((passage) => linesOf(plan, passage, manager))
      .filter((line) => line.at >= span.from && line.at < Math.min(at, span.to))
      .sort((left, right) => left.at - right.at)
    const path = `hosts/${host.account.id}/${host.region}/${host.instance}/var/log/mail.log`
    return [
      { path, bytes: Buffer.from(`${lines.map(({ text }) => text).join('\n')}\n`) },
      json(`${path}.meta.json`, {
        command: `ssh ${host.name}.${host.domain} cat /var/log/mail.log`,
        at: iso(at),
        account: host.account.id,
        region: host.region,
      }),
    ]
  }
}
