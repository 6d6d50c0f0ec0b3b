import { orUnnamed } from '../../../domain/arn-form.ts'
import { command, type Lasting, REGION, shown, type Words } from '../../../domain/change-forms.ts'
import { about, type FromCall } from '../../../domain/change-spec.ts'
import { type StoreRef, storeRef } from '../../../domain/store-forms.ts'
import { domainOf, domainsOf } from './names.ts'

/** The domain of a call. */
export const DOMAIN_REF: StoreRef = storeRef(domainsOf, domainOf)
/** The subject of the domain of a call; of one that is not named, a subject of its own. */
export const DOMAIN_SUBJECT: FromCall = about('OpenSearch domain', orUnnamed(DOMAIN_REF.id))

/** A domain as something that is made and deleted. */
export const DOMAIN: Lasting = {
  kind: 'configuration',
  subject: about('OpenSearch domain', DOMAIN_REF.id),
  words: (call) => `OpenSearch domain \`${shown(DOMAIN_REF.name)(call)}\``,
  remove: command('opensearch delete-domain', { 'domain-name': DOMAIN_REF.name, region: REGION }),
  remake: () => 'make it again, and restore manual snapshots from their bucket; automated ones go with the domain',
}

/** The command that sets something of the domain of a call. */
export function updateDomain(rest: string): Words {
  const base = command('opensearch update-domain-config', { 'domain-name': DOMAIN_REF.name, region: REGION })
  return (call) => `${base(call)} ${rest}`
}
