import type { ServiceExample } from '../../../domain/service-row.ts'

const ECR = { eventSource: 'ecr.amazonaws.com', managementEvent: true }
const REPO = 'arn:aws:ecr:us-east-1:123456789012:repository/testrepo'
const COMMUNITY = 'arn:aws:ecr:eu-west-1:112233445566:repository/community'
const DIGEST = 'sha256:3b37166ec61459e76e33282dda08f2a9cd698ca7e3d6bc44e6a6e7580cdeff8e'
const PUBLIC =
  '{"Version":"2012-10-17","Statement":[{"Action":["ecr:BatchGetImage"],"Effect":"Allow","Principal":"*","Sid":"PublicRead"}]}'
const REGISTRY = 'arn:aws:ecr:us-east-1:123837392027:repository/*'

/** Records and what they did to images: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'the manifest of an image is fetched from the registry of another account',
    record: {
      ...ECR,
      eventName: 'BatchGetImage',
      requestParameters: {
        registryId: '123456789012',
        repositoryName: 'testrepo',
        imageIds: [{ imageDigest: DIGEST }],
      },
    },
    touches: [{ store: REPO, effect: 'read', object: DIGEST }],
    changes: [],
  },
  {
    name: 'an address for a layer is handed out; the download itself is not recorded',
    record: {
      ...ECR,
      eventName: 'GetDownloadUrlForLayer',
      requestParameters: { registryId: '123456789012', repositoryName: 'testrepo', layerDigest: DIGEST },
    },
    touches: [{ store: REPO, effect: 'read', object: DIGEST, bytes: null }],
  },
  {
    name: 'the images of a repository are listed',
    record: {
      ...ECR,
      eventName: 'DescribeImages',
      requestParameters: { registryId: '123456789012', repositoryName: 'testrepo' },
    },
    touches: [{ store: REPO, effect: 'listed' }],
  },
  {
    name: 'an image is pushed',
    record: {
      ...ECR,
      eventName: 'PutImage',
      requestParameters: {
        repositoryName: 'testrepo',
        imageTag: 'latest',
        registryId: '123456789012',
        imageManifest: '{}',
      },
    },
    touches: [{ store: REPO, effect: 'written' }],
  },
  {
    name: 'images are deleted',
    record: {
      ...ECR,
      eventName: 'BatchDeleteImage',
      requestParameters: { registryId: '123456789012', repositoryName: 'testrepo', imageIds: [{ imageTag: 'latest' }] },
    },
    touches: [{ store: REPO, effect: 'destroyed', object: 'latest' }],
    changes: [{ kind: 'destruction', subject: `deleted images ${REPO} e-1`, does: 'open' }],
  },
  {
    name: 'a repository is opened to everyone',
    record: {
      ...ECR,
      eventName: 'SetRepositoryPolicy',
      awsRegion: 'eu-west-1',
      recipientAccountId: '112233445566',
      requestParameters: { force: false, policyText: PUBLIC, repositoryName: 'community' },
      responseElements: { policyText: PUBLIC, registryId: '112233445566', repositoryName: 'community' },
      resources: [{ accountId: '112233445566', arn: COMMUNITY }],
    },
    touches: [
      { store: COMMUNITY, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: COMMUNITY, effect: 'shared', grantee: '*', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `policy ${COMMUNITY}`, does: 'close' },
      { kind: 'exposure', subject: `policy ${COMMUNITY}`, does: 'open' },
    ],
  },
  {
    name: 'the policy of a repository is deleted',
    record: {
      ...ECR,
      eventName: 'DeleteRepositoryPolicy',
      requestParameters: { repositoryName: 'testrepo', registryId: '123456789012' },
    },
    touches: [{ store: REPO, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `policy ${REPO}`, does: 'close' }],
  },
  {
    name: 'whatever is pushed goes to the registry of another account as well',
    record: {
      ...ECR,
      eventName: 'PutReplicationConfiguration',
      requestParameters: {
        replicationConfiguration: { rules: [{ destinations: [{ region: 'us-west-2', registryId: '999999999999' }] }] },
      },
    },
    touches: [
      { store: REGISTRY, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: REGISTRY, effect: 'redirected', grantee: '999999999999/us-west-2', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: 'replication registry 123837392027 us-east-1', does: 'close' },
      { kind: 'exposure', subject: 'replication registry 123837392027 us-east-1', does: 'open' },
    ],
  },
  {
    name: 'a policy of the registry lets another account in',
    record: {
      ...ECR,
      eventName: 'PutRegistryPolicy',
      requestParameters: {
        policyText:
          '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"999999999999"},"Action":"ecr:ReplicateImage","Resource":"*"}]}',
      },
    },
    touches: [
      { store: REGISTRY, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: REGISTRY, effect: 'shared', grantee: '999999999999', grant: 'open' },
    ],
  },
  {
    name: 'a description of repositories reads no image',
    record: { ...ECR, eventName: 'DescribeRepositories', requestParameters: { maxResults: 10 } },
    touches: [],
  },
]
