import type { CredentialExample } from '../../../domain/credential-row.ts'

const BY = {
  type: 'IAMUser',
  arn: 'arn:aws:iam::123837392027:user/bert-jan',
  accountId: '123837392027',
  accessKeyId: 'AKIATFQR7NSC8Q4X20BJ',
}
const HOST = 'arn:aws:ec2:us-east-1:123837392027:instance/'

/** Commands and sessions by way of Systems Manager. */
export const COMMAND_EXAMPLES: readonly CredentialExample[] = [
  {
    name: 'a command is run on a host',
    record: {
      eventSource: 'ssm.amazonaws.com',
      eventName: 'SendCommand',
      userIdentity: BY,
      requestParameters: {
        instanceIds: ['i-0dbc91f429e48eeed'],
        documentName: 'AWS-RunShellScript',
        parameters: 'HIDDEN_DUE_TO_SECURITY_REASONS',
      },
      responseElements: { command: { instanceIds: ['i-0dbc91f429e48eeed'], targets: [] } },
    },
    mints: [{ minted: `${HOST}i-0dbc91f429e48eeed`, kind: 'compute', link: 'possible' }],
  },
  {
    name: 'targets name hosts by id or by tag',
    record: {
      eventSource: 'ssm.amazonaws.com',
      eventName: 'SendCommand',
      userIdentity: BY,
      requestParameters: {
        targets: [
          { key: 'InstanceIds', values: ['i-006e4c07b5fba8ad2', 'mi-01bf673280e708b0d'] },
          { key: 'tag:Role', values: ['i-00000000000000000'] },
          null,
        ],
      },
    },
    mints: [
      { minted: `${HOST}i-006e4c07b5fba8ad2`, kind: 'compute', link: 'possible' },
      {
        minted: 'arn:aws:ssm:us-east-1:123837392027:managed-instance/mi-01bf673280e708b0d',
        kind: 'compute',
        link: 'possible',
      },
    ],
  },
  {
    name: 'a document is set to run on a host again and again',
    record: {
      eventSource: 'ssm.amazonaws.com',
      eventName: 'CreateAssociation',
      userIdentity: BY,
      requestParameters: {
        name: 'AWS-RunShellScript',
        targets: [{ key: 'InstanceIds', values: ['i-0dbc91f429e48eeed'] }],
        scheduleExpression: 'rate(30 minutes)',
      },
    },
    mints: [{ minted: `${HOST}i-0dbc91f429e48eeed`, kind: 'compute', link: 'possible' }],
  },
  {
    name: 'a session is opened on a host',
    record: {
      eventSource: 'ssm.amazonaws.com',
      eventName: 'StartSession',
      awsRegion: 'me-northwest-3r',
      userIdentity: { ...BY, accountId: '294599468799' },
      requestParameters: { target: 'i-eA1d1296c1dE3Aa1f' },
      responseElements: {
        sessionId: 'christophe-wzleysigzmbd6fmkefjqvt5w4u',
        tokenValue: 'Value hidden due to security reasons.',
      },
    },
    mints: [
      {
        minted: 'arn:aws:ec2:me-northwest-3r:294599468799:instance/i-eA1d1296c1dE3Aa1f',
        kind: 'compute',
        link: 'possible',
      },
    ],
  },
  {
    name: 'a command goes to whatever hosts have a tag',
    record: {
      eventSource: 'ssm.amazonaws.com',
      eventName: 'SendCommand',
      userIdentity: BY,
      requestParameters: { targets: [{ key: 'tag:Role', values: ['web'] }], documentName: 'AWS-RunShellScript' },
      responseElements: { command: { instanceIds: [], targetCount: 0 } },
    },
    mints: [
      { minted: 'arn:aws:iam::123837392027:role/*#ec2.amazonaws.com', kind: 'unnamed-compute', link: 'possible' },
      { minted: 'arn:aws:iam::123837392027:role/*#ssm.amazonaws.com', kind: 'unnamed-compute', link: 'possible' },
    ],
  },
]
