import { formatArn, partitionOf } from '../../domain/arn.ts'
import type { CallEvent } from '../../domain/call.ts'
import { type CredentialRow, defineCredential, type MintDraft } from '../../domain/credential-row.ts'
import { pickText } from '../../domain/json.ts'

/** The host by its name, which is all that the calls hold; the default key opens every host of the region that was made with it. */
function mintsOf(call: CallEvent): readonly MintDraft[] {
  const name = call.name === 'DownloadDefaultKeyPair' ? '*' : pickText(call.request, 'instanceName')
  if (name === null) return []
  const { account, region } = call
  const place = { partition: partitionOf(region), service: 'lightsail', region, account }
  return [{ minted: formatArn({ ...place, resource: `Instance/${name}` }), kind: 'compute', link: 'possible' }]
}

const BY = {
  type: 'IAMUser',
  arn: 'arn:aws:iam::111122223333:user/dev',
  accountId: '111122223333',
  accessKeyId: 'AKIA00000000000000C1',
}

const row: CredentialRow = defineCredential({
  id: 'lightsail-instance',
  title: 'Ways to log in to a host of Lightsail',
  sources: ['lightsail.amazonaws.com'],
  names: ['GetInstanceAccessDetails', 'DownloadDefaultKeyPair'],
  mints: mintsOf,
  cite: 'Amazon Lightsail API reference: GetInstanceAccessDetails, DownloadDefaultKeyPair',
  examples: [
    {
      name: 'a key for a log-in is asked for',
      record: {
        eventSource: 'lightsail.amazonaws.com',
        eventName: 'GetInstanceAccessDetails',
        userIdentity: BY,
        requestParameters: { instanceName: 'wordpress', protocol: 'ssh' },
      },
      mints: [
        { minted: 'arn:aws:lightsail:us-east-1:111122223333:Instance/wordpress', kind: 'compute', link: 'possible' },
      ],
    },
    {
      name: 'the key of all hosts of a region is fetched',
      record: { eventSource: 'lightsail.amazonaws.com', eventName: 'DownloadDefaultKeyPair', userIdentity: BY },
      mints: [{ minted: 'arn:aws:lightsail:us-east-1:111122223333:Instance/*', kind: 'compute', link: 'possible' }],
    },
  ],
})

export default row
