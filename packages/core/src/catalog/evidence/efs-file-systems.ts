import { defineEvidence, type EvidenceRow } from '../../domain/evidence-row.ts'
import { byArn, inventory } from '../../domain/inventory.ts'

const ID = 'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-0a1b2c3d'

const row: EvidenceRow = defineEvidence({
  kind: 'efs-file-systems',
  title: 'File systems of an account and region',
  recordArrays: [],
  ...inventory({
    list: 'FileSystems',
    beside: ['Marker', 'NextMarker'],
    kind: 'efs-file-system',
    ...byArn('FileSystemArn', { service: 'elasticfilesystem', head: 'file-system/' }),
  }),
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'which stores of this kind there were when it was asked, also those that no call names',
  requests: [],
  cite: 'Amazon EFS API reference: DescribeFileSystems',
  examples: [
    {
      name: 'a file system',
      record: {
        FileSystems: [
          {
            FileSystemId: 'fs-0a1b2c3d',
            FileSystemArn: 'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-0a1b2c3d',
          },
        ],
      },
      states: [
        {
          topic: 'store-listed',
          says: { id: ID, kind: 'efs-file-system', account: '111122223333', region: 'eu-west-1', name: 'fs-0a1b2c3d' },
        },
      ],
    },
  ],
})

export default row
