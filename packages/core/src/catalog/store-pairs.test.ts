import { describe, expect, it } from 'vitest'
import { wholesOf } from '../domain/change-forms.ts'
import { ALL_GRANTEES } from '../domain/service-row.ts'
import type { StoreName } from '../domain/touch.ts'
import { arrangeCatalog } from '../facts/catalog.ts'
import { type Projection, project } from '../facts/project.ts'
import { rows as CREDENTIALS } from './credentials/index.generated.ts'
import { rows as EVIDENCE } from './evidence/index.generated.ts'
import { rows as SERVICES } from './services/index.generated.ts'

const CATALOG = arrangeCatalog(SERVICES, CREDENTIALS)

/** A call as `Name request => answer`; the answer may be left out. */
function projected(source: string, text: string, eventID: string): Projection {
  const [asked = '', answer = 'null'] = text.split(' => ')
  const space = asked.indexOf(' ')
  const record = {
    eventVersion: '1.09',
    eventTime: '2026-03-24T08:00:00Z',
    eventID,
    eventSource: `${source}.amazonaws.com`,
    eventName: asked.slice(0, space),
    awsRegion: 'us-east-1',
    sourceIPAddress: '203.0.113.1',
    recipientAccountId: '111122223333',
    userIdentity: {
      type: 'IAMUser',
      accountId: '111122223333',
      arn: 'arn:aws:iam::111122223333:user/ops/dana',
      accessKeyId: 'AKIA00000000000000A1',
      userName: 'dana',
    },
    requestParameters: JSON.parse(asked.slice(space)),
    responseElements: JSON.parse(answer),
  }
  const read = EVIDENCE.find((one) => one.recognises(record))?.read(record)
  if (read?.kind !== 'event') throw new Error('the record is not read')
  return project(read.event, { item: 'i', ordinal: 0, offset: 0, length: 0 }, 'h', CATALOG)
}

