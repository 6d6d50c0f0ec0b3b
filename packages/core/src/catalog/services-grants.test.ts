import { describe, expect, it } from 'vitest'
import { ALL_GRANTEES } from '../domain/service-row.ts'
import type { Touch } from '../domain/touch.ts'
import { arrangeCatalog } from '../facts/catalog.ts'
import { project } from '../facts/project.ts'
import { rows as CREDENTIALS } from './credentials/index.generated.ts'
import { rows as EVIDENCE } from './evidence/index.generated.ts'
import { rows as SERVICES } from './services/index.generated.ts'

const CATALOG = arrangeCatalog(SERVICES, CREDENTIALS)

/** A call as `Name request => answer`; the answer may be left out. */
function touches(source: string, call: string): readonly Touch[] {
  const [asked = '', answer = 'null'] = call.split(' => ')
  const space = asked.indexOf(' ')
  const record = {
    eventVersion: '1.09',
    eventTime: '2026-03-24T08:00:00Z',
    eventID: 'e-1',
    eventSource: `${source}.amazonaws.com`,
    eventName: asked.slice(0, space),
    awsRegion: 'us-east-1',
    sourceIPAddress: '203.0.113.1',
    recipientAccountId: '111122223333',
    userIdentity: { type: 'IAMUser', accountId: '111122223333', accessKeyId: 'AKIA00000000000000A1', userName: 'dana' },
    requestParameters: JSON.parse(asked.slice(space)),
    responseElements: JSON.parse(answer),
  }
  const read = EVIDENCE.find((row) => row.recognises(record))?.read(record)
  if (read?.kind !== 'event') throw new Error('the record is not read')
  return project(read.event, { item: 'i', ordinal: 0, offset: 0, length: 0 }, 'h', CATALOG).touches
}

const OUT = '{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Principal\\":\\"*\\",\\"Action\\":\\"*\\"}]}'

/** What grants, and what has to end it: `source | call | later call`. */
const PAIRS = `
logs | PutSubscriptionFilter {"logGroupName":"g","filterName":"f","destinationArn":"d"} | DeleteSubscriptionFilter {"logGroupIdentifier":"arn:aws:logs:us-east-1:111122223333:log-group:g:*","filterName":"f"}
logs | PutAccountPolicy {"policyName":"p","policyType":"SUBSCRIPTION_FILTER_POLICY"} | DeleteAccountPolicy {"policyName":"p","policyType":"SUBSCRIPTION_FILTER_POLICY"}
logs | PutResourcePolicy {"policyName":"p","policyDocument":"${OUT}"} | DeleteResourcePolicy {"policyName":"p"}
sqs | AddPermission {"queueUrl":"https://sqs.us-east-1.amazonaws.com/111122223333/q","label":"l","aWSAccountIds":["999999999999"]} | RemovePermission {"queueUrl":"https://sqs.us-east-1.amazonaws.com/111122223333/q","label":"l"}
sqs | SetQueueAttributes {"queueUrl":"https://sqs.us-east-1.amazonaws.com/111122223333/q","attributes":{"Policy":"${OUT}","RedrivePolicy":"{\\"deadLetterTargetArn\\":\\"d\\"}"}} | DeleteQueue {"queueUrl":"https://sqs.us-east-1.amazonaws.com/111122223333/q"}
sqs | CreateQueue {"queueName":"q","attributes":{"Policy":"${OUT}"}} | SetQueueAttributes {"queueUrl":"https://sqs.us-east-1.amazonaws.com/111122223333/q","attributes":{"Policy":""}}
sns | Subscribe {"topicArn":"arn:aws:sns:us-east-1:111122223333:t","endpoint":"e"} => {"subscriptionArn":"arn:aws:sns:us-east-1:111122223333:t:s"} | Unsubscribe {"subscriptionArn":"arn:aws:sns:us-east-1:111122223333:t:s"}
sns | ConfirmSubscription {"topicArn":"arn:aws:sns:us-east-1:111122223333:t"} => {"subscriptionArn":"arn:aws:sns:us-east-1:111122223333:t:s"} | Unsubscribe {"subscriptionArn":"arn:aws:sns:us-east-1:111122223333:t:s"}
sns | AddPermission {"topicArn":"arn:aws:sns:us-east-1:111122223333:t","label":"l","aWSAccountId":["999999999999"]} | RemovePermission {"topicArn":"arn:aws:sns:us-east-1:111122223333:t","label":"l"}
sns | SetTopicAttributes {"topicArn":"arn:aws:sns:us-east-1:111122223333:t","attributeName":"Policy","attributeValue":"${OUT}"} | DeleteTopic {"topicArn":"arn:aws:sns:us-east-1:111122223333:t"}
kinesis | PutResourcePolicy {"resourceARN":"arn:aws:kinesis:us-east-1:111122223333:stream/s","policy":"${OUT}"} | DeleteResourcePolicy {"resourceARN":"arn:aws:kinesis:us-east-1:111122223333:stream/s"}
firehose | CreateDeliveryStream {"deliveryStreamName":"d","s3DestinationConfiguration":{"bucketARN":"b"}} | UpdateDestination {"deliveryStreamName":"d","s3DestinationUpdate":{"bucketARN":"c"}}
kafka | PutClusterPolicy {"clusterArn":"arn:aws:kafka:us-east-1:111122223333:cluster/c/u","policy":"${OUT}"} | DeleteClusterPolicy {"clusterArn":"arn:aws:kafka:us-east-1:111122223333:cluster/c/u"}
athena | CreateWorkGroup {"name":"w","configuration":{"resultConfiguration":{"outputLocation":"s3://b/"}}} | UpdateWorkGroup {"workGroup":"w","configurationUpdates":{"resultConfigurationUpdates":{"removeOutputLocation":true}}}
glue | PutResourcePolicy {"policyInJson":"${OUT}"} | DeleteResourcePolicy {"resourceArn":"arn:aws:glue:us-east-1:111122223333:catalog"}
lakeformation | GrantPermissions {"principal":{"dataLakePrincipalIdentifier":"999999999999"},"resource":{"table":{"databaseName":"d","name":"t"}},"permissions":["SELECT"]} | BatchRevokePermissions {"entries":[{"principal":{"dataLakePrincipalIdentifier":"999999999999"},"resource":{"table":{"databaseName":"D","name":"T"}},"permissions":["SELECT"]}]}
workmail | PutMailboxPermissions {"organizationId":"m-1","entityId":"u","granteeId":"g","permissionValues":["FULL_ACCESS","SEND_AS"]} | DeleteMailboxPermissions {"organizationId":"m-1","entityId":"u","granteeId":"g"}
workmail | CreateImpersonationRole {"organizationId":"m-1","name":"n"} => {"impersonationRoleId":"i"} | DeleteImpersonationRole {"organizationId":"m-1","impersonationRoleId":"i"}
ses | PutIdentityPolicy {"identity":"Example.com","policyName":"p","policy":"${OUT}"} | DeleteEmailIdentityPolicy {"emailIdentity":"example.com","policyName":"p"}
ses | CreateReceiptRule {"ruleSetName":"s","rule":{"name":"r","actions":[{"s3Action":{"bucketName":"out"}}]}} | DeleteReceiptRule {"ruleSetName":"s","ruleName":"r"}
ses | CreateConfigurationSetEventDestination {"configurationSetName":"c","eventDestination":{"name":"e","sNSDestination":{"topicARN":"t"}}} | DeleteConfigurationSetEventDestination {"configurationSetName":"c","eventDestinationName":"e"}
ses | CreateRuleSet {"ruleSetName":"n","rules":[{"actions":[{"relay":{"relay":"x"}}]}]} => {"ruleSetId":"r"} | DeleteRuleSet {"ruleSetId":"r"}
`

