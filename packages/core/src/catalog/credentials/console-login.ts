import type { CallEvent } from '../../domain/call.ts'
import { type CredentialRow, defineCredential, type MintDraft } from '../../domain/credential-row.ts'
import { pickText } from '../../domain/json.ts'

/**
 * A sign-in opens sessions whose key ids no record states. What is named is the principal from then on; its sessions are told
 * later by their time of creation. INVARIANT: `inferred`, never `minted`: the owner signs in as the same principal.
 */
function mintsOf(call: CallEvent): readonly MintDraft[] {
  if (call.principal === null) return []
  const draft = {
    minted: call.principal,
    kind: 'console-session',
    link: 'inferred',
    principal: call.principal,
  } as const
  const from = pickText(call.extra, 'SwitchFrom')
  return from === null ? [draft] : [{ ...draft, through: from, throughLink: 'inferred' }]
}

const row: CredentialRow = defineCredential({
  id: 'console-login',
  title: 'Sign-ins to the console, and by way of it to programs',
  sources: ['signin.amazonaws.com'],
  names: [
    ...['ConsoleLogin', 'GetSigninToken', 'SwitchRole', 'RenewRole'],
    ...['AuthorizeOAuth2Access', 'CreateOAuth2Token', 'CreateOAuth2TokenWithIAM'],
  ],
  mints: mintsOf,
  callerKind: {
    rank: 50,
    of: ({ accessKeyId, fromConsole }) => (fromConsole && accessKeyId !== null ? 'console-session' : null),
  },
  cite: 'AWS CloudTrail user guide: console sign-in events, sessionCredentialFromConsole',
  examples: [
    {
      name: 'a user signs in',
      record: {
        eventType: 'AwsConsoleSignIn',
        eventSource: 'signin.amazonaws.com',
        eventName: 'ConsoleLogin',
        userIdentity: {
          type: 'IAMUser',
          arn: 'arn:aws:iam::123837392027:user/stratus-red-team-nmfalu-gfjyeaypjt',
          accountId: '123837392027',
          userName: 'stratus-red-team-nmfalu-gfjyeaypjt',
        },
        requestParameters: null,
        responseElements: { ConsoleLogin: 'Success' },
      },
      mints: [
        {
          minted: 'arn:aws:iam::123837392027:user/stratus-red-team-nmfalu-gfjyeaypjt',
          kind: 'console-session',
          link: 'inferred',
        },
      ],
    },
    {
      name: 'a wrong password opens nothing',
      record: {
        eventType: 'AwsConsoleSignIn',
        eventSource: 'signin.amazonaws.com',
        eventName: 'ConsoleLogin',
        errorMessage: 'Failed authentication',
        userIdentity: { accessKeyId: '', accountId: '111122223333', type: 'IAMUser', userName: 'anaya' },
        responseElements: { ConsoleLogin: 'Failure' },
      },
      mints: [],
    },
    {
      name: 'a session of a role signs in with its key',
      record: {
        eventType: 'AwsConsoleSignIn',
        eventSource: 'signin.amazonaws.com',
        eventName: 'ConsoleLogin',
        userIdentity: {
          accessKeyId: 'ASIASXP6SDP2HUZY3TOB',
          accountId: '187901811700',
          arn: 'arn:aws:sts::187901811700:assumed-role/AWSReservedSSO_DevAdmin_635426549a280cc6/nicholas.hakmiller',
          type: 'AssumedRole',
        },
        responseElements: { ConsoleLogin: 'Success' },
      },
      mints: [
        {
          minted: 'arn:aws:sts::187901811700:assumed-role/AWSReservedSSO_DevAdmin_635426549a280cc6/nicholas.hakmiller',
          kind: 'console-session',
          link: 'inferred',
        },
      ],
    },
    {
      name: 'a user switches the role in the console',
      record: {
        eventType: 'AwsConsoleSignIn',
        eventSource: 'signin.amazonaws.com',
        eventName: 'SwitchRole',
        userIdentity: {
          type: 'AssumedRole',
          arn: 'arn:aws:sts::111122223333:assumed-role/support/adminprod',
          accountId: '111122223333',
        },
        additionalEventData: { SwitchFrom: 'arn:aws:iam::444455556666:user/adminprod' },
        responseElements: { SwitchRole: 'Success' },
      },
      mints: [
        {
          minted: 'arn:aws:sts::111122223333:assumed-role/support/adminprod',
          kind: 'console-session',
          link: 'inferred',
          through: 'arn:aws:iam::444455556666:user/adminprod',
        },
      ],
    },
    {
      name: 'a program signs in by way of the console',
      record: {
        eventSource: 'signin.amazonaws.com',
        eventName: 'CreateOAuth2Token',
        userIdentity: {
          type: 'IAMUser',
          arn: 'arn:aws:iam::111122223333:user/dev',
          accountId: '111122223333',
          userName: 'dev',
        },
      },
      mints: [{ minted: 'arn:aws:iam::111122223333:user/dev', kind: 'console-session', link: 'inferred' }],
    },
  ],
})

export default row
