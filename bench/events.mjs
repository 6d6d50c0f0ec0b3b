// Made-up CloudTrail records in the mix of an account with data events: 53 % calls on objects, 7 % AssumeRole, the rest management. The actor makes one in a thousand, and takes some roles.
import { BASE64, CAPITALS, HEX, random, textOf, uuid } from './random.mjs'

/** The access key whose calls are the actor's, for questions on the data. */
export const ACTOR_KEY = 'AKIAQACTORACTORACTOR'

const START = Date.UTC(2024, 2, 1)
const STEP_MS = 700
const REGIONS = ['us-east-1', 'us-east-1', 'eu-west-1', 'ap-southeast-2']
const AGENTS = [
  'aws-sdk-java/2.20.26 Linux/5.10.165-143.735.amzn2.x86_64 OpenJDK_64-Bit_Server_VM/17.0.6+10 Java/17.0.6',
  'Boto3/1.26.90 Python/3.9.16 Linux/4.14.305-227.531.amzn2.x86_64 exec-env/AWS_Lambda_python3.9 Botocore/1.29.90',
  'aws-cli/2.11.2 Python/3.11.2 Darwin/22.3.0 exe/x86_64 prompt/off command/s3.cp',
  '[aws-sdk-go/1.44.214 (go1.19.6; linux; amd64) S3Manager]',
  'APN/1.0 HashiCorp/1.0 Terraform/1.4.0 (+https://www.terraform.io) terraform-provider-aws/4.58.0',
  'console.amazonaws.com',
]

/** How many credentials the actor comes to hold, and how many roles it becomes: what an intruder did in a real week. */
const MOST_HELD = 64
const ROLES_TAKEN = 6
/** Machines come and go under the same names: else there would be as many stores as calls. */
const MACHINES = 300

/** Everything that repeats: accounts, roles, buckets, sessions; and what the actor holds. */
function world(next) {
  const accounts = Array.from({ length: 20 }, () => textOf(next, 12, '123456789'))
  const roles = Array.from({ length: 200 }, (_, at) => ({
    account: accounts[at % accounts.length],
    name: `${['app', 'batch', 'deploy', 'etl', 'monitoring'][at % 5]}-service-role-${at}`,
    id: `AROA${textOf(next, 17, CAPITALS)}`,
  }))
  const sessions = Array.from({ length: 3_000 }, (_, at) => ({
    role: roles[next(roles.length)],
    name: at % 3 === 0 ? `i-0${textOf(next, 16, HEX)}` : `session-${textOf(next, 12, HEX)}`,
    key: `ASIA${textOf(next, 16, CAPITALS)}`,
    address: `10.${next(256)}.${next(256)}.${next(256)}`,
    agent: AGENTS[next(AGENTS.length)],
  }))
  const buckets = Array.from({ length: 300 }, (_, at) => `corp-${['logs', 'data', 'lake', 'backup'][at % 4]}-${at}`)
  const machines = Array.from({ length: MACHINES }, () => `i-0${textOf(next, 16, HEX)}`)
  const taken = Array.from({ length: ROLES_TAKEN }, () => roles[next(roles.length)])
  return { accounts, roles, sessions, buckets, machines, taken, held: [] }
}

function identity({ role, name, key }, time) {
  return {
    type: 'AssumedRole',
    principalId: `${role.id}:${name}`,
    arn: `arn:aws:sts::${role.account}:assumed-role/${role.name}/${name}`,
    accountId: role.account,
    accessKeyId: key,
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: role.id,
        arn: `arn:aws:iam::${role.account}:role/${role.name}`,
        accountId: role.account,
        userName: role.name,
      },
      webIdFederationData: {},
      attributes: { creationDate: `${time.slice(0, 11)}00:00:00Z`, mfaAuthenticated: 'false' },
    },
  }
}

/** One of the credentials that the actor holds: the stolen key, or a session that it made with another one. */
function actor(next, { held }, { account, time }) {
  const session = held[next(held.length + 1)]
  if (session !== undefined) return identity(session, time)
  return {
    type: 'IAMUser',
    principalId: 'AIDAQACTORACTORACTOR',
    arn: `arn:aws:iam::${account}:user/deployer`,
    accountId: account,
    accessKeyId: ACTOR_KEY,
    userName: 'deployer',
  }
}

const OBJECT_CALLS = ['GetObject', 'GetObject', 'GetObject', 'GetObject', 'PutObject', 'HeadObject', 'DeleteObject']