/** What opens, and what ends it or something that it is a part of: `source | call | later call`. */
const PAIRS = `
redshift | CreateCluster {"clusterIdentifier":"w","publiclyAccessible":true} | DeleteCluster {"clusterIdentifier":"W","skipFinalClusterSnapshot":true}
redshift | ModifyCluster {"clusterIdentifier":"w","publiclyAccessible":true} | ModifyCluster {"clusterIdentifier":"w","publiclyAccessible":false}
redshift | ModifyCluster {"clusterIdentifier":"w","masterUserPassword":"****"} | DeleteCluster {"clusterIdentifier":"w"}
redshift | ModifyClusterIamRoles {"clusterIdentifier":"w","addIamRoles":["a"]} | ModifyClusterIamRoles {"clusterIdentifier":"w","removeIamRoles":["a"]}
redshift | CreateClusterSnapshot {"clusterIdentifier":"w","snapshotIdentifier":"s"} | DeleteClusterSnapshot {"snapshotIdentifier":"s"} => {"clusterIdentifier":"w"}
redshift | AuthorizeSnapshotAccess {"snapshotIdentifier":"s","accountWithRestoreAccess":"503161813013"} => {"clusterIdentifier":"w"} | DeleteClusterSnapshot {"snapshotIdentifier":"s","snapshotClusterIdentifier":"w"}
redshift | DisableLogging {"clusterIdentifier":"w"} | EnableLogging {"clusterIdentifier":"w","bucketName":"b"}
redshift | PauseCluster {"clusterIdentifier":"w"} | ResumeCluster {"clusterIdentifier":"w"}
redshift | AddPartner {"clusterIdentifier":"w","partnerName":"p"} | DeletePartner {"clusterIdentifier":"w","partnerName":"p"}
redshift | AuthorizeEndpointAccess {"clusterIdentifier":"w","account":"5"} | RevokeEndpointAccess {"clusterIdentifier":"w","account":"5"}
redshift | CreateEndpointAccess {"clusterIdentifier":"w","endpointName":"e"} | DeleteEndpointAccess {"endpointName":"e"}
redshift | AuthorizeClusterSecurityGroupIngress {"clusterSecurityGroupName":"g","cIDRIP":"0.0.0.0/0"} | RevokeClusterSecurityGroupIngress {"clusterSecurityGroupName":"g","cIDRIP":"0.0.0.0/0"}
redshift | PutResourcePolicy {"resourceArn":"r","policy":"{"} | DeleteResourcePolicy {"resourceArn":"r"}
redshift | RegisterNamespace {"namespaceIdentifier":{"provisionedIdentifier":{"clusterIdentifier":"w"}},"consumerIdentifiers":["c"]} | DeregisterNamespace {"namespaceIdentifier":{"provisionedIdentifier":{"clusterIdentifier":"w"}},"consumerIdentifiers":["c"]}
redshift | ModifyClusterParameterGroup {"parameterGroupName":"g","parameters":[{"parameterName":"require_ssl","parameterValue":"false"}]} | ModifyClusterParameterGroup {"parameterGroupName":"g","parameters":[{"parameterName":"require_ssl","parameterValue":"true"}]}
redshift-serverless | CreateNamespace {"namespaceName":"n"} | DeleteNamespace {"namespaceName":"n"}
redshift-serverless | CreateWorkgroup {"workgroupName":"n","publiclyAccessible":true} | DeleteWorkgroup {"workgroupName":"n"}
redshift-serverless | UpdateNamespace {"namespaceName":"n","logExports":[]} | UpdateNamespace {"namespaceName":"n","logExports":["userlog"]}
es | UpdateDomainConfig {"domainName":"orders","accessPolicies":"{"} | UpdateDomainConfig {"domainName":"orders","accessPolicies":"{\\"Statement\\":[]}"}
es | UpdateDomainConfig {"domainName":"orders","accessPolicies":"{"} | DeleteDomain {"domainName":"orders"}
es | UpdateDomainConfig {"domainName":"orders","logPublishingOptions":{"AUDIT_LOGS":{"enabled":false}}} | UpdateDomainConfig {"domainName":"orders","logPublishingOptions":{"AUDIT_LOGS":{"enabled":true}}}
es | AuthorizeVpcEndpointAccess {"domainName":"orders","account":"5"} | RevokeVpcEndpointAccess {"domainName":"orders","account":"5"}
es | CreateVpcEndpoint {"domainArn":"arn:aws:es:us-east-1:111122223333:domain/orders"} => {"vpcEndpoint":{"vpcEndpointId":"aos-1"}} | DeleteVpcEndpoint {"vpcEndpointId":"aos-1"}
es | AddDataSource {"domainName":"orders","name":"d"} | DeleteDataSource {"domainName":"orders","name":"d"}
aoss | CreateAccessPolicy {"type":"data","name":"p"} | DeleteAccessPolicy {"type":"data","name":"p"}
aoss | CreateSecurityPolicy {"type":"network","name":"p","policy":"[{\\"AllowFromPublic\\":true}]"} | UpdateSecurityPolicy {"type":"network","name":"p","policy":"[{\\"AllowFromPublic\\":false}]"}
aoss | CreateLifecyclePolicy {"type":"retention","name":"p"} | DeleteLifecyclePolicy {"type":"retention","name":"p"}
aoss | CreateSecurityConfig {"type":"saml","name":"p"} => {"securityConfigDetail":{"id":"saml/1/p"}} | DeleteSecurityConfig {"id":"saml/1/p"}
aoss | CreateVpcEndpoint {"name":"p"} => {"createVpcEndpointDetail":{"id":"vpce-1","name":"p"}} | DeleteVpcEndpoint {"id":"vpce-1"}
elasticfilesystem | PutFileSystemPolicy {"fileSystemId":"fs-01234567","policy":"{"} | PutFileSystemPolicy {"fileSystemId":"fs-01234567","policy":"{\\"Statement\\":[]}"}
elasticfilesystem | DeleteFileSystemPolicy {"fileSystemId":"fs-01234567"} | PutFileSystemPolicy {"fileSystemId":"fs-01234567","policy":"{\\"Statement\\":[]}"}
elasticfilesystem | PutBackupPolicy {"fileSystemId":"fs-01234567","backupPolicy":{"status":"DISABLED"}} | PutBackupPolicy {"fileSystemId":"fs-01234567","backupPolicy":{"status":"ENABLED"}}
elasticfilesystem | CreateMountTarget {"fileSystemId":"fs-01234567"} => {"mountTargetId":"fsmt-1"} | DeleteMountTarget {"mountTargetId":"fsmt-1"}
elasticfilesystem | ModifyMountTargetSecurityGroups {"mountTargetId":"fsmt-1"} | DeleteMountTarget {"mountTargetId":"fsmt-1"}
backup | CreateBackupVault {"backupVaultName":"Default"} | DeleteBackupVault {"backupVaultName":"Default"}
backup | DeleteBackupVaultLockConfiguration {"backupVaultName":"Default"} | PutBackupVaultLockConfiguration {"backupVaultName":"Default"}
backup | DeleteBackupVaultNotifications {"backupVaultName":"Default"} | PutBackupVaultNotifications {"backupVaultName":"Default"}
backup | CreateBackupPlan {"backupPlan":{"rules":[{"targetBackupVaultName":"Default","copyActions":[{"destinationBackupVaultArn":"arn:aws:backup:us-east-1:999999999999:backup-vault:x"}]}]}} => {"backupPlanId":"p"} | DeleteBackupPlan {"backupPlanId":"p"}
backup | CreateRestoreAccessBackupVault {} => {"restoreAccessBackupVaultArn":"a"} | RevokeRestoreAccessBackupVault {"restoreAccessBackupVaultArn":"a"}
backup | DeleteBackupSelection {"backupPlanId":"p","selectionId":"s"} | CreateBackupSelection {"backupPlanId":"p"} => {"selectionId":"s"}
backup | UpdateGlobalSettings {"globalSettings":{"isCrossAccountBackupEnabled":"true"}} | UpdateGlobalSettings {"globalSettings":{"isCrossAccountBackupEnabled":"false"}}
glacier | CreateVault {"accountId":"-","vaultName":"v"} | DeleteVault {"vaultName":"v"}
glacier | InitiateVaultLock {"vaultName":"v"} | AbortVaultLock {"vaultName":"v"}
fsx | CreateBackup {"fileSystemId":"fs-01234567"} => {"backup":{"backupId":"backup-01234567"}} | DeleteBackup {"backupId":"backup-01234567"}
fsx | CreateDataRepositoryAssociation {"fileSystemId":"fs-01234567"} => {"association":{"associationId":"d"}} | DeleteDataRepositoryAssociation {"associationId":"d"}
fsx | CreateAndAttachS3AccessPoint {"name":"n"} | DetachAndDeleteS3AccessPoint {"name":"n"}
fsx | CreateVolume {"name":"n"} => {"volume":{"volumeId":"fsvol-01234567"}} | DeleteVolume {"volumeId":"fsvol-01234567"}
datasync | StartTaskExecution {"taskArn":"T"} => {"taskExecutionArn":"T/execution/exec-1"} | CancelTaskExecution {"taskExecutionArn":"T/execution/exec-1"}
datasync | StartTaskExecution {"taskArn":"T"} => {"taskExecutionArn":"T/execution/exec-1"} | DeleteTask {"taskArn":"T"}
datasync | UpdateLocationS3 {"locationArn":"L"} | DeleteLocation {"locationArn":"L"}
dms | StartReplicationTask {"replicationTaskArn":"T"} | DeleteReplicationTask {"replicationTaskArn":"T"}
dms | CreateEndpoint {} => {"endpoint":{"endpointArn":"E"}} | DeleteEndpoint {"endpointArn":"E"}
`

