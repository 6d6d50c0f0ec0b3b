import { describe, expect, it } from 'vitest'
import { rows as CREDENTIALS } from '../catalog/credentials/index.generated.ts'
import { rows as EVIDENCE } from '../catalog/evidence/index.generated.ts'
import { rows as SERVICES } from '../catalog/services/index.generated.ts'
import type { JsonObject } from '../domain/json.ts'
import { arrangeCatalog } from '../facts/catalog.ts'
import { memoryFacts } from '../facts/memory.ts'
import { type Projection, project } from '../facts/project.ts'
import { isStrict } from './held.ts'
import { indicatorKindOf } from './indicator.ts'
import { trace } from './trace.ts'

const CATALOG = arrangeCatalog(SERVICES, CREDENTIALS)
const ACCOUNT = '111122223333'
const ROLE = `arn:aws:iam::${ACCOUNT}:role`
const KEY = 'AKIAATTACKER00000001'

let count = 0

function asJson(record: object): JsonObject {
  const parsed: JsonObject = JSON.parse(JSON.stringify(record))
  return parsed
}

/** One record as CloudTrail would write it, and everything that it says. */
function recorded(event: string, at: string, userIdentity: object, fields: object = {}): Projection {
  count += 1
  const [source = '', eventName] = event.split(':')
  const envelope = {
    ...{ eventVersion: '1.08', eventID: `e-${count}`, eventTime: `2026-03-01T${at}Z`, awsRegion: 'us-east-1' },
    ...{ eventSource: `${source}.amazonaws.com`, eventName, userIdentity, sourceIPAddress: '198.51.100.7' },
    ...{ recipientAccountId: ACCOUNT, ...fields },
  }
  const record = asJson(envelope)
  const read = EVIDENCE.find((row) => row.recognises(record))?.read(record)
  if (read?.kind !== 'event') throw new Error(`the record is not read: ${JSON.stringify(record)}`)
  return project(read.event, { item: 'i', ordinal: count, offset: 0, length: 1 }, `h${count}`, CATALOG)
}

const ACTOR = { type: 'IAMUser', arn: `arn:aws:iam::${ACCOUNT}:user/dev`, accountId: ACCOUNT, accessKeyId: KEY }

/** A session of a role, and when it began. */
interface Session {
  readonly role: string
  readonly name: string
  readonly key: string
  readonly created: string
  readonly account?: string
}

/** The caller of a role's session. */
function session({ role, name, key, created, account = ACCOUNT }: Session): object {
  const issuer = { type: 'Role', arn: `arn:aws:iam::${account}:role/${role}`, principalId: 'AROA', accountId: account }
  return {
    ...{ type: 'AssumedRole', principalId: `AROA:${name}`, accountId: account, accessKeyId: key },
    arn: `arn:aws:sts::${account}:assumed-role/${role.slice(role.lastIndexOf('/') + 1)}/${name}`,
    sessionContext: { sessionIssuer: issuer, attributes: { creationDate: `2026-03-01T${created}Z` } },
  }
}

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

/** Who is held (`id?` where not for certain), and what they touched, with the standing of the calls. */
async function traced(
  calls: readonly Projection[],
  value: string,
): Promise<Record<'held' | 'touched', readonly string[]>> {
  const facts = memoryFacts(calls)
  const window = { from: null, to: null }
  const closure = await trace(facts, [
    { id: 'I-1', kind: indicatorKindOf(value), value, window, ours: false, by: null },
  ])
  const touches = await facts.touches(closure.selection)
  return {
    held: [...closure.held.values()].map((held) => (isStrict(held) ? held.caller : `${held.caller}?`)).sort(),
    touched: touches.map(({ store, standing }) => `${store.name} ${standing}`).sort(),
  }
}

const OLD_BUILD = { role: 'service-role/cb', name: 'AWSCodeBuild-0', key: 'ASIACB00000000000000', created: '09:00:00' }
const BUILD = { role: 'service-role/cb', name: 'AWSCodeBuild-1', key: 'ASIACB00000000000001', created: '10:05:00' }
const OTHER = { role: 'service-role/other', name: 'AWSCodeBuild-2', key: 'ASIACB00000000000002', created: '10:07:00' }
const JOB = { role: 'service-role/etl', name: 'GlueJobRunner', key: 'ASIAGLUE000000000001', created: '10:08:00' }
const FLOW = { role: 'flow', name: 'x', key: 'ASIASTATES0000000001', created: '10:09:00' }
const STACK = { role: 'cfn', name: 'AWSCloudFormation', key: 'ASIACFN0000000000001', created: '10:07:30' }

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

  it('a template: the keys that the service makes with its role may be the actor’s, though no record tells of its session', async () => {
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
