// How an answer of the provider's command line is kept so that it says later what it was asked. The shell text has no comments and
// no exclamation mark: some shells that it is pasted into take both for something else.

/** Before a brace a dollar would be the template's. */
const S = '$'

/**
 * A shell function (POSIX): `save_answer NAME COMMAND...` runs a command, keeps its answer as NAME-TIME.json and writes
 * NAME-TIME.json.meta.json beside it. Whose account it was is asked of the provider: who runs it may have other credentials at hand
 * than they think. The time is taken before the command runs, so that no change made after it can seem to lie before the answer.
 */
export const SAVE_ANSWER: string = String.raw`save_answer() (
  name=$1 region=${S}{AWS_REGION:-${S}{AWS_DEFAULT_REGION-}} profile= before=
  shift
  for word; do
    case $word in
      --region=*) region=${S}{word#*=} ;;
      --profile=*) profile=${S}{word#*=} ;;
    esac
    case $before in
      --region) region=$word ;;
      --profile) profile=$word ;;
    esac
    before=$word
  done
  profile=${S}{profile:+--profile=$profile}
  [ "$region" ] || region=$(aws configure get region ${S}{profile:+"$profile"})
  account=$(aws sts get-caller-identity ${S}{profile:+"$profile"} \
    --query Account --output text) || exit 1
  at=$(date -u +%Y-%m-%dT%H:%M:%SZ)
  file=$name-$(echo "$at" | tr -d :-).json
  "$@" --output json >"$file" || { rm -f "$file"; exit 1; }
  asked=$(printf %s "$*" | sed 's/["\\]/\\&/g')
  printf '{"command":"%s","at":"%s","account":"%s"%s}\n' "$asked" "$at" \
    "$account" "${S}{region:+,\"region\":\"$region\"}" >"$file.meta.json"
  echo "$file"
)
`

/** Whether a command is one call with an answer: copies of files have none, and what a shell puts together is more than a call. */
function isOneCall(command: string): boolean {
  const [program, service] = command.split(' ')
  return program === 'aws' && service !== 's3' && !/[|&;<>()$`\n]/.test(command.replaceAll(/'[^']*'/g, ''))
}

/** The line to type for a command, as a shell takes it: where it is one call that has an answer, by way of {@link SAVE_ANSWER}. */
export function savingLine({ id, command }: { readonly id: string; readonly command: string }): string {
  if (!isOneCall(command)) return command
  const operation = command.split(' ')[2] ?? ''
  const name = /^[a-z][a-z0-9-]*$/.test(operation) ? operation : 'answer'
  return `save_answer ${name}-${id} ${command}`
}
