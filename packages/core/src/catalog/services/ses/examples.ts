import type { ServiceExample } from '../../../domain/service-row.ts'

const SES = { eventSource: 'ses.amazonaws.com' }
const HERE = 'arn:aws:ses:us-east-1:123837392027'
const DOMAIN = `${HERE}:identity/example.com`
const ADDRESS = `${HERE}:identity/billing@example.com`
const ALL = `${HERE}:identity/*`
const TOPIC = 'arn:aws:sns:us-east-1:999999999999:bounces'
const RULES = `${HERE}:receipt-rule-set/main`
const HIDDEN = 'HIDDEN_DUE_TO_SECURITY_REASONS'

/** Records and what they did to senders and to mail that arrives: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'mail is sent as an address, and so as its domain',
    record: {
      ...SES,
      eventName: 'SendEmail',
      requestParameters: { fromEmailAddress: 'Accounts <Billing@example.com>', destination: { toAddresses: [HIDDEN] } },
    },
    touches: [
      { store: ADDRESS, effect: 'sent-as' },
      { store: DOMAIN, effect: 'sent-as' },
    ],
    changes: [],
  },
  {
    name: 'mail is sent, and only the list of resources says as whom',
    record: {
      ...SES,
      eventName: 'SendRawEmail',
      requestParameters: { source: HIDDEN, rawMessage: HIDDEN },
      resources: [
        { accountId: '123837392027', type: 'AWS::SES::EmailIdentity', ARN: DOMAIN },
        { accountId: '123837392027', type: 'AWS::SES::ConfigurationSet', ARN: `${HERE}:configuration-set/all` },
      ],
    },
    touches: [{ store: DOMAIN, effect: 'sent-as' }],
  },
  {
    name: 'mail is sent, and nothing says as whom; the address is the one it goes to',
    record: {
      ...SES,
      eventName: 'SendCustomVerificationEmail',
      requestParameters: { emailAddress: 'victim@example.net', templateName: 't' },
    },
    touches: [{ store: ALL, effect: 'sent-as' }],
  },
  {
    name: 'another account may send as a domain',
    record: {
      ...SES,
      eventName: 'CreateEmailIdentityPolicy',
      requestParameters: {
        emailIdentity: 'example.com',
        policyName: 'p',
        policy:
          '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"999999999999"},"Action":"ses:SendEmail","Resource":"*"}]}',
      },
    },
    touches: [
      { store: DOMAIN, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: DOMAIN, effect: 'shared', grantee: '999999999999', grant: 'open' },
    ],
  },
  {
    name: 'everyone may',
    record: {
      ...SES,
      eventName: 'PutIdentityPolicy',
      requestParameters: {
        identity: 'example.com',
        policyName: 'p',
        policy: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"ses:*","Resource":"*"}]}',
      },
    },
    touches: [
      { store: DOMAIN, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: DOMAIN, effect: 'shared', grantee: '*', grant: 'open' },
    ],
  },
  {
    name: 'the policy is deleted',
    record: {
      ...SES,
      eventName: 'DeleteIdentityPolicy',
      requestParameters: { identity: 'example.com', policyName: 'p' },
    },
    touches: [{ store: DOMAIN, effect: 'named', grantee: '*all*', grant: 'close' }],
  },
  {
    name: 'bounces go to a topic of another account',
    record: {
      ...SES,
      eventName: 'SetIdentityNotificationTopic',
      requestParameters: { identity: 'example.com', notificationType: 'Bounce', snsTopic: TOPIC },
    },
    touches: [
      { store: DOMAIN, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: DOMAIN, effect: 'redirected', grantee: TOPIC, grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `settings of sender ${DOMAIN} / notifications Bounce`, does: 'close' },
      { kind: 'exposure', subject: `settings of sender ${DOMAIN} / notifications Bounce`, does: 'open' },
    ],
  },
  {
    name: 'they go there no longer',
    record: {
      ...SES,
      eventName: 'SetIdentityNotificationTopic',
      requestParameters: { identity: 'example.com', notificationType: 'Bounce' },
    },
    touches: [{ store: DOMAIN, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `settings of sender ${DOMAIN} / notifications Bounce`, does: 'close' }],
  },
  {
    name: 'word of every mail goes to a delivery stream',
    record: {
      ...SES,
      eventName: 'CreateConfigurationSetEventDestination',
      requestParameters: {
        configurationSetName: 'all',
        eventDestinationName: 'out',
        eventDestination: {
          enabled: true,
          kinesisFirehoseDestination: { deliveryStreamArn: 'arn:aws:firehose:us-east-1:999999999999:deliverystream/x' },
        },
      },
    },
    touches: [
      { store: ALL, effect: 'named', grantee: '*all*', grant: 'close' },
      {
        store: ALL,
        effect: 'redirected',
        grantee: 'arn:aws:firehose:us-east-1:999999999999:deliverystream/x',
        grant: 'open',
      },
    ],
    changes: [
      { kind: 'exposure', subject: 'events of mail 123837392027:us-east-1:all/out', does: 'open' },
      { kind: 'destruction', subject: 'deleted events of mail 123837392027:us-east-1:all/out', does: 'close' },
    ],
  },
  {
    name: 'that ends',
    record: {
      ...SES,
      eventName: 'DeleteConfigurationSetEventDestination',
      requestParameters: { configurationSetName: 'all', eventDestinationName: 'out' },
    },
    touches: [{ store: ALL, effect: 'named', grantee: '*all*', grant: 'close' }],
  },
  {
    name: 'what a mail was about and became is asked for',
    record: { ...SES, eventName: 'GetMessageInsights', requestParameters: { messageId: 'm-1' } },
    touches: [{ store: ALL, effect: 'listed', object: 'm-1' }],
  },
  {
    name: 'mail that arrives is put in a bucket and handed to a function',
    record: {
      ...SES,
      eventName: 'CreateReceiptRule',
      requestParameters: {
        ruleSetName: 'main',
        rule: {
          name: 'all',
          enabled: true,
          actions: [
            { s3Action: { bucketName: 'outside' } },
            { lambdaAction: { functionArn: 'arn:aws:lambda:us-east-1:999999999999:function:f' } },
          ],
        },
      },
    },
    touches: [
      { store: RULES, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: RULES, effect: 'redirected', grantee: 'arn:aws:s3:::outside', grant: 'open' },
      {
        store: RULES,
        effect: 'redirected',
        grantee: 'arn:aws:lambda:us-east-1:999999999999:function:f',
        grant: 'open',
      },
    ],
  },
  {
    name: 'a rule whose content the record leaves out may send mail anywhere',
    record: { ...SES, eventName: 'UpdateReceiptRule', requestParameters: { ruleSetName: 'main' } },
    touches: [{ store: RULES, effect: 'redirected', grantee: 'unknown', grant: 'open' }],
  },
  {
    name: 'the rule is deleted',
    record: { ...SES, eventName: 'DeleteReceiptRule', requestParameters: { ruleSetName: 'main', ruleName: 'all' } },
    touches: [{ store: RULES, effect: 'named', grantee: '*all*', grant: 'close' }],
  },
  {
    name: 'a set of rules is deleted',
    record: { ...SES, eventName: 'DeleteReceiptRuleSet', requestParameters: { ruleSetName: 'main' } },
    touches: [{ store: RULES, effect: 'destroyed' }],
  },
]