/** What may look like the end of a grant and is none. */
const NO_END = `
sqs | AddPermission {"queueUrl":"https://sqs.us-east-1.amazonaws.com/111122223333/q","label":"l","aWSAccountIds":["999999999999"]} | RemovePermission {"queueUrl":"https://sqs.us-east-1.amazonaws.com/111122223333/q","label":"k"}
kinesis | PutResourcePolicy {"resourceARN":"arn:aws:kinesis:us-east-1:111122223333:stream/s/consumer/c:1","policy":"${OUT}"} | DeleteResourcePolicy {"resourceARN":"arn:aws:kinesis:us-east-1:111122223333:stream/s"}
lakeformation | GrantPermissions {"principal":{"dataLakePrincipalIdentifier":"999999999999"},"resource":{"table":{"databaseName":"d","name":"t"}},"permissions":["SELECT"]} | RevokePermissions {"principal":{"dataLakePrincipalIdentifier":"888888888888"},"resource":{"table":{"databaseName":"d","name":"t"}},"permissions":["SELECT"]}
workmail | PutMailboxPermissions {"organizationId":"m-1","entityId":"u","granteeId":"g"} | PutMailboxPermissions {"organizationId":"m-1","entityId":"u","granteeId":"h"}
workmail | PutMailboxPermissions {"organizationId":"m-1","entityId":"u","granteeId":"g"} | DeleteMailboxPermissions {"organizationId":"m-1","entityId":"u"}
ses | CreateReceiptRule {"ruleSetName":"s","rule":{"name":"r","actions":[{"s3Action":{"bucketName":"out"}}]}} | UpdateReceiptRule {"ruleSetName":"s"}
`

const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '')

/** The grants that the first call opens and the second does not end: as exposure/destinations.ts joins them. */
function standing(line: string): readonly string[] {
  const [source = '', opens = '', ends = ''] = line.split(' | ')
  const closed = touches(source, ends).filter((one) => one.grant === 'close')
  const opened = touches(source, opens).filter((one) => one.grant === 'open')
  if (opened.length === 0) throw new Error(`${opens} grants nothing`)
  const isEnded = (one: Touch): boolean =>
    closed.some(
      (other) =>
        other.store.id === one.store.id &&
        other.grantKey === one.grantKey &&
        [one.grantee, ALL_GRANTEES].includes(other.grantee ?? ''),
    )
  return opened.filter((one) => !isEnded(one)).map((one) => `${one.store.id}: ${one.grantKey} to ${one.grantee}`)
}

describe('what one call grants another one ends', () => {
  it.each(lines(PAIRS))('ends: %s', (line) => {
    expect(standing(line)).toEqual([])
  })

  it.each(lines(NO_END))('stands: %s', (line) => {
    expect(standing(line).length).toBeGreaterThan(0)
  })
})
