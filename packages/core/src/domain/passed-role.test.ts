import { describe, expect, it } from 'vitest'
import { issuerNames, roleInServices } from './passed-role.ts'

describe('a role as services run with it', () => {
  it('is one identity with and without the path of the role', () => {
    const bare = roleInServices('arn:aws:iam::111122223333:role/jobs')
    expect(roleInServices('arn:aws:iam::111122223333:role/service-role/deep/jobs')).toBe(bare)
    expect(bare).not.toBe('arn:aws:iam::111122223333:role/jobs')
  })

  it('is none for a role that a service keeps for itself', () => {
    expect(roleInServices('arn:aws:iam::111122223333:role/aws-service-role/x.example/AWSServiceRoleForX')).toBeNull()
  })

  it('is looked for under its path, without it, and in the path of the console', () => {
    expect(issuerNames('arn:aws:iam::1:role/a/jobs')).toEqual([
      'arn:aws:iam::1:role/a/jobs',
      'arn:aws:iam::1:role/jobs',
      'arn:aws:iam::1:role/service-role/jobs',
    ])
  })
})