/** What may look like an end of a change and is none. */
const NO_END = `
redshift | AuthorizeSnapshotAccess {"snapshotIdentifier":"s","accountWithRestoreAccess":"503161813013"} | RevokeSnapshotAccess {"snapshotIdentifier":"s","accountWithRestoreAccess":"999999999999"}
redshift | AuthorizeSnapshotAccess {"snapshotIdentifier":"s","accountWithRestoreAccess":"503161813013"} | RevokeSnapshotAccess {"snapshotIdentifier":"s"}
redshift | PauseCluster {} | ResumeCluster {}
redshift | ModifyCluster {"clusterIdentifier":"w","publiclyAccessible":true} | ModifyCluster {"clusterIdentifier":"w","port":5440}
es | UpdateDomainConfig {"domainName":"orders","accessPolicies":"{"} | UpdateDomainConfig {"domainName":"orders","accessPolicies":"{\\"Statement\\":[]}","dryRun":true}
aoss | CreateAccessPolicy {"type":"data","name":"p"} | CreateAccessPolicy {"type":"data","name":"p"}
aoss | CreateAccessPolicy {"type":"data","name":"p"} | DeleteAccessPolicy {"type":"data","name":"q"}
elasticfilesystem | DeleteFileSystemPolicy {} | PutFileSystemPolicy {"fileSystemId":"fs-01234567","policy":"{\\"Statement\\":[]}"}
backup | DeleteBackupVaultLockConfiguration {} | PutBackupVaultLockConfiguration {}
dms | StartReplication {} | StopReplication {}
`

