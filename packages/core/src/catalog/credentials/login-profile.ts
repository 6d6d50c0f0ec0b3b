import type { CallEvent } from '../../domain/call.ts'
import { type CredentialRow, defineCredential, type MintDraft } from '../../domain/credential-row.ts'
import { pickText } from '../../domain/json.ts'
import { principalArn } from '../../domain/principal-arn.ts'

/** Whoever sets a password knows it: the user whose password it is can be signed in as from then on. */
function mintsOf(call: CallEvent): readonly MintDraft[] {
  const name = pickText(call.request, 'userName') ?? pickText(call.response, 'loginProfile.userName')
  const own = name === null || call.principal?.endsWith(`/${name}`) === true
  const user = own ? call.principal : principalArn('user', name, call)
  return user === null ? [] : [{ minted: user, kind: 'console-session', link: 'minted', principal: user }]
}

const BY = {
  type: 'IAMUser',
  arn: 'arn:aws:iam::123837392027:user/bert-jan',
  accountId: '123837392027',
  accessKeyId: 'AKIATFQR7NSC8Q4X20BJ',
  userName: 'bert-jan',
}

// DeleteLoginProfile is no end here: an end named by a user's ARN is the end of all the user's credentials, and its keys and the
// sessions that are open go on. The change that set the password is closed by the call instead.
const row: CredentialRow = defineCredential({
  id: 'login-profile',
  title: 'Passwords of users for the console',
  sources: ['iam.amazonaws.com'],
  names: ['CreateLoginProfile', 'UpdateLoginProfile', 'ChangePassword'],
  mints: mintsOf,
  cite: 'AWS IAM API reference: CreateLoginProfile, UpdateLoginProfile, ChangePassword',
  examples: [
    {
      name: 'a password for a user that had none',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'CreateLoginProfile',
        userIdentity: BY,
        requestParameters: { passwordResetRequired: false, userName: 'stratus-red-team-login-profile-user' },
        responseElements: {
          loginProfile: { passwordResetRequired: false, userName: 'stratus-red-team-login-profile-user' },
        },
      },
      mints: [
        {
          minted: 'arn:aws:iam::123837392027:user/stratus-red-team-login-profile-user',
          kind: 'console-session',
          link: 'minted',
        },
      ],
    },
    {
      name: 'a password is reset',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'UpdateLoginProfile',
        recipientAccountId: '763751499319',
        userIdentity: {
          type: 'IAMUser',
          arn: 'arn:aws:iam::763751499319:user/christophe',
          accessKeyId: 'AKIAV1MIS7NGMDMR83FC',
        },
        requestParameters: { userName: 'stratus-red-team-update-login-profile-user' },
        responseElements: null,
      },
      mints: [
        {
          minted: 'arn:aws:iam::763751499319:user/stratus-red-team-update-login-profile-user',
          kind: 'console-session',
          link: 'minted',
        },
      ],
    },
    {
      name: 'one changes the own password',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'ChangePassword',
        userIdentity: BY,
        requestParameters: null,
      },
      mints: [{ minted: 'arn:aws:iam::123837392027:user/bert-jan', kind: 'console-session', link: 'minted' }],
    },
    {
      name: 'the root of a member account is allowed a password again, in a session that was taken of it',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'CreateLoginProfile',
        userIdentity: {
          type: 'Root',
          principalId: '444455556666',
          arn: 'arn:aws:iam::444455556666:root',
          accountId: '444455556666',
          accessKeyId: 'ASIA00000000000000R1',
          sessionContext: { attributes: { creationDate: '2026-03-24T08:00:00Z' }, assumedRoot: 'true' },
        },
        requestParameters: null,
        responseElements: { loginProfile: { passwordResetRequired: false } },
      },
      mints: [{ minted: 'arn:aws:iam::444455556666:root', kind: 'console-session', link: 'minted' }],
    },
    {
      name: 'a mask in place of the name is nobody',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'UpdateLoginProfile',
        userIdentity: BY,
        requestParameters: { userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
      },
      mints: [],
    },
    {
      name: 'the removal of a password neither mints nor ends the user',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'DeleteLoginProfile',
        userIdentity: BY,
        requestParameters: { userName: 'stratus-red-team-nmfalu-gfjyeaypjt' },
      },
      mints: [],
      ends: [],
    },
  ],
})

export default row
