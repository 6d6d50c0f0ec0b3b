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
  if (!text.startsWith('arn:')) return null
  const service = text.indexOf(':', 4)
  const region = text.indexOf(':', service + 1)
  const account = text.indexOf(':', region + 1)
  const resource = text.indexOf(':', account + 1)
  // A place that is not found is -1, and searching on from there begins anew: each must lie behind the one before.
  if (service < 0 || region < service || account < region || resource < account) return null
  return {
    partition: text.slice(4, service),
    service: text.slice(service + 1, region),
    region: text.slice(region + 1, account),
    account: text.slice(account + 1, resource),
    resource: text.slice(resource + 1),
  }
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

/** Whether a principal of a policy is a whole account: its id, or the ARN of its root (IAM user guide, principal element). */
export function isAccount(text: string): boolean {
  return /^\d{12}$|:root$/.test(text)
}

/** Whether a principal of a policy is an organisation or a part of one, by its id, a path of ids or its ARN (AWS Organizations API reference). */
export function isOrganisation(text: string): boolean {
  return /(?:^|\/)o-[a-z0-9]+(?:\/|$)/.test(text)
}
