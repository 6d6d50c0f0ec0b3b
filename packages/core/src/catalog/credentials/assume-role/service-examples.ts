import type { CredentialExample } from '../../../domain/credential-row.ts'

/** Sessions that a service takes, for compute or for itself. */
export const SERVICE_EXAMPLES: readonly CredentialExample[] = [
  {
    name: 'a service fetches the credentials of a host',
    record: {
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
      recipientAccountId: '123456789123',
      userIdentity: { invokedBy: 'ec2.amazonaws.com', type: 'AWSService' },
      requestParameters: {
        roleSessionName: 'i-044b1baf4c96e1b62',
        roleArn: 'arn:aws:iam::123456789123:role/MordorLogCollectorStack-LogCollectorRole-1JJTG88NNY4KN',
      },
      responseElements: {
        credentials: { expiration: 'Sep 14, 2020, 7:01:26 AM', accessKeyId: 'ASIA5FLZVX4OLY6BJN4L' },
      },
    },
    mints: [
      {
        minted: 'ASIA5FLZVX4OLY6BJN4L',
        kind: 'instance-credentials',
        link: 'minted',
        through: 'arn:aws:ec2:us-east-1:123456789123:instance/i-044b1baf4c96e1b62',
      },
      {
        minted: 'ASIA5FLZVX4OLY6BJN4L',
        kind: 'instance-credentials',
        link: 'minted',
        through: 'arn:aws:iam::123456789123:role/MordorLogCollectorStack-LogCollectorRole-1JJTG88NNY4KN#services',
      },
      {
        minted: 'ASIA5FLZVX4OLY6BJN4L',
        kind: 'instance-credentials',
        link: 'minted',
        through: 'arn:aws:iam::123456789123:role/*#ec2.amazonaws.com',
      },
    ],
  },
  {
    name: 'a function is handed its credentials',
    record: {
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
      awsRegion: 'eu-west-1',
      recipientAccountId: '347283850106',
      userIdentity: { type: 'AWSService', invokedBy: 'lambda.amazonaws.com' },
      requestParameters: {
        roleArn: 'arn:aws:iam::347283850106:role/ELBLog-S3LogPipelineLogProcessorRole936908BA-S40GB8UQ7G29',
        roleSessionName: 'ELBLog-S3LogPipelineLogProcessorFn5D71CFC7-f1LIWSB7QAoA',
      },
      responseElements: {
        credentials: { accessKeyId: 'ASIAVBW53AN5PTO23BK7', expiration: 'Dec 3, 2021, 10:15:11 AM' },
      },
    },
    mints: [
      {
        minted: 'ASIAVBW53AN5PTO23BK7',
        kind: 'function-credentials',
        link: 'minted',
        through:
          'arn:aws:lambda:eu-west-1:347283850106:function:ELBLog-S3LogPipelineLogProcessorFn5D71CFC7-f1LIWSB7QAoA',
      },
    ],
  },
  {
    name: 'a session that Lambda uses itself is not a function',
    record: {
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
      userIdentity: { type: 'AWSService', invokedBy: 'lambda.amazonaws.com' },
      requestParameters: {
        roleArn: 'arn:aws:iam::123837392027:role/stratus-red-team-olc-lambda-xhfgzaowxc',
        roleSessionName: 'awslambda_291_20230710122648994',
      },
      responseElements: {
        credentials: { accessKeyId: 'ASIATFQR7NSC5ED65575', expiration: 'Jul 10, 2023, 2:26:49 PM' },
      },
    },
    mints: [{ minted: 'ASIATFQR7NSC5ED65575', kind: 'service-session', link: 'minted' }],
  },
  {
    name: 'a service acts for itself',
    record: {
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
      userIdentity: { type: 'AWSService', invokedBy: 'config.amazonaws.com' },
      requestParameters: {
        roleArn: 'arn:aws:iam::347283850106:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig',
        roleSessionName: 'SNSDescribeHandlerSession',
      },
      responseElements: { credentials: { accessKeyId: 'ASIAVBW53AN5I34W7W7V', expiration: 'Dec 2, 2021 11:11:28 PM' } },
    },
    mints: [{ minted: 'ASIAVBW53AN5I34W7W7V', kind: 'service-session', link: 'minted' }],
  },
  {
    name: 'a container task is handed its credentials',
    record: {
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
      recipientAccountId: '111122223333',
      userIdentity: { type: 'AWSService', invokedBy: 'ecs-tasks.amazonaws.com' },
      requestParameters: {
        roleArn: 'arn:aws:iam::111122223333:role/service/orders',
        roleSessionName: '5f0b0c3f2a8d4b0c9d1e7a6b5c4d3e2f',
      },
      responseElements: {
        credentials: { accessKeyId: 'ASIA00000000000000T1', expiration: 'Mar 24, 2026, 9:00:00 AM' },
      },
    },
    mints: [
      {
        minted: 'ASIA00000000000000T1',
        kind: 'container-credentials',
        link: 'minted',
        through: 'arn:aws:ecs:us-east-1:111122223333:task/5f0b0c3f2a8d4b0c9d1e7a6b5c4d3e2f',
      },
      {
        minted: 'ASIA00000000000000T1',
        kind: 'container-credentials',
        link: 'minted',
        through: 'arn:aws:iam::111122223333:role/orders#services',
      },
      {
        minted: 'ASIA00000000000000T1',
        kind: 'container-credentials',
        link: 'minted',
        through: 'arn:aws:iam::111122223333:role/*#ecs-tasks.amazonaws.com',
      },
    ],
  },
  {
    name: 'a build runs with the role of its project',
    record: {
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
      recipientAccountId: '111122223333',
      userIdentity: { type: 'AWSService', invokedBy: 'codebuild.amazonaws.com' },
      requestParameters: {
        roleArn: 'arn:aws:iam::111122223333:role/service-role/codebuild-shop',
        roleSessionName: 'AWSCodeBuild-1a2b3c4d-5e6f-7a8b-9c0d-112233445566',
      },
      responseElements: {
        credentials: { accessKeyId: 'ASIA00000000000000B1', expiration: 'Mar 24, 2026, 9:00:00 AM' },
      },
    },
    mints: [
      { minted: 'ASIA00000000000000B1', kind: 'container-credentials', link: 'minted' },
      {
        minted: 'ASIA00000000000000B1',
        kind: 'container-credentials',
        link: 'minted',
        through: 'arn:aws:iam::111122223333:role/codebuild-shop#services',
      },
      {
        minted: 'ASIA00000000000000B1',
        kind: 'container-credentials',
        link: 'minted',
        through: 'arn:aws:iam::111122223333:role/*#codebuild.amazonaws.com',
      },
    ],
  },
  {
    name: 'a service that names its region is the same service',
    record: {
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
      recipientAccountId: '111122223333',
      userIdentity: { type: 'AWSService', invokedBy: 'states.us-east-1.amazonaws.com' },
      requestParameters: { roleArn: 'arn:aws:iam::111122223333:role/flow', roleSessionName: 'KkHqPd' },
      responseElements: {
        credentials: { accessKeyId: 'ASIA00000000000000S1', expiration: 'Mar 24, 2026, 9:00:00 AM' },
      },
    },
    mints: [
      { minted: 'ASIA00000000000000S1', kind: 'service-session', link: 'minted' },
      {
        minted: 'ASIA00000000000000S1',
        kind: 'service-session',
        link: 'minted',
        through: 'arn:aws:iam::111122223333:role/flow#services',
      },
      {
        minted: 'ASIA00000000000000S1',
        kind: 'service-session',
        link: 'minted',
        through: 'arn:aws:iam::111122223333:role/*#states.amazonaws.com',
      },
    ],
  },
]
