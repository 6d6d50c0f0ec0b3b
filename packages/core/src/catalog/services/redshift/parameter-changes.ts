import type { CallEvent } from '../../../domain/call.ts'
import { command, inPlace, opening, part, REGION, replacing, said, shown } from '../../../domain/change-forms.ts'
import { about, closing } from '../../../domain/change-spec.ts'
import { isObject, pickAll, pickText } from '../../../domain/json.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'

const GROUP_NAME = said('parameterGroupName')
const GROUP = about('Redshift parameter group', inPlace(GROUP_NAME))
const group = (call: CallEvent): string => `parameter group \`${shown(GROUP_NAME)(call)}\``
const restoreParameter = command(
  'redshift modify-cluster-parameter-group --parameters ParameterName=NAME,ParameterValue=FORMER_VALUE',
  { 'parameter-group-name': GROUP_NAME, region: REGION },
)

/** Parameters that record or protect, and the values that end that. */
const GUARDS: Readonly<Record<string, 'logging' | 'exposure'>> = {
  enable_user_activity_logging: 'logging',
  require_ssl: 'exposure',
}

function parameterSet(name: string, value: string): readonly ChangeSpec[] {
  const guard = Object.hasOwn(GUARDS, name) ? GUARDS[name] : undefined
  const subject = part(GROUP, 'parameter', () => name)
  const what = (call: CallEvent): string => `set parameter \`${name}\` of ${group(call)} to \`${value}\``
  if (guard === undefined) return replacing('configuration', subject, what, restoreParameter)
  return value === 'true' ? [closing(guard, subject, what)] : [opening(guard, subject, what, restoreParameter)]
}

function parameters(call: CallEvent): readonly ChangeSpec[] {
  const entries = pickAll({ request: call.request }, 'request.parameters[]').filter(isObject)
  const named = entries.flatMap((one) => {
    const [name, value] = [pickText(one, 'parameterName'), pickText(one, 'parameterValue')]
    return name === null ? [] : parameterSet(name, value ?? 'unknown')
  })
  const what = `changed ${group(call)}; the record does not show which parameters`
  return named.length > 0
    ? named
    : [
        opening(
          'configuration',
          () => null,
          () => what,
          restoreParameter,
        ),
      ]
}

const RESET = opening(
  'logging',
  part(GROUP, 'reset'),
  (call) => `set parameters of ${group(call)} back to their defaults, by which user activity is not logged`,
  restoreParameter,
)

/** What calls on parameter groups change for the clusters that use them. */
export const PARAMETER_CHANGES: Readonly<Record<string, CallChanges>> = {
  ModifyClusterParameterGroup: parameters,
  ResetClusterParameterGroup: RESET,
}
