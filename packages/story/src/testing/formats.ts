/** A field of a line, and what may stand in it. */
type Fields = readonly (readonly [name: string, pattern: RegExp])[]

const ANY = /^\S+$/
const COUNT = /^(?:-|\d+)$/
const QUOTED = /^"[^"]*"$/

/** The fields of a server access log line, in order (Amazon S3 user guide, log format). */
const ACCESS_LOG: Fields = [
  ['bucket owner', /^[\da-f]{64}$/],
  ['bucket', /^[\w.-]{3,63}$/i],
  ['time', /^\[\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000\]$/],
  ['remote address', /^(?:-|[\d.]+|[\da-f:]+)$/],
  ['requester', /^(?:-|[\da-f]{64}|svc:\S+|arn:aws:(?:iam|sts)::\d{12}:\S+)$/],
  ['request id', /^[\dA-Z]{16}$/],
  ['operation', /^(?:REST|WEBSITE|SOAP|BATCH|S3)\.[A-Z_.]+$/],
  ['key', ANY],
  ['request', /^(?:-|"[A-Z]+ \S+ HTTP\/[\d.]+")$/],
  ['status', /^\d{3}$/],
  ['error', /^(?:-|[A-Za-z]+)$/],
  ['bytes sent', COUNT],
  ['object size', COUNT],
  ['total time', COUNT],
  ['turn-around time', COUNT],
  ['referer', QUOTED],
  ['agent', QUOTED],
  ['version', ANY],
  ['host id', ANY],
  ['signature', /^(?:-|SigV[24])$/],
  ['cipher', ANY],
  ['authentication', /^(?:-|AuthHeader|QueryString)$/],
  ['host', ANY],
  ['tls', /^(?:-|TLSv1(?:\.[123])?)$/i],
  ['access point', /^(?:-|arn:aws:s3:\S+)$/],
  ['acl required', /^(?:-|Yes)$/],
]

/** The fields of a flow record in the default format (VPC user guide, flow log records). */
const FLOW: Fields = [
  ['version', /^2$/],
  ['account', /^\d{12}$/],
  ['interface', /^eni-[\da-f]{8,17}$/],
  ['source', /^(?:-|[\d.]+|[\da-f:]+)$/],
  ['destination', /^(?:-|[\d.]+|[\da-f:]+)$/],
  ['source port', COUNT],
  ['destination port', COUNT],
  ['protocol', COUNT],
  ['packets', COUNT],
  ['bytes', COUNT],
  ['start', /^\d{10}$/],
  ['end', /^\d{10}$/],
  ['action', /^(?:-|ACCEPT|REJECT)$/],
  ['status', /^(?:OK|NODATA|SKIPDATA)$/],
]

/** Spaces within quotes and brackets divide nothing. */
const tokens = (line: string): readonly string[] => line.match(/"[^"]*"|\[[^\]]*\]|\S+/g) ?? []

function faultsOf(line: string, fields: Fields): readonly string[] {
  const found = tokens(line)
  const count = found.length === fields.length ? [] : [`${found.length} fields`]
  const wrong = fields.filter(([, pattern], at) => !pattern.test(found[at] ?? ''))
  return [...count, ...wrong.map(([name]) => name)]
}

/** The fields of a line that are not as the provider writes them. */
export const accessLogFaults = (line: string): readonly string[] => faultsOf(line, ACCESS_LOG)
export const flowFaults = (line: string): readonly string[] => faultsOf(line, FLOW)

/** The value of a field of an access log line. */
export function accessLogField(line: string, name: string): string {
  return tokens(line)[ACCESS_LOG.findIndex(([one]) => one === name)] ?? ''
}

/** The ways in which a mail host tells of a mail, without time and host (Postfix, documentation of its programs). */
const MAIL_LOG: readonly RegExp[] = [
  /^smtpd\[\d+\]: connect from \S+\[[\d.]+\]$/,
  /^smtpd\[\d+\]: [\dA-F]{10}: client=\S+\[[\d.]+\], sasl_method=\S+, sasl_username=\S+$/,
  /^cleanup\[\d+\]: [\dA-F]{10}: message-id=<\S+@\S+>$/,
  /^qmgr\[\d+\]: [\dA-F]{10}: from=<\S+@\S+>, size=\d+, nrcpt=\d+ \(queue active\)$/,
  /^smtpd\[\d+\]: disconnect from \S+\[[\d.]+\](?: [a-z]+=\d+)+$/,
  /^smtp\[\d+\]: [\dA-F]{10}: to=<\S+@\S+>, relay=(?:none|\S+\[[\d.]+\]:\d+), delay=[\d.]+, delays=[\d./]+, dsn=\d\.\d\.\d, status=(?:sent|bounced|deferred) \(.+\)$/,
  /^qmgr\[\d+\]: [\dA-F]{10}: removed$/,
]

/** Whether a line is one that a mail host writes. */
export function isMailLogLine(line: string): boolean {
  const head = /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w-]+ postfix\//
  return head.test(line) && MAIL_LOG.some((pattern) => pattern.test(line.replace(head, '')))
}

/** Columns of an export of costs and usage that these stories fill (Data Exports user guide, CUR 2.0 table dictionary). */
export const BILL_COLUMNS: ReadonlySet<string> = new Set([
  'bill_bill_type',
  'bill_billing_entity',
  'bill_billing_period_end_date',
  'bill_billing_period_start_date',
  'bill_payer_account_id',
  'bill_payer_account_name',
  'identity_line_item_id',
  'identity_time_interval',
  'line_item_availability_zone',
  'line_item_currency_code',
  'line_item_line_item_description',
  'line_item_line_item_type',
  'line_item_operation',
  'line_item_product_code',
  'line_item_resource_id',
  'line_item_unblended_cost',
  'line_item_unblended_rate',
  'line_item_usage_account_id',
  'line_item_usage_account_name',
  'line_item_usage_amount',
  'line_item_usage_end_date',
  'line_item_usage_start_date',
  'line_item_usage_type',
  'pricing_unit',
  'product_from_region_code',
  'product_location_type',
  'product_product_family',
  'product_region_code',
  'product_servicecode',
  'product_to_location',
  'resource_tags',
])