/** Grants that one call opens and another one ends. */
const GRANTS = `
redshift | AuthorizeSnapshotAccess {"snapshotIdentifier":"s","accountWithRestoreAccess":"503161813013"} | RevokeSnapshotAccess {"snapshotIdentifier":"s","accountWithRestoreAccess":"503161813013"}
redshift | AuthorizeDataShare {"dataShareArn":"arn:aws:redshift:us-east-1:111122223333:datashare:a/b","consumerIdentifier":"x"} | DeauthorizeDataShare {"dataShareArn":"arn:aws:redshift:us-east-1:111122223333:datashare:a/b","consumerIdentifier":"x"}
redshift | AssociateDataShareConsumer {"dataShareArn":"arn:aws:redshift:us-east-1:111122223333:datashare:a/b","consumerArn":"x"} | DisassociateDataShareConsumer {"dataShareArn":"arn:aws:redshift:us-east-1:111122223333:datashare:a/b","consumerArn":"x"}
redshift | EnableSnapshotCopy {"clusterIdentifier":"w","destinationRegion":"eu-west-1"} | DisableSnapshotCopy {"clusterIdentifier":"w"}
redshift | CreateIntegration {"sourceArn":"arn:aws:s3:::files","targetArn":"t"} => {"integrationArn":"i"} | DeleteIntegration {"integrationArn":"i"} => {"sourceArn":"arn:aws:s3:::files"}
redshift-serverless | CreateSnapshotCopyConfiguration {"namespaceName":"n","destinationRegion":"eu-west-1"} | DeleteSnapshotCopyConfiguration {"snapshotCopyConfigurationId":"x"} => {"snapshotCopyConfiguration":{"namespaceName":"n","destinationRegion":"eu-west-1"}}
es | UpdateDomainConfig {"domainName":"orders","accessPolicies":"{\\"Statement\\":{\\"Effect\\":\\"Allow\\",\\"Principal\\":\\"*\\"}}"} | DeleteDomain {"domainName":"orders"}
aoss | CreateAccessPolicy {"type":"data","name":"p","policy":[{"Principal":["saml/1/p/group/g"]}]} | DeleteAccessPolicy {"type":"data","name":"p"}
elasticfilesystem | CreateReplicationConfiguration {"sourceFileSystemId":"fs-01234567","destinations":[{"region":"eu-west-1"}]} | DeleteFileSystem {"fileSystemId":"fs-01234567"}
backup | PutBackupVaultAccessPolicy {"backupVaultName":"Default","policy":"{\\"Statement\\":{\\"Effect\\":\\"Allow\\",\\"Principal\\":\\"*\\"}}"} | DeleteBackupVault {"backupVaultName":"Default"}
backup | UpdateBackupPlan {"backupPlanId":"p","backupPlan":{"rules":[{"targetBackupVaultName":"Default","copyActions":[{"destinationBackupVaultArn":"arn:aws:backup:us-east-1:999999999999:backup-vault:x"}]}]}} | UpdateBackupPlan {"backupPlanId":"p","backupPlan":{"rules":[{"targetBackupVaultName":"Default"}]}}
glacier | SetVaultAccessPolicy {"vaultName":"v","policy":{"policy":"{\\"Statement\\":{\\"Effect\\":\\"Allow\\",\\"Principal\\":\\"*\\"}}"}} | DeleteVaultAccessPolicy {"accountId":"111122223333","vaultName":"v"}
dms | StartReplicationTask {"replicationTaskArn":"arn:aws:dms:us-east-1:111122223333:task:T"} | StopReplicationTask {"replicationTaskArn":"arn:aws:dms:us-east-1:111122223333:task:T"}
`

