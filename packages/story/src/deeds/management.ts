import type { Deed } from '../emit/deed.ts'
import type { Json } from '../json.ts'
import type { Account } from '../world/model.ts'

/** Where a management call is made, and how its records are versioned. */
export interface Service {
  readonly source: string
  readonly version: string
  readonly account: Account
  readonly region: string
  readonly host: string
}

export function serviceAt(prefix: string, account: Account, region: string, version: string): Service {
  return {
    source: `${prefix}.amazonaws.com`,
    version,
    account,
    region,
    host: `${prefix}.${region}.amazonaws.com`,
  }
}

/** Services without regions answer, and record, in one place. */
export function globalService(prefix: string, account: Account, version: string): Service {
  return { ...serviceAt(prefix, account, 'us-east-1', version), host: `${prefix}.amazonaws.com` }
}

interface Answered {
  readonly request?: Json
  readonly response?: Json
}

export function reading(service: Service, name: string, answered: Answered = {}): Deed {
  return call(service, name, { isReadOnly: true, ...answered })
}

export function writing(service: Service, name: string, answered: Answered = {}): Deed {
  return call(service, name, { isReadOnly: false, ...answered })
}

function call(service: Service, name: string, what: Answered & { readonly isReadOnly: boolean }): Deed {
  const { request = null, response = null, isReadOnly } = what
  return { ...service, name, category: 'Management', isReadOnly, request, response }
}
