import { describe, expect, it } from 'vitest'
import type { Projection } from '../facts/project.ts'
import { recorded, session, traced } from './recorded-calls.ts'

const MEMBER = '444455556666'
const ROLE = 'aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Admin_0123456789abcdef'
const ASKED = `arn:aws:iam::${MEMBER}:role/AWSReservedSSO_Admin`
const ADDRESS = '203.0.113.66'
const USER = { type: 'IdentityCenterUser', accountId: '111122223333', onBehalfOf: { userId: 'd-1-user' } }

const signsIn = recorded('sso:CreateToken', '09:58:00', USER, { sourceIPAddress: ADDRESS })

function asks(at: string, sourceIPAddress: string): Projection {
  return recorded('sso:GetRoleCredentials', at, USER, {
    ...{ sourceIPAddress, eventType: 'AwsServiceEvent' },
    serviceEventDetails: { role_name: 'Admin', account_id: MEMBER },
  })
}

/** The portal takes a session for a user; the key that the user then has is another one. */
function taken(at: string, name: string, key: string): readonly Projection[] {
  const saml = { type: 'SAMLUser', principalId: `q=:${name}`, userName: name }
  const answer = {
    credentials: { accessKeyId: `${key}A` },
    assumedRoleUser: { arn: `arn:aws:sts::${MEMBER}:assumed-role/${ROLE.slice(ROLE.lastIndexOf('/') + 1)}/${name}` },
  }
  const used = session({ role: ROLE, name, key: `${key}B`, created: at, account: MEMBER })
  return [
    recorded('sts:AssumeRoleWithSAML', at, saml, {
      ...{ recipientAccountId: MEMBER, sourceIPAddress: '192.0.2.1', responseElements: answer },
      requestParameters: { roleArn: `arn:aws:iam::${MEMBER}:role/${ROLE}`, roleSessionName: name },
    }),
    recorded('secretsmanager:GetSecretValue', at, used, {
      ...{ recipientAccountId: MEMBER, sourceIPAddress: '198.51.100.99', requestParameters: { secretId: name } },
    }),
  ]
}

describe('a role that a portal was asked for', () => {
  it('leads to the session that the portal took at about that time, and to the keys of that session, never for certain', async () => {
    const calls = [...taken('08:00:00', 'eve', 'ASIA000000000000EVE'), asks('10:00:00', ADDRESS)]
    const { held, touched } = await traced([...calls, ...taken('10:00:01', 'ana', 'ASIA000000000000ANA')], ADDRESS)
    expect(held).toEqual(['ASIA000000000000ANAA?', 'ASIA000000000000ANAB?', `${ASKED}?`])
    expect(touched).toEqual(['ana wide'])
  })

  it('is the actor’s as well where the asking comes from elsewhere, after the actor got a token of the user', async () => {
    const calls = [asks('09:00:00', '192.0.2.8'), ...taken('09:00:00', 'old', 'ASIA000000000000OLD')]
    const later = [asks('11:00:00', '192.0.2.8'), ...taken('11:00:00', 'ana', 'ASIA000000000000ANA')]
    const { touched } = await traced([...calls, signsIn, ...later], ADDRESS)
    expect(touched).toEqual(['ana wide'])
  })
})