const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '')

function both(line: string): readonly [Projection, Projection] {
  const [source = '', opens = '', ends = ''] = line.split(' | ')
  return [projected(source, opens, 'earlier'), projected(source, ends, 'later')]
}

/** The subjects that the first call opens and the second does not end. */
function unended(line: string): readonly string[] {
  const [earlier, later] = both(line)
  const closed = new Set(later.changes.flatMap((one) => (one.does === 'close' ? [one.subject] : [])))
  const opened = earlier.changes.flatMap((one) => (one.does === 'open' ? [one.subject] : []))
  if (opened.length === 0) throw new Error(`${line} opens nothing`)
  return opened.filter((subject) => !wholesOf(subject).some((whole) => closed.has(whole)))
}

describe('what one call on a data store opens another one ends', () => {
  it.each(lines(PAIRS))('ends: %s', (line) => {
    expect(unended(line)).toEqual([])
  })

  it.each(lines(NO_END))('stands: %s', (line) => {
    expect(unended(line).length).toBeGreaterThan(0)
  })

  it.each(lines(GRANTS))('ends the grants: %s', (line) => {
    const [earlier, later] = both(line)
    const opened = earlier.touches.filter((touch) => touch.grant === 'open')
    const closed = later.touches.filter((touch) => touch.grant === 'close')
    const standing = opened.filter(
      (open) =>
        !closed.some(
          (close) =>
            close.store.id === open.store.id &&
            close.grantKey === open.grantKey &&
            [open.grantee, ALL_GRANTEES].includes(close.grantee),
        ),
    )
    expect(opened.length).toBeGreaterThan(0)
    expect(standing).toEqual([])
  })
})

function store(kind: string, id: string): StoreName {
  return { kind, id, account: '111122223333', region: 'us-east-1', name: id.split(/[:/]/).at(-1) ?? id }
}

/** `set kind, set id, member kind, member id, whether the set may hold it`. */
const SETS: readonly (readonly [string, string, string, string, boolean])[] = [
  ['redshift-results', 'statement/*', 'redshift-cluster', 'cluster:w', true],
  ['redshift-results', 'statement/*', 's3-bucket', 'b', false],
  ['redshift-workgroup', 'workgroup/w', 'redshift-namespace', 'namespace/n', true],
  ['redshift-datashare', 'datashare:a/b', 'redshift-cluster', 'cluster:w', true],
  ['redshift-namespace', 'x/befa5123-16c2-4449-afca-1d27cb40fc99', 'redshift-namespace', 'x/reports', true],
  ['redshift-namespace', 'x/other', 'redshift-namespace', 'x/reports', false],
  ['opensearch-collection-set', 'collection/*', 'opensearch-collection', 'collection/a', true],
  ['backup-vault', 'backup-vault:v', 'backup-recovery-point', 'recovery-point:1', true],
  ['backup-vault', 'backup-vault:v', 'rds-snapshot', 'snapshot:mine', false],
  ['datasync-task', 'task/task-1', 's3-bucket', 'b', true],
  ['dms-task', 'task:1', 'rds-instance', 'db:payroll', true],
]

describe('calls that do not name what they are on', () => {
  it.each(SETS)('%s %s, %s %s: %s', (...[kind, id, memberKind, memberId, may]) => {
    const holds = CATALOG.storeKinds.get(kind)?.holds
    expect(holds?.(store(kind, id), store(memberKind, memberId))).toBe(may)
  })

  it('what lies in another account is no member, as far as a record tells the account', () => {
    const elsewhere = { ...store('redshift-cluster', 'cluster:w'), account: '999999999999' }
    expect(CATALOG.storeKinds.get('redshift-results')?.holds?.(store('redshift-results', 'x'), elsewhere)).toBe(false)
  })
})
