import type { TableShape } from '../../../domain/evidence-row.ts'

/**
 * CloudTrail in CSV: what Athena answers over a table of trail files (its own names, in lower case), and exports of CloudTrail Lake,
 * of CloudWatch Logs Insights and of log stores, which hold each event whole (Athena user guide, create the table for CloudTrail logs).
 */
export const TABLE: TableShape = {
  whole: ['eventJson', 'CloudTrailEvent', '@message', '_raw'],
  // What a table leaves out, a record seems not to say: without the error a failed call would look answered, and without the caller
  // or the request it would be of nobody or about nothing.
  needs: [
    ...[
      'eventID',
      'eventTime',
      'eventSource',
      'eventName',
      'awsRegion',
      'userIdentity',
      'sourceIPAddress',
      'userAgent',
    ],
    ...['errorCode', 'requestParameters', 'responseElements', 'recipientAccountId'],
  ],
  fields: [
    ...['eventVersion', 'userIdentity', 'eventTime', 'eventSource', 'eventName', 'awsRegion', 'sourceIPAddress'],
    ...['userAgent', 'errorCode', 'errorMessage', 'requestParameters', 'responseElements', 'additionalEventData'],
    ...['requestID', 'eventID', 'readOnly', 'resources', 'eventType', 'apiVersion', 'managementEvent', 'eventCategory'],
    ...['recipientAccountId', 'sharedEventID', 'vpcEndpointId', 'vpcEndpointAccountId', 'serviceEventDetails'],
    ...[
      'insightDetails',
      'addendum',
      'eventContext',
      'edgeDeviceDetails',
      'sessionCredentialFromConsole',
      'tlsDetails',
    ],
  ],
  // CloudTrail user guide, userIdentity element and record contents.
  inside: {
    userIdentity: [
      ...['type', 'principalId', 'arn', 'accountId', 'accessKeyId', 'userName', 'invokedBy', 'identityProvider'],
      ...['sessionContext', 'attributes', 'mfaAuthenticated', 'creationDate', 'sessionIssuer', 'sourceIdentity'],
      ...['webIdFederationData', 'federatedProvider', 'ec2RoleDelivery', 'assumedRoot', 'credentialId'],
      ...['onBehalfOf', 'userId', 'identityStoreArn', 'inScopeOf', 'sourceArn', 'sourceAccount', 'issuerType'],
      ...['credentialsIssuedTo'],
    ],
    resources: ['ARN', 'accountId', 'type', 'ARNPrefix'],
    addendum: ['reason', 'updatedFields', 'originalRequestID', 'originalEventID'],
    tlsDetails: ['tlsVersion', 'cipherSuite', 'clientProvidedHostHeader', 'keyExchange'],
    edgeDeviceDetails: ['deviceId'],
  },
  poor: [
    {
      first: ['Event name', 'Event ID', 'Event time'],
      reason: "it is the console's event history as CSV, which leaves most of each record out: download it as JSON",
    },
  ],
}
