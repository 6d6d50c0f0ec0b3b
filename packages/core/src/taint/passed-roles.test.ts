import { describe, expect, it } from 'vitest'
import type { Projection } from '../facts/project.ts'
import { ACCOUNT, recorded, type Session, session, traced } from './recorded-calls.ts'

const ROLE = `arn:aws:iam::${ACCOUNT}:role`
const KEY = 'AKIAATTACKER00000001'
const ACTOR = { type: 'IAMUser', arn: `arn:aws:iam::${ACCOUNT}:user/dev`, accountId: ACCOUNT, accessKeyId: KEY }

/** A service takes a session of a role. */
function taken(service: string, { role, name, key, created }: Session): Projection {
  return recorded(
    'sts:AssumeRole',
    created,
    { type: 'AWSService', invokedBy: `${service}.amazonaws.com` },
    {
      sourceIPAddress: `${service}.amazonaws.com`,
      requestParameters: { roleArn: `${ROLE}/${role}`, roleSessionName: name },
      responseElements: { credentials: { accessKeyId: key, expiration: 'Mar 1, 2026, 12:00:00 PM' } },
    },
  )
}

/** A session reads a secret. */
function reads(secretId: string, at: string, caller: object): Projection {
  return recorded('secretsmanager:GetSecretValue', at, caller, {
    ...{ requestParameters: { secretId }, responseElements: null, sourceIPAddress: '203.0.113.9' },
  })
}

const OLD_BUILD = { role: 'service-role/cb', name: 'AWSCodeBuild-0', key: 'ASIACB00000000000000', created: '09:00:00' }
const BUILD = { role: 'service-role/cb', name: 'AWSCodeBuild-1', key: 'ASIACB00000000000001', created: '10:05:00' }
const OTHER = { role: 'service-role/other', name: 'AWSCodeBuild-2', key: 'ASIACB00000000000002', created: '10:07:00' }
const JOB = { role: 'service-role/etl', name: 'GlueJobRunner', key: 'ASIAGLUE000000000001', created: '10:08:00' }
const FLOW = { role: 'flow', name: 'x', key: 'ASIASTATES0000000001', created: '10:09:00' }
const STACK = { role: 'cfn', name: 'AWSCloudFormation', key: 'ASIACFN0000000000001', created: '10:00:00' }

describe('a role used by way of a service', () => {
  it('a build: what the role of the project reads after the actor started one is undetermined', async () => {
    const calls = [
      taken('codebuild', OLD_BUILD),
      reads('before', '09:01:00', session(OLD_BUILD)),
      recorded('codebuild:StartBuild', '10:04:00', ACTOR, {
        requestParameters: { projectName: 'p', buildspecOverride: 'x' },
        responseElements: { build: { serviceRole: `${ROLE}/service-role/cb` } },
      }),
      taken('codebuild', BUILD),
      reads('cbsecret', '10:06:00', session(BUILD)),
      taken('codebuild', OTHER),
    ]
    expect(await traced(calls, KEY)).toEqual({
      held: [KEY, `${BUILD.key}?`, `${ROLE}/cb#services?`],
      touched: ['cbsecret wide'],
    })
  })

  it('a job whose role no record names: any role that the service runs with from then on', async () => {
    const calls = [
      recorded('glue:StartJobRun', '10:00:00', ACTOR, { requestParameters: { jobName: 'etl' } }),
      taken('glue', JOB),
      reads('gluesecret', '10:09:00', session(JOB)),
      taken('states', FLOW),
    ]
    expect(await traced(calls, KEY)).toEqual({
      held: [KEY, `${JOB.key}?`, `${ROLE}/*#glue.amazonaws.com?`],
      touched: ['gluesecret wide'],
    })
  })

  it('a template: the keys that the service makes with its role may be the actor’s, in a session from before', async () => {
    const calls = [
      recorded('cloudformation:CreateStack', '10:07:00', ACTOR, {
        requestParameters: { stackName: 's', roleARN: `${ROLE}/cfn` },
      }),
      recorded(
        'iam:CreateAccessKey',
        '10:09:00',
        { ...session(STACK), invokedBy: 'cloudformation.amazonaws.com' },
        {
          sourceIPAddress: 'cloudformation.amazonaws.com',
          responseElements: { accessKey: { accessKeyId: 'AKIABACKDOOR00000001', userName: 'bd' } },
        },
      ),
    ]
    const { held } = await traced(calls, KEY)
    expect(held).toEqual([KEY, 'AKIABACKDOOR00000001?', `${STACK.key}?`, `${ROLE}/cfn#services?`])
  })
})
