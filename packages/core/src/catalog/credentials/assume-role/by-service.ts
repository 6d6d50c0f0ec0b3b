import { accountOf } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { functionArn, hostArn, taskArn } from '../../../domain/compute.ts'
import { roleInServices } from '../../../domain/passed-role.ts'
import { anyRoleOf } from '../../../domain/role-passing.ts'
import type { Hold } from './hold.ts'

const SERVICE_SESSION: Hold = { kind: 'service-session', link: 'minted' }
const IN_CONTAINER: Hold = { kind: 'container-credentials', link: 'minted' }

/** Lambda names the sessions it uses itself, before a function runs, by its own counter; no code is ever handed them. */
const LAMBDA_ITSELF = /^awslambda_\d+_\d+$/

/** Services that hand the sessions they take to code of their customers, in a container or on a host of their own. */
const HANDS_TO_CODE: ReadonlySet<string> = new Set([
  ...['pods.eks.amazonaws.com', 'codebuild.amazonaws.com', 'glue.amazonaws.com', 'sagemaker.amazonaws.com'],
  ...['emr-serverless.amazonaws.com', 'ops.emr-serverless.amazonaws.com', 'elasticmapreduce.amazonaws.com'],
  ...['tasks.apprunner.amazonaws.com', 'bedrock-agentcore.amazonaws.com', 'airflow.amazonaws.com'],
  ...['airflow-env.amazonaws.com', 'kinesisanalytics.amazonaws.com', 'credentials.iot.amazonaws.com'],
])

/** What a session is that a service took by itself, and the compute that it was handed to where its name tells. */
export function computeHold(call: CallEvent, service: string, session: string): Hold {
  const host = hostArn(session, call)
  if (host !== null) return { kind: 'instance-credentials', link: 'minted', through: host, throughLink: 'possible' }
  switch (service) {
    case 'ec2.amazonaws.com':
      return { kind: 'instance-credentials', link: 'minted' }
    case 'lambda.amazonaws.com': {
      if (LAMBDA_ITSELF.test(session)) return SERVICE_SESSION
      const through = functionArn(session, call)
      return { kind: 'function-credentials', link: 'minted', through, throughLink: 'possible' }
    }
    case 'ecs-tasks.amazonaws.com':
      return { ...IN_CONTAINER, through: taskArn(session, call), throughLink: 'possible' }
    default:
      return HANDS_TO_CODE.has(service) ? IN_CONTAINER : SERVICE_SESSION
  }
}

/**
 * Who else may be behind a session that a service takes: whoever had a service run with its role, or had this service run something.
 * A function's session names the function, and that is followed instead.
 */
export function behindService(call: CallEvent, role: string | null, hold: Hold): readonly Hold[] {
  const passed = role === null ? null : roleInServices(role)
  if (call.invokedBy === null || call.invokedBy === 'lambda.amazonaws.com') return []
  if (role === null || passed === null) return []
  const any = anyRoleOf(call.invokedBy, { account: accountOf(role) ?? call.account, region: call.region })
  return [passed, any].map((through) => ({ ...hold, through, throughLink: 'possible' }))
}
