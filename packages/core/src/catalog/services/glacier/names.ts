import { formatArn, partitionOf } from '../../../domain/arn.ts'
import { namedAs, type TextsOf } from '../../../domain/arn-form.ts'
import { said } from '../../../domain/change-forms.ts'
import type { StoreKind } from '../../../domain/service-row.ts'

const SERVICE = 'glacier'

/** The vault that a name or an ARN stands for. */
export const vaultOf: StoreKind['name'] = namedAs({
  service: SERVICE,
  head: 'vaults/',
  name: /^(?:\*|[\w.-]{1,255})$/,
})

/** What stands for a vault that a record leaves out. */
export const ANY_VAULT = '*'

/** The vault of a call. A request names the account as well; a hyphen stands for the caller's own. */
export const vaultsOf: TextsOf = (call) => {
  const [name, account] = [said('vaultName')(call), said('accountId')(call)]
  if (name === null) return []
  if (account === null || !/^\d{12}$/.test(account)) return [name]
  const { region } = call
  return [formatArn({ partition: partitionOf(region), service: SERVICE, region, account, resource: `vaults/${name}` })]
}
