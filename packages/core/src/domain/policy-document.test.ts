import { describe, expect, it } from 'vitest'
import { outsideGrantees } from './policy-document.ts'

const OWN = '111122223333'
const ORG = { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } }

function outsiders(statement: object): readonly string[] {
  return outsideGrantees({ Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', ...statement }] }, OWN)
}

describe('whom a policy lets in from outside', () => {
  it.each([
    ['everyone', { Principal: '*' }, ['*']],
    ['everyone but', { NotPrincipal: { AWS: OWN } }, ['*']],
    ['another account', { Principal: { AWS: ['999900001111', OWN] } }, ['999900001111']],
    ['an organisation', { Principal: '*', Condition: ORG }, ['o-abcdefghij']],
    ['its own account', { Principal: { AWS: '*' }, Condition: { StringEquals: { 'AWS:PrincipalAccount': OWN } } }, []],
    [
      'an account named beside an organisation',
      { Principal: { AWS: '999900001111' }, Condition: ORG },
      ['999900001111'],
    ],
    ['nobody', { Principal: '*', Effect: 'Deny' }, []],
  ])('%s', (_, statement, expected) => {
    expect(outsiders(statement)).toEqual(expected)
  })

  it.each([
    ['a key that does not say who', { StringEquals: { 'aws:SourceVpce': 'vpce-1' } }],
    ['an address', { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }],
    ['a wildcard', { StringLike: { 'aws:PrincipalOrgID': 'o-*' } }],
    ['a variable', { StringEquals: { 'aws:PrincipalAccount': '$' + '{aws:PrincipalTag/a}' } }],
    ['a negation', { StringNotEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } }],
    ['an operator that lets a missing key through', { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-abcdefghij' } }],
    [
      'an operator that lets an empty set through',
      { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-abcdefghij' } },
    ],
    ['nothing', { StringEquals: { 'aws:PrincipalOrgID': [] } }],
    ['no condition at all', 'x'],
  ])('is everyone still with %s', (_, Condition) => {
    expect(outsiders({ Principal: '*', Condition })).toEqual(['*'])
  })
})