function objectCall(next, { buckets }, { region, account }) {
  const name = OBJECT_CALLS[next(OBJECT_CALLS.length)]
  const bucket = buckets[next(buckets.length)]
  const key = `year=2024/month=03/day=${1 + next(28)}/part-${textOf(next, 8, HEX)}-${next(1_000_000)}.snappy.parquet`
  return {
    eventSource: 's3.amazonaws.com',
    eventName: name,
    readOnly: name === 'GetObject' || name === 'HeadObject',
    requestParameters: { bucketName: bucket, Host: `${bucket}.s3.${region}.amazonaws.com`, key },
    responseElements: name === 'PutObject' ? { 'x-amz-server-side-encryption': 'AES256' } : null,
    additionalEventData: {
      SignatureVersion: 'SigV4',
      CipherSuite: 'ECDHE-RSA-AES128-GCM-SHA256',
      bytesTransferredIn: name === 'PutObject' ? next(5_000_000) : 0,
      SSEApplied: 'Default_SSE_S3',
      AuthenticationMethod: 'AuthHeader',
      'x-amz-id-2': textOf(next, 76, BASE64),
      bytesTransferredOut: name === 'GetObject' ? next(20_000_000) : 0,
    },
    resources: [
      { type: 'AWS::S3::Object', ARN: `arn:aws:s3:::${bucket}/${key}` },
      { accountId: account, type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::${bucket}` },
    ],
    managementEvent: false,
    eventCategory: 'Data',
  }
}

function assumeRole(next, { roles, sessions, taken, held }, { time, isActors }) {
  const session = isActors ? { name: `backup-${next(100)}` } : sessions[next(sessions.length)]
  const role = isActors ? taken[next(taken.length)] : roles[next(roles.length)]
  // A new one each time: else all who are at work would soon be the actor's.
  const key = `ASIA${textOf(next, 16, CAPITALS)}`
  if (isActors && held.length < MOST_HELD - 1) held.push({ role, name: session.name, key })
  const roleArn = `arn:aws:iam::${role.account}:role/${role.name}`
  return {
    eventSource: 'sts.amazonaws.com',
    eventName: 'AssumeRole',
    readOnly: true,
    requestParameters: { roleArn, roleSessionName: session.name, durationSeconds: 3_600 },
    responseElements: {
      credentials: {
        accessKeyId: key,
        sessionToken: textOf(next, 700, BASE64),
        expiration: time,
      },
      assumedRoleUser: {
        assumedRoleId: `${role.id}:${session.name}`,
        arn: `arn:aws:sts::${role.account}:assumed-role/${role.name}/${session.name}`,
      },
    },
    resources: [{ accountId: role.account, type: 'AWS::IAM::Role', ARN: roleArn }],
    sharedEventID: uuid(next),
    managementEvent: true,
    eventCategory: 'Management',
  }
}

function instances(next, { machines }) {
  return Array.from({ length: 1 + next(6) }, () => ({
    instanceId: machines[next(machines.length)],
    imageId: `ami-0${textOf(next, 16, HEX)}`,
    instanceState: { code: 0, name: 'pending' },
    privateDnsName: `ip-10-0-${next(256)}-${next(256)}.ec2.internal`,
    instanceType: 'm5.large',
    subnetId: 'subnet-0ab12cd34ef567890',
    vpcId: 'vpc-0fedcba9876543210',
    tagSet: { items: [{ key: 'Name', value: `worker-${next(1_000)}` }] },
  }))
}

/** Calls of management, by how often they come: what they ask and what is answered. */
const MANAGEMENT = [
  ['ec2.amazonaws.com', 'DescribeInstances', 20, () => [{ instancesSet: {}, filterSet: {}, maxResults: 1_000 }, null]],
  ['sts.amazonaws.com', 'GetCallerIdentity', 10, () => [null, null]],
  ['s3.amazonaws.com', 'ListBuckets', 8, () => [{ Host: 's3.amazonaws.com' }, null]],
  [
    'kms.amazonaws.com',
    'Decrypt',
    18,
    (next, { buckets }) => [
      {
        encryptionAlgorithm: 'SYMMETRIC_DEFAULT',
        encryptionContext: { 'aws:s3:arn': `arn:aws:s3:::${buckets[next(buckets.length)]}` },
      },
      null,
    ],
  ],
  [
    'logs.amazonaws.com',
    'CreateLogStream',
    12,
    (next) => [{ logGroupName: `/aws/lambda/worker-${next(200)}`, logStreamName: `2024/03/01/[1]${uuid(next)}` }, null],
  ],
  [
    'ssm.amazonaws.com',
    'GetParameter',
    8,
    (next) => [{ name: `/app/config/${next(200)}`, withDecryption: true }, null],
  ],
  [
    'secretsmanager.amazonaws.com',
    'GetSecretValue',
    6,
    (next) => [{ secretId: `prod/database/${next(100)}`, versionStage: 'AWSCURRENT' }, null],
  ],
  ['dynamodb.amazonaws.com', 'DescribeTable', 6, (next) => [{ tableName: `orders-${next(80)}` }, null]],
  [
    'ec2.amazonaws.com',
    'RunInstances',
    3,
    (next, around) => [
      {
        instancesSet: { items: [{ imageId: 'ami-0123456789abcdef0', minCount: 1, maxCount: 6 }] },
        instanceType: 'm5.large',
      },
      {
        requestId: uuid(next),
        reservationId: `r-0${textOf(next, 16, HEX)}`,
        instancesSet: { items: instances(next, around) },
      },
    ],
  ],
  [
    'ec2.amazonaws.com',
    'AuthorizeSecurityGroupIngress',
    2,
    (next) => {
      const groupId = `sg-0${textOf(next, 16, HEX)}`
      const ports = { ipProtocol: 'tcp', fromPort: 443, toPort: 443 }
      const asked = { items: [{ ...ports, groups: {}, ipRanges: { items: [{ cidrIp: '10.0.0.0/8' }] } }] }
      return [
        { groupId, ipPermissions: asked },
        { requestId: uuid(next), _return: true },
      ]
    },
  ],
  [
    'iam.amazonaws.com',
    'PutRolePolicy',
    1,
    (next, { roles }) => [
      {
        roleName: roles[next(roles.length)].name,
        policyName: 'inline',
        policyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: 'arn:aws:s3:::corp-data-1/*' }],
        }),
      },
      null,
    ],
  ],
].flatMap(([source, name, weight, make]) => Array.from({ length: weight }, () => ({ source, name, make })))

function management(next, around) {
  const { source, name, make } = MANAGEMENT[next(MANAGEMENT.length)]
  const [requestParameters, responseElements] = make(next, around)
  const readOnly = /^(?:Get|List|Describe|Decrypt)/.test(name)
  const failed = next(40) === 0
  return {
    eventSource: source,
    eventName: name,
    readOnly,
    requestParameters,
    responseElements: failed ? null : responseElements,
    ...(failed ? { errorCode: 'AccessDenied', errorMessage: `User is not authorized to perform: ${name}` } : {}),
    managementEvent: true,
    eventCategory: 'Management',
  }
}

function body(next, around, at) {
  const kind = next(100)
  if (kind < 53) return objectCall(next, around, at)
  return kind < 60 ? assumeRole(next, around, at) : management(next, around)
}

function recordOf(next, around, place) {
  const { time, region, account, sessions } = place
  const session = sessions[next(sessions.length)]
  const isActors = next(1_000) === 0
  const userIdentity = isActors ? actor(next, around, place) : identity(session, time)
  const { eventSource, eventName, ...rest } = body(next, around, { ...place, isActors })
  return {
    eventVersion: '1.09',
    userIdentity,
    eventTime: time,
    eventSource,
    eventName,
    awsRegion: region,
    sourceIPAddress: isActors ? '203.0.113.77' : session.address,
    userAgent: session.agent,
    requestID: textOf(next, 16, CAPITALS),
    eventID: uuid(next),
    eventType: 'AwsApiCall',
    recipientAccountId: account,
    ...rest,
    tlsDetails: {
      tlsVersion: 'TLSv1.3',
      cipherSuite: 'TLS_AES_128_GCM_SHA256',
      clientProvidedHostHeader: eventSource,
    },
  }
}

/** Makes the records of one file after the other: of one account, one region and those who are at work there, as they are delivered. */
export function recorder(seed) {
  const next = random(seed)
  const around = world(next)
  let nth = 0
  return (count) => {
    const account = around.accounts[next(around.accounts.length)]
    const own = around.sessions.filter(({ role }) => role.account === account)
    const first = next(own.length)
    const sessions = own.slice(first, first + 10 + next(50))
    const region = REGIONS[next(REGIONS.length)]
    return Array.from({ length: count }, () => {
      const time = new Date(START + nth * STEP_MS).toISOString().replace(/\.\d+Z$/, 'Z')
      nth += 1
      return recordOf(next, around, { time, region, account, sessions })
    })
  }
}
