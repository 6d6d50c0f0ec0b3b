import type { CallEvent } from '../../domain/call.ts'
import { functionArn } from '../../domain/compute.ts'
import { type CredentialRow, defineCredential, type MintDraft } from '../../domain/credential-row.ts'
import { pickText } from '../../domain/json.ts'

function mintsOf(call: CallEvent): readonly MintDraft[] {
  const named = pickText(call.response, 'functionArn') ?? pickText(call.request, 'functionName')
  const minted = named === null ? null : functionArn(named, call)
  return minted === null ? [] : [{ minted, kind: 'compute', link: 'possible' }]
}

const BY = {
  type: 'IAMUser',
  arn: 'arn:aws:iam::123837392027:user/bert-jan',
  accountId: '123837392027',
  accessKeyId: 'AKIATFQR7NSC8Q4X20BJ',
}

const row: CredentialRow = defineCredential({
  id: 'function-control',
  title: 'Ways to make a function run code of one’s own, or to call it from anywhere, with the function’s credentials',
  sources: ['lambda.amazonaws.com'],
  names: ['CreateFunction', 'UpdateFunctionCode', 'UpdateFunctionConfiguration', 'CreateFunctionUrlConfig'],
  mints: mintsOf,
  cite: 'AWS Lambda API reference: CreateFunction, UpdateFunctionCode, UpdateFunctionConfiguration',
  examples: [
    {
      name: 'the code of a function is replaced; the answer names the new version',
      record: {
        eventSource: 'lambda.amazonaws.com',
        eventName: 'UpdateFunctionCode20150331v2',
        userIdentity: BY,
        requestParameters: {
          functionName: 'arn:aws:lambda:us-east-1:123837392027:function:stratus-red-team-olc-func-xhfgzaowxc',
        },
        responseElements: {
          functionArn: 'arn:aws:lambda:us-east-1:123837392027:function:stratus-red-team-olc-func-xhfgzaowxc:1',
        },
      },
      mints: [
        {
          minted: 'arn:aws:lambda:us-east-1:123837392027:function:stratus-red-team-olc-func-xhfgzaowxc',
          kind: 'compute',
          link: 'possible',
        },
      ],
    },
    {
      name: 'a function is created',
      record: {
        eventSource: 'lambda.amazonaws.com',
        eventName: 'CreateFunction20150331',
        userIdentity: BY,
        requestParameters: {
          functionName: 'stratus-red-team-backdoor-f-func',
          role: 'arn:aws:iam::123837392027:role/stratus-red-team-backdoor-f-lambda',
        },
        responseElements: {
          functionArn: 'arn:aws:lambda:us-east-1:123837392027:function:stratus-red-team-backdoor-f-func',
        },
      },
      mints: [
        {
          minted: 'arn:aws:lambda:us-east-1:123837392027:function:stratus-red-team-backdoor-f-func',
          kind: 'compute',
          link: 'possible',
        },
      ],
    },
    {
      name: 'a layer is put under a function that goes by its bare name',
      record: {
        eventSource: 'lambda.amazonaws.com',
        eventName: 'UpdateFunctionConfiguration20150331v2',
        awsRegion: 'us-west-2',
        userIdentity: { ...BY, accountId: '123456789012' },
        requestParameters: { functionName: 'production-api' },
        responseElements: {
          functionName: 'production-api',
          layers: [{ arn: 'arn:aws:lambda:us-west-2:123456789012:layer:malicious-layer:1' }],
        },
      },
      mints: [
        { minted: 'arn:aws:lambda:us-west-2:123456789012:function:production-api', kind: 'compute', link: 'possible' },
      ],
    },
    {
      name: 'a function named by account and alias',
      record: {
        eventSource: 'lambda.amazonaws.com',
        eventName: 'UpdateFunctionCode20150331v2',
        userIdentity: BY,
        requestParameters: { functionName: '444455556666:function:shared:live' },
      },
      mints: [{ minted: 'arn:aws:lambda:us-east-1:444455556666:function:shared', kind: 'compute', link: 'possible' }],
    },
    {
      name: 'a function can be called from anywhere',
      record: {
        eventSource: 'lambda.amazonaws.com',
        eventName: 'CreateFunctionUrlConfig20211031',
        userIdentity: BY,
        requestParameters: { functionName: 'shared', authType: 'NONE' },
        responseElements: { functionArn: 'arn:aws:lambda:us-east-1:123837392027:function:shared', authType: 'NONE' },
      },
      mints: [{ minted: 'arn:aws:lambda:us-east-1:123837392027:function:shared', kind: 'compute', link: 'possible' }],
    },
  ],
})

export default row
