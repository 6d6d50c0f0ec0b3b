import type { EvidenceExample } from '../../../domain/evidence-row.ts'

const ACCOUNT = '111122223333'
const PLACE = { account: ACCOUNT, region: 'eu-west-1' }

function finding(resource: object, action: object, more: object = {}): object {
  return {
    ...{ schemaVersion: '2.0', accountId: ACCOUNT, region: 'eu-west-1', partition: 'aws', id: 'f1', severity: 8 },
    ...{ type: 'Exfiltration:S3/AnomalousBehavior', title: 'Title', description: 'Words', resource },
    ...{ createdAt: '2026-03-24T04:00:00.000Z', updatedAt: '2026-03-24T05:00:00.000Z' },
    service: {
      ...{ serviceName: 'guardduty', detectorId: 'd1', action, count: 3, archived: false, additionalInfo: {} },
      ...{ eventFirstSeen: '2026-03-24T03:10:38.000Z', eventLastSeen: '2026-03-24T03:20:00.000Z' },
    },
    ...more,
  }
}

const CALL = {
  actionType: 'AWS_API_CALL',
  awsApiCallAction: { api: 'GetObject', remoteIpDetails: { ipAddressV4: '192.0.2.3' } },
}
const KEY = {
  accessKeyDetails: {
    ...{ accessKeyId: 'ASIAIOSFODNN7EXAMPLE', principalId: 'AROAEXAMPLEEXAMPLE:worker', userName: 'build' },
    userType: 'AssumedRole',
  },
}
const BUCKETS = { s3BucketDetails: [{ arn: 'arn:aws:s3:::payroll', name: 'payroll' }, { arn: 'arn:aws:s3:::other' }] }

function bucket(name: string): object {
  return { id: `arn:aws:s3:::${name}`, kind: 's3-bucket', account: null, region: null, name }
}

/** The row's tests, made after the details of findings in the user guide. */
export const examples: readonly EvidenceExample[] = [
  {
    name: 'two buckets, by a session of a role from one address',
    record: finding({ resourceType: 'S3Bucket', ...KEY, ...BUCKETS }, CALL),
    witnesses: [
      {
        kind: 'finding',
        ...{ at: '2026-03-24T03:10:38Z', until: '2026-03-24T03:20:00Z', subject: bucket('payroll'), severity: '8' },
        ...{ act: 'Exfiltration:S3/AnomalousBehavior', credential: 'ASIAIOSFODNN7EXAMPLE', address: '192.0.2.3' },
        principal: `arn:aws:sts::${ACCOUNT}:assumed-role/build/worker`,
      },
      { kind: 'finding', subject: bucket('other') },
    ],
  },
  {
    name: 'in capitals, as the API answers: a host that was probed from several addresses',
    record: {
      ...{ AccountId: ACCOUNT, Region: 'eu-west-1', Type: 'Recon:EC2/PortProbeUnprotectedPort', Severity: 2 },
      Resource: { InstanceDetails: { InstanceId: 'i-0123456789abcdef0' }, ResourceType: 'Instance' },
      Service: {
        ...{ DetectorId: 'd1', EventFirstSeen: '2026-03-24T03:10:38Z', EventLastSeen: '2026-03-24T03:10:38Z' },
        Action: {
          PortProbeAction: {
            PortProbeDetails: ['192.0.2.3', '192.0.2.4'].map((IpAddressV4) => ({ RemoteIpDetails: { IpAddressV4 } })),
          },
        },
      },
    },
    witnesses: [
      {
        ...{
          kind: 'finding',
          act: 'Recon:EC2/PortProbeUnprotectedPort',
          severity: '2',
          address: null,
          principal: null,
        },
        subject: {
          ...{ id: `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/i-0123456789abcdef0`, kind: 'ec2-instance', ...PLACE },
          name: 'i-0123456789abcdef0',
        },
      },
    ],
  },
  {
    name: 'a database',
    record: finding(
      { rdsDbInstanceDetails: { dbInstanceArn: `arn:aws:rds:eu-west-1:${ACCOUNT}:db:ERP` } },
      { rdsLoginAttemptAction: { remoteIpDetails: { ipAddressV4: '192.0.2.3' } } },
    ),
    witnesses: [
      {
        ...{ kind: 'finding', address: '192.0.2.3' },
        subject: { id: `arn:aws:rds:eu-west-1:${ACCOUNT}:db:erp`, kind: 'rds-instance', ...PLACE, name: 'erp' },
      },
    ],
  },
  {
    name: 'a user and the root, of the account as a whole where no thing is named',
    record: finding({ accessKeyDetails: { ...KEY.accessKeyDetails, userType: 'IAMUser' } }, CALL),
    witnesses: [
      {
        ...{ kind: 'finding', principal: `arn:aws:iam::${ACCOUNT}:user/build` },
        subject: { id: ACCOUNT, kind: 'account', ...PLACE, name: ACCOUNT },
      },
    ],
  },
  {
    name: 'the root',
    record: finding({ accessKeyDetails: { accessKeyId: 'x', userType: 'Root' } }, {}),
    witnesses: [{ kind: 'finding', principal: `arn:aws:iam::${ACCOUNT}:root`, credential: null, address: null }],
  },
  {
    name: 'names that are none',
    record: finding(
      {
        accessKeyDetails: {
          ...KEY.accessKeyDetails,
          userName: 'a/../root',
          accessKeyId: 'GeneratedFindingAccessKeyId',
        },
        s3BucketDetails: [{ arn: 'arn:aws:s3:::a b' }, { arn: 'arn:aws:sqs:::a' }],
      },
      { awsApiCallAction: { remoteIpDetails: { ipAddressV4: '192.0.2.3, or not' } } },
    ),
    witnesses: [
      { kind: 'finding', subject: { id: ACCOUNT, kind: 'account' }, principal: null, credential: null, address: null },
    ],
  },
  ...[{ sample: true }, { value: '{"sample":true}', type: 'default' }].map((additionalInfo) => ({
    name: `made for practice: ${Object.keys(additionalInfo).join(', ')}`,
    record: finding(BUCKETS, CALL, { service: { detectorId: 'd1', additionalInfo } }),
    states: [],
  })),
  {
    name: 'without a time',
    record: finding(BUCKETS, CALL, { service: { detectorId: 'd1' }, createdAt: 'today' }),
    event: { rejected: 'its time is none' },
  },
  {
    name: 'without its account',
    record: finding(BUCKETS, CALL, { accountId: 'ours' }),
    event: { rejected: 'it does not say of which account and region it is' },
  },
  {
    name: 'with a type that is none',
    record: finding(BUCKETS, CALL, { type: 'a b' }),
    event: { rejected: 'its type is none' },
  },
]
