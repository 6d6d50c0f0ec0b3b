/** The parts of an Amazon Resource Name (AWS general reference: `arn:partition:service:region:account:resource`). */
export interface Arn {
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly account: string
  readonly resource: string
}

/** Reads an ARN; null when the text is not one. The resource part keeps its own colons and slashes. */
export function parseArn(text: string): Arn | null {
  const parts = text.split(':')
  if (parts.length < 6 || parts[0] !== 'arn') return null
  const [, partition = '', service = '', region = '', account = '', ...rest] = parts
  return { partition, service, region, account, resource: rest.join(':') }
}

/** Writes an ARN. */
export function formatArn(arn: Arn): string {
  return `arn:${arn.partition}:${arn.service}:${arn.region}:${arn.account}:${arn.resource}`
}

/** The partition that a region belongs to (AWS general reference). */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn'
  if (region.startsWith('us-gov-')) return 'aws-us-gov'
  return 'aws'
}

/** The account id inside an ARN or a bare account id, or null. */
export function accountOf(text: string): string | null {
  if (/^\d{12}$/.test(text)) return text
  const arn = parseArn(text)
  return arn !== null && /^\d{12}$/.test(arn.account) ? arn.account : null
}
