import { opening } from '../../domain/change-forms.ts'
import { type ChangeSpec, defineService, type ServiceRow } from '../../domain/service-row.ts'

function rootChange(topic: string, what: string, undo: string): ChangeSpec {
  return opening(
    'persistence',
    ({ account, eventId }) => `${topic} of the root user of ${account}, set by ${eventId}`,
    ({ account }) => `${what} of the root user of account \`${account}\``,
    () => undo,
  )
}

const row: ServiceRow = defineService({
  service: 'sign-in',
  sources: ['signin.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    PasswordUpdated: rootChange(
      'password',
      'set a new password',
      'set the password of the root user anew: on the sign-in page, by its mail address',
    ),
    PasswordRecoveryCompleted: rootChange(
      'password',
      'recovered the password, and so set a new one,',
      'secure the mail address of the root user first, then set its password anew',
    ),
    EmailUpdated: rootChange(
      'mail address',
      'changed the mail address',
      'change the mail address of the root user back; if that fails, write to AWS Support',
    ),
  },
  cite: 'AWS sign-in user guide and AWS CloudTrail user guide: console sign-in events of the root user',
  examples: [
    {
      name: 'the root user gets a new password',
      record: {
        eventSource: 'signin.amazonaws.com',
        eventName: 'PasswordUpdated',
        recipientAccountId: '111122223333',
        userIdentity: { type: 'Root', accountId: '111122223333', arn: 'arn:aws:iam::111122223333:root' },
        requestParameters: null,
        responseElements: { PasswordUpdated: 'Success' },
      },
      changes: [
        { kind: 'persistence', subject: 'password of the root user of 111122223333, set by e-1', does: 'open' },
      ],
    },
    {
      name: 'an attempt that failed changes nothing',
      record: {
        eventSource: 'signin.amazonaws.com',
        eventName: 'PasswordUpdated',
        userIdentity: { type: 'Root', accountId: '123837392027', arn: 'arn:aws:iam::123837392027:root' },
        responseElements: { PasswordUpdated: 'Failure' },
      },
      changes: [],
    },
  ],
})

export default row
