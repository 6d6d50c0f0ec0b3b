import type { CallEvent } from '../../../domain/call.ts'
import { part, replacing } from '../../../domain/change-forms.ts'
import { settings } from '../../../domain/change-switches.ts'
import { asks, mentions, type Test, type Toggle, toggle, unread } from '../../../domain/change-toggles.ts'
import { foreignKey } from '../../../domain/foreign-key.ts'
import { isObject, type Json } from '../../../domain/json.ts'
import { valuesUnder } from '../../../domain/named-in-call.ts'
import type { ChangeSpec } from '../../../domain/service-row.ts'
import { shellWord } from '../../../domain/shell-word.ts'
import { DOMAIN, DOMAIN_SUBJECT, updateDomain } from './things.ts'

const words = DOMAIN.words

/** Whether a request sets a field of a group of options to a value. */
function sets(group: string, field: string, value: Json): Test {
  return (call) => valuesUnder(call.request, group).some((one) => isObject(one) && one[field] === value)
}

/** A group of options with a field that is to worry about at one value. */
interface Guard {
  readonly group: string
  readonly field: string
  readonly worrying: boolean
  readonly topic: string
  readonly undo: string
}

const GUARDS: readonly Guard[] = [
  {
    group: 'advancedSecurityOptions',
    field: 'enabled',
    worrying: false,
    topic: 'missing fine-grained access control',
    undo: '--advanced-security-options Enabled=true',
  },
  {
    group: 'advancedSecurityOptions',
    field: 'anonymousAuthEnabled',
    worrying: true,
    topic: 'anonymous access',
    undo: '--advanced-security-options AnonymousAuthEnabled=false',
  },
  {
    group: 'advancedSecurityOptions',
    field: 'internalUserDatabaseEnabled',
    worrying: true,
    topic: 'users with passwords of its own',
    undo: '--advanced-security-options InternalUserDatabaseEnabled=false',
  },
  {
    group: 'domainEndpointOptions',
    field: 'enforceHTTPS',
    worrying: false,
    topic: 'missing duty to encrypt connections',
    undo: '--domain-endpoint-options EnforceHTTPS=true',
  },
  {
    group: 'encryptionAtRestOptions',
    field: 'enabled',
    worrying: false,
    topic: 'missing encryption',
    undo: '--encryption-at-rest-options Enabled=true',
  },
]

const TOGGLES: readonly Toggle[] = GUARDS.map(({ group, field, worrying, topic, undo }) => ({
  kind: 'exposure',
  subject: part(DOMAIN_SUBJECT, topic),
  opens: sets(group, field, worrying),
  closes: sets(group, field, !worrying),
  sentences: [(call) => `brought about ${topic} of ${words(call)}`, (call) => `ended ${topic} of ${words(call)}`],
  undo: updateDomain(undo),
}))

/** Whoever is the master user may do anything in a domain. */
function signIns(key: string, topic: string): readonly ChangeSpec[] {
  return replacing(
    'persistence',
    part(DOMAIN_SUBJECT, topic),
    (call) => `set the ${topic} of ${words(call)}, which lets whoever it names in`,
    updateDomain('--advanced-security-options FORMER_OPTIONS'),
  ).map((spec) => ({ ...spec, when: mentions(key) }))
}

const SIGN_INS = [...signIns('masterUserOptions', 'master user'), ...signIns('sAMLOptions', 'sign-in with SAML')]

const REPLACED = settings({
  kind: 'configuration',
  subject: DOMAIN_SUBJECT,
  words,
  keys: ['vPCOptions', 'cognitoOptions', 'snapshotOptions', 'identityCenterOptions'],
  restore: updateDomain(''),
})

/** A domain publishes logs of several types, each switched for itself. */
function logs(call: CallEvent): readonly ChangeSpec[] {
  const types = valuesUnder(call.request, 'logPublishingOptions')
    .filter(isObject)
    .flatMap(Object.entries<Json>)
  return types.flatMap(([type, options]) => {
    const enabled = isObject(options) ? options['enabled'] : undefined
    const name = shellWord(type)
    return toggle({
      kind: 'logging',
      subject: part(DOMAIN_SUBJECT, 'log', () => type),
      opens: () => enabled === false,
      closes: () => enabled === true,
      sentences: [
        () => `stopped publishing \`${type}\` of ${words(call)}`,
        () => `started publishing \`${type}\` of ${words(call)}`,
      ],
      undo: updateDomain(`--log-publishing-options ${name}=Enabled=true`),
    })
  })
}

const KEY = foreignKey(DOMAIN_SUBJECT, words, 'kmsKeyId')

/** What lets outsiders in to a domain from its start. */
export const born: readonly ChangeSpec[] = [...TOGGLES.flatMap(toggle).filter((spec) => spec.does === 'open'), KEY]

/** What a call that modifies a domain changes, besides its policy; a dry run changes nothing. */
export function modified(call: CallEvent): readonly ChangeSpec[] {
  if (asks('dryRun', true)(call)) return []
  return [...TOGGLES.flatMap(toggle), ...SIGN_INS, ...REPLACED(call), ...logs(call), KEY, unread(words)]
}
