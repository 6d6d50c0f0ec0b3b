import { type LineReader, type LineRecord, type LineShape, mostly } from '../../../domain/line-shape.ts'

const ADDRESS = '([0-9a-fA-F.:]{2,45}):\\d{1,5}'
const SECONDS = '-?[\\d.]{1,20}'
/**
 * All that stands before the words of the client (Application Load Balancer user guide: access log entries): type, time, load balancer,
 * client, target, three lengths of time, the two statuses, and the bytes of the request and of the answer.
 */
const BEGINNING = new RegExp(
  `^(http|https|h2|grpcs|ws|wss) (\\d{4}-\\d{2}-\\d{2}T[\\d:.]{8,18}Z) (app/[\\w-]{1,64}/[0-9a-f]{8,32}) ${ADDRESS} (?:-|[0-9a-fA-F.:]{2,52}) ${SECONDS} ${SECONDS} ${SECONDS} (\\d{3}|-) (?:\\d{3}|-) (?:\\d{1,15}|-) (\\d{1,15}|-) "`,
)
/** What stands behind the words of the client: the cipher, the version of TLS, the group of targets, the first of further texts. */
const BEHIND =
  /" [\w-]{1,64} [\w.-]{1,16} (-|arn:[\w-]{1,16}:elasticloadbalancing:[a-z\d-]{1,32}:\d{12}:targetgroup\/[\w-]{1,64}\/[0-9a-f]{8,32}) "/y

/** The group of targets, where it can stand in one place alone; null where the client may have written one. */
function targetGroupIn(line: string, from: number): string | null {
  const found: string[] = []
  for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 1)) {
    BEHIND.lastIndex = at
    const group = BEHIND.exec(line)?.[1]
    if (group !== undefined) found.push(group)
  }
  const [group, ...others] = found
  return group === undefined || group === '-' || others.length > 0 ? null : group
}

/** The request and the program of the client, which are its own words. */
function clientWords(line: string, from: number): Readonly<Record<string, string>> {
  const between = line.indexOf('" "', from)
  if (between < 0) return {}
  const end = line.indexOf('"', between + 3)
  return { request: line.slice(from, between), ...(end < 0 ? {} : { user_agent: line.slice(between + 3, end) }) }
}

function readLine(line: string): LineRecord {
  const match = BEGINNING.exec(line)
  if (match === null) return { kind: 'rejected', reason: 'it is no line of this log, or its end is missing' }
  const [beginning, type = '', time = '', elb = '', client = '', status = '', sent = ''] = match
  const group = targetGroupIn(line, beginning.length)
  return {
    kind: 'record',
    record: {
      ...{ type, time, elb, client_ip: client, elb_status_code: status, sent_bytes: sent },
      ...clientWords(line, beginning.length),
      ...(group === null ? {} : { target_group_arn: group }),
    },
  }
}

const reader: LineReader = { read: readLine }

/** Lines of the access log of a load balancer. */
export const lines: LineShape = {
  starts: (head) => (mostly(head, (line) => BEGINNING.test(line)) ? reader : null),
}
