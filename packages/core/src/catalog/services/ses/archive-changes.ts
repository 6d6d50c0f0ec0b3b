import {
  command,
  type Lasting,
  opening,
  pair,
  part,
  plain,
  REGION,
  replacing,
  said,
  shown,
} from '../../../domain/change-forms.ts'
import { about, closing, type FromCall } from '../../../domain/change-spec.ts'
import { pickText } from '../../../domain/json.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { exportBucket, placesOf } from './names.ts'

/** Ids are in the answer of what makes a thing, and in the request of what changes it or takes it away. */
const idAt =
  (key: string): FromCall =>
  (call) =>
    pickText(call.response, key) ?? pickText(call.request, key)

/** A thing of Mail Manager: what it is called, and where calls have its id and its name. */
function thing(kind: Lasting['kind'], noun: string, [key, name]: readonly [string, string], verb: string): Lasting {
  const id = idAt(key)
  const option = key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return plain({
    kind,
    noun,
    id,
    name: (call) => pickText(call.request, name) ?? id(call),
    remove: [`mailmanager ${verb}`, option],
  })
}

const ARCHIVE: Lasting = {
  ...thing('configuration', 'mail archive', ['archiveId', 'archiveName'], 'delete-archive'),
  remake: () => 'nothing brings back the mail of a deleted archive',
}
const RULES = thing('exposure', 'set of rules of Mail Manager', ['ruleSetId', 'ruleSetName'], 'delete-rule-set')
const RELAY = thing('exposure', 'mail relay', ['relayId', 'relayName'], 'delete-relay')
/** A door for mail from outside; whoever has its password sends through it. */
const DOOR = thing('persistence', 'mail ingress point', ['ingressPointId', 'ingressPointName'], 'delete-ingress-point')

function changed({ kind, subject, words, remove }: Lasting): readonly ChangeSpec[] {
  return replacing(
    kind,
    part(subject, 'content'),
    (call) => {
      const places = placesOf(call).map((place) => `\`${place}\``)
      return `changed ${words(call)}${places.length === 0 ? '' : `, which sends mail to ${places.join(', ')}`}`
    },
    remove,
  )
}

const EXPORT_ID = idAt('exportId')
const EXPORT = about('export of mail archive', EXPORT_ID)

/** What calls on archives and on Mail Manager change for longer than themselves. */
export const ARCHIVE_CHANGES: Readonly<Record<string, CallChanges>> = {
  ...pair(ARCHIVE, 'CreateArchive', 'DeleteArchive'),
  UpdateArchive: replacing(
    'destruction',
    part(ARCHIVE.subject, 'retention'),
    (call) => `changed ${ARCHIVE.words(call)}, or how long it keeps mail`,
    (call) =>
      `${command('mailmanager update-archive', { 'archive-id': idAt('archiveId'), region: REGION })(call)} --retention FORMER`,
  ),
  StartArchiveExport: opening(
    'exposure',
    EXPORT,
    (call) => `exported ${ARCHIVE.words(call)} to \`${said('s3Location')(call) ?? shown(exportBucket)(call)}\``,
    (call) =>
      `${command('mailmanager stop-archive-export', { 'export-id': EXPORT_ID, region: REGION })(call)} (while it runs; what was written stays in the bucket)`,
  ),
  StopArchiveExport: closing('exposure', EXPORT, () => 'stopped an export of a mail archive'),
  ...pair(RULES, 'CreateRuleSet', 'DeleteRuleSet'),
  UpdateRuleSet: changed(RULES),
  ...pair(RELAY, 'CreateRelay', 'DeleteRelay'),
  UpdateRelay: changed(RELAY),
  ...pair(DOOR, 'CreateIngressPoint', 'DeleteIngressPoint'),
  UpdateIngressPoint: changed(DOOR),
}
