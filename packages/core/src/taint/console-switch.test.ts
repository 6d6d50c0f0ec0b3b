import { describe, expect, it } from 'vitest'
import type { Projection } from '../facts/project.ts'
import { ACCOUNT, recorded, session, traced } from './recorded-calls.ts'

const KEY = 'AKIAATTACKER00000001'
const ACTOR = { type: 'IAMUser', arn: `arn:aws:iam::${ACCOUNT}:user/dev`, accountId: ACCOUNT, accessKeyId: KEY }

/** A session reads a secret. */
function reads(secretId: string, at: string, caller: object): Projection {
  return recorded('secretsmanager:GetSecretValue', at, caller, {
    ...{ requestParameters: { secretId }, responseElements: null, sourceIPAddress: '203.0.113.9' },
  })
}

describe('a switch of roles in the console', () => {
  const HERE = { type: 'IAMUser', arn: `arn:aws:iam::${ACCOUNT}:user/dev`, accountId: ACCOUNT }
  const CONSOLE = 'ASIACONSOLE000000001'
  const signedIn = (accessKeyId: string, created: string): object => ({
    ...{ ...HERE, accessKeyId, sessionContext: { attributes: { creationDate: `2026-03-01T${created}Z` } } },
  })
  const THERE = { role: 'adm', name: 'dev', account: '444455556666' }
  const [BEFORE, AFTER] = [
    { ...THERE, key: 'ASIASWITCH0000000000', created: '09:30:00' },
    { ...THERE, key: 'ASIASWITCH0000000001', created: '10:02:00' },
  ]
  const ARN = 'arn:aws:sts::444455556666:assumed-role/adm/dev'
  const fields = {
    recipientAccountId: THERE.account,
    sessionCredentialFromConsole: 'true',
    sourceIPAddress: '203.0.113.80',
  }
  const switched = (at: string, answer = 'Success'): Projection =>
    recorded(
      'signin:SwitchRole',
      at,
      { type: 'AssumedRole', principalId: 'AROA:dev', arn: ARN, accountId: THERE.account },
      {
        ...{ ...fields, eventType: 'AwsConsoleSignIn', responseElements: { SwitchRole: answer } },
        additionalEventData: { SwitchFrom: HERE.arn },
      },
    )
  const inConsole = recorded('ec2:DescribeInstances', '10:00:00', signedIn(CONSOLE, '09:59:00'), fields)

  it('is followed from the session of the console to the sessions of the role, and never for certain', async () => {
    const calls = [
      inConsole,
      reads('old', '09:31:00', session(BEFORE)),
      switched('10:02:00'),
      reads('s', '10:04:00', session(AFTER)),
    ]
    expect(await traced(calls, CONSOLE)).toEqual({
      held: [`${AFTER.key}?`, CONSOLE, `${ARN}?`].sort(),
      touched: ['s wide'],
    })
  })

  it('is not followed when it failed, or when it was made before the session began', async () => {
    const calls = [
      switched('09:30:00'),
      inConsole,
      switched('10:02:00', 'Failure'),
      reads('s', '10:04:00', session(AFTER)),
    ]
    expect(await traced(calls, CONSOLE)).toEqual({ held: [CONSOLE], touched: [] })
  })

  it('is not followed from a long-term key, which opens no console', async () => {
    const calls = [
      recorded('ec2:DescribeInstances', '10:00:00', ACTOR),
      switched('10:02:00'),
      reads('s', '10:04:00', session(AFTER)),
    ]
    expect(await traced(calls, KEY)).toEqual({ held: [KEY], touched: [] })
  })
})
