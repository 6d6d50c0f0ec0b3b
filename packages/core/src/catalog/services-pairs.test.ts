import { describe, expect, it } from 'vitest'
import type { Change } from '../domain/change.ts'
import { arrangeCatalog } from '../facts/catalog.ts'
import { project } from '../facts/project.ts'
import { rows as CREDENTIALS } from './credentials/index.generated.ts'
import { rows as EVIDENCE } from './evidence/index.generated.ts'
import { rows as SERVICES } from './services/index.generated.ts'

const CATALOG = arrangeCatalog(SERVICES, CREDENTIALS)

/** A call as `Name request => answer`; the answer may be left out. */
function changes(source: string, text: string, eventID: string): readonly Change[] {
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
  const row = EVIDENCE.find((one) => one.recognises(record))
  const read = row?.read(record)
  if (read?.kind !== 'event') throw new Error('the record is not read')
  return project(read.event, { item: 'i', ordinal: 0, offset: 0, length: 0 }, 'h', CATALOG).changes
}

/** What opens, and what has to end it: `source | call | later call`. */
const PAIRS = `
iam | CreateUser {"userName":"carla"} | DeleteUser {"userName":"carla"}
iam | CreateLoginProfile {"userName":"carla"} | DeleteLoginProfile {"userName":"carla"}
iam | CreateLoginProfile {"userName":"carla"} | DeleteUser {"userName":"carla"}
iam | UpdateLoginProfile {"userName":"carla"} | DeleteLoginProfile {"userName":"carla"}
iam | UpdateLoginProfile {"userName":"carla"} | DeleteUser {"userName":"carla"}
iam | ChangePassword null | UpdateLoginProfile {"userName":"dana"}
iam | CreateAccessKey null => {"accessKey":{"accessKeyId":"AKIA00000000000000B2","userName":"dana"}} | DeleteAccessKey {"accessKeyId":"AKIA00000000000000B2"}
iam | UpdateAccessKey {"userName":"carla","accessKeyId":"AKIA00000000000000B2","status":"Active"} | DeleteAccessKey {"userName":"carla","accessKeyId":"AKIA00000000000000B2"}
iam | UpdateAccessKey {"userName":"carla","accessKeyId":"AKIA00000000000000B2","status":"Active"} | UpdateAccessKey {"userName":"carla","accessKeyId":"AKIA00000000000000B2","status":"Inactive"}
iam | UpdateAccessKey {"userName":"carla","accessKeyId":"AKIA00000000000000B2","status":"Inactive"} | UpdateAccessKey {"userName":"carla","accessKeyId":"AKIA00000000000000B2","status":"Active"}
iam | UploadSSHPublicKey {"userName":"carla"} => {"sSHPublicKey":{"sSHPublicKeyId":"APKA1","userName":"carla"}} | DeleteSSHPublicKey {"userName":"carla","sSHPublicKeyId":"APKA1"}
iam | UploadSigningCertificate {"userName":"carla"} => {"certificate":{"certificateId":"C1"}} | DeleteSigningCertificate {"userName":"carla","certificateId":"C1"}
iam | CreateServiceSpecificCredential {"userName":"carla"} => {"serviceSpecificCredential":{"serviceSpecificCredentialId":"ACCA1"}} | DeleteServiceSpecificCredential {"userName":"carla","serviceSpecificCredentialId":"ACCA1"}
iam | EnableMFADevice {"userName":"carla","serialNumber":"m"} | DeactivateMFADevice {"userName":"carla","serialNumber":"m"}
iam | DeactivateMFADevice {"userName":"carla","serialNumber":"m"} | EnableMFADevice {"userName":"carla","serialNumber":"other"}
iam | CreateVirtualMFADevice {"virtualMFADeviceName":"m"} => {"virtualMFADevice":{"serialNumber":"arn:m"}} | DeleteVirtualMFADevice {"serialNumber":"arn:m"}
iam | CreateGroup {"groupName":"g"} | DeleteGroup {"groupName":"g"}
iam | AddUserToGroup {"userName":"carla","groupName":"g"} | RemoveUserFromGroup {"userName":"carla","groupName":"g"}
iam | RemoveUserFromGroup {"userName":"carla","groupName":"g"} | AddUserToGroup {"userName":"carla","groupName":"g"}
iam | CreateRole {"roleName":"web"} => {"role":{"arn":"arn:aws:iam::111122223333:role/path/web","roleName":"web"}} | DeleteRole {"roleName":"web"}
iam | UpdateAssumeRolePolicy {"roleName":"web","policyDocument":"{"} | UpdateAssumeRolePolicy {"roleName":"web"}
iam | UpdateAssumeRolePolicy {"roleName":"web"} | DeleteRole {"roleName":"web"}
iam | UpdateRole {"roleName":"web","maxSessionDuration":43200} | UpdateRole {"roleName":"web","maxSessionDuration":3600}
iam | AttachUserPolicy {"userName":"carla","policyArn":"arn:aws:iam::111122223333:policy/p"} | DetachUserPolicy {"userName":"carla","policyArn":"arn:aws:iam::111122223333:policy/p"}
iam | DetachUserPolicy {"userName":"carla","policyArn":"arn:aws:iam::111122223333:policy/p"} | AttachUserPolicy {"userName":"carla","policyArn":"arn:aws:iam::111122223333:policy/p"}
iam | AttachRolePolicy {"roleName":"web","policyArn":"arn:aws:iam::111122223333:policy/p"} | DetachRolePolicy {"roleName":"web","policyArn":"arn:aws:iam::111122223333:policy/p"}
iam | AttachGroupPolicy {"groupName":"g","policyArn":"arn:aws:iam::111122223333:policy/p"} | DetachGroupPolicy {"groupName":"g","policyArn":"arn:aws:iam::111122223333:policy/p"}
iam | PutUserPolicy {"userName":"carla","policyName":"p"} | DeleteUserPolicy {"userName":"carla","policyName":"p"}
iam | PutRolePolicy {"roleName":"web","policyName":"p"} | PutRolePolicy {"roleName":"web","policyName":"p"}
iam | PutGroupPolicy {"groupName":"g","policyName":"p"} | DeleteGroupPolicy {"groupName":"g","policyName":"p"}
iam | DeleteUserPermissionsBoundary {"userName":"carla"} | PutUserPermissionsBoundary {"userName":"carla","permissionsBoundary":"arn:aws:iam::111122223333:policy/p"}
iam | PutRolePermissionsBoundary {"roleName":"web","permissionsBoundary":"arn:aws:iam::111122223333:policy/p"} | DeleteRole {"roleName":"web"}
iam | CreatePolicy {"policyName":"p"} => {"policy":{"arn":"arn:aws:iam::111122223333:policy/p"}} | DeletePolicy {"policyArn":"arn:aws:iam::111122223333:policy/p"}
iam | CreatePolicyVersion {"policyArn":"arn:aws:iam::111122223333:policy/p"} => {"policyVersion":{"versionId":"v2"}} | DeletePolicyVersion {"policyArn":"arn:aws:iam::111122223333:policy/p","versionId":"v2"}
iam | SetDefaultPolicyVersion {"policyArn":"arn:aws:iam::111122223333:policy/p","versionId":"v2"} | SetDefaultPolicyVersion {"policyArn":"arn:aws:iam::111122223333:policy/p","versionId":"v1"}
iam | CreateSAMLProvider {"name":"s"} => {"sAMLProviderArn":"arn:s"} | DeleteSAMLProvider {"sAMLProviderArn":"arn:s"}
iam | UpdateSAMLProvider {"sAMLProviderArn":"arn:s"} | UpdateSAMLProvider {"sAMLProviderArn":"arn:s","sAMLMetadataDocument":"<x/>"}
iam | CreateOpenIDConnectProvider {"url":"u"} => {"openIDConnectProviderArn":"arn:o"} | DeleteOpenIDConnectProvider {"openIDConnectProviderArn":"arn:o"}
iam | AddClientIDToOpenIDConnectProvider {"openIDConnectProviderArn":"arn:o","clientID":"c"} | RemoveClientIDFromOpenIDConnectProvider {"openIDConnectProviderArn":"arn:o","clientID":"c"}
iam | CreateInstanceProfile {"instanceProfileName":"i"} | DeleteInstanceProfile {"instanceProfileName":"i"}
iam | AddRoleToInstanceProfile {"roleName":"web","instanceProfileName":"i"} | RemoveRoleFromInstanceProfile {"roleName":"web","instanceProfileName":"i"}
iam | UpdateAccountPasswordPolicy {} | DeleteAccountPasswordPolicy null
iam | CreateAccountAlias {"accountAlias":"a"} | DeleteAccountAlias {"accountAlias":"a"}
cloudtrail | CreateTrail {"name":"main"} => {"trailARN":"arn:aws:cloudtrail:us-east-1:111122223333:trail/main"} | DeleteTrail {"name":"main"}
cloudtrail | StopLogging {"name":"main"} | StartLogging {"name":"arn:aws:cloudtrail:us-east-1:111122223333:trail/main"}
cloudtrail | DeleteTrail {"name":"main"} | StartLogging {"name":"main"}
cloudtrail | PutEventSelectors {"trailName":"main"} | PutEventSelectors {"trailName":"main"}
cloudtrail | PutInsightSelectors {"trailName":"main"} | PutInsightSelectors {"trailName":"main"}
cloudtrail | UpdateTrail {"name":"main","s3BucketName":"b"} | UpdateTrail {"name":"main","s3BucketName":"a"}
cloudtrail | DeleteEventDataStore {"eventDataStore":"e"} | RestoreEventDataStore {"eventDataStore":"e"}
cloudtrail | StopEventDataStoreIngestion {"eventDataStore":"e"} | StartEventDataStoreIngestion {"eventDataStore":"e"}
ec2 | RunInstances null => {"instancesSet":{"items":[{"instanceId":"i-0123456789abcdef0"}]}} | TerminateInstances {"instancesSet":{"items":[{"instanceId":"i-0123456789abcdef0"}]}}
ec2 | StopInstances {"instancesSet":{"items":[{"instanceId":"i-0123456789abcdef0"}]}} | StartInstances {"instancesSet":{"items":[{"instanceId":"i-0123456789abcdef0"}]}}
ec2 | StartInstances {"instancesSet":{"items":[{"instanceId":"i-0123456789abcdef0"}]}} | StopInstances {"instancesSet":{"items":[{"instanceId":"i-0123456789abcdef0"}]}}
ec2 | StopInstances {"instancesSet":{"items":[{"instanceId":"i-0123456789abcdef0"}]}} | TerminateInstances {"instancesSet":{"items":[{"instanceId":"i-0123456789abcdef0"}]}}
ec2 | CreateKeyPair {"keyName":"k"} => {"keyPairId":"key-1"} | DeleteKeyPair {"keyPairId":"key-1"}
ec2 | CreateKeyPair {"keyName":"k"} => {"keyName":"k"} | DeleteKeyPair {"keyName":"k"} => {"keyPairId":"key-1"}
ec2 | EnableSerialConsoleAccess null | DisableSerialConsoleAccess null
ec2 | CreateLaunchTemplate {"CreateLaunchTemplateRequest":{"LaunchTemplateName":"l"}} => {"CreateLaunchTemplateResponse":{"launchTemplate":{"launchTemplateId":"lt-1"}}} | DeleteLaunchTemplate {"DeleteLaunchTemplateRequest":{"LaunchTemplateId":"lt-1"}}
ec2 | AuthorizeSecurityGroupIngress {"groupId":"sg-1","ipPermissions":{"items":[{"ipProtocol":"6","fromPort":"22","toPort":"22","ipRanges":{"items":[{"cidrIp":"198.51.100.7/32"}]}}]}} | RevokeSecurityGroupIngress {"groupId":"sg-1","ipProtocol":"tcp","fromPort":22,"toPort":22,"cidrIp":"198.51.100.7/32"}
ec2 | CreateSecurityGroup {"groupName":"g"} => {"groupId":"sg-1"} | DeleteSecurityGroup {"groupId":"sg-1"}
ec2 | CreateVpc {} => {"vpc":{"vpcId":"vpc-1"}} | DeleteVpc {"vpcId":"vpc-1"}
ec2 | CreateSubnet {"vpcId":"vpc-1"} => {"subnet":{"vpcId":"vpc-1","subnetId":"subnet-1"}} | DeleteSubnet {"subnetId":"subnet-1"}
ec2 | CreateNatGateway {"CreateNatGatewayRequest":{"SubnetId":"s"}} => {"CreateNatGatewayResponse":{"natGateway":{"natGatewayId":"nat-1"}}} | DeleteNatGateway {"DeleteNatGatewayRequest":{"NatGatewayId":"nat-1"}}
ec2 | AttachInternetGateway {"internetGatewayId":"igw-1","vpcId":"vpc-1"} | DetachInternetGateway {"internetGatewayId":"igw-1","vpcId":"vpc-1"}
ec2 | AllocateAddress {"domain":"vpc"} => {"publicIp":"198.51.100.9","allocationId":"eipalloc-1"} | ReleaseAddress {"allocationId":"eipalloc-1"}
ec2 | AssociateAddress {"allocationId":"eipalloc-1","instanceId":"i-1"} => {"associationId":"eipassoc-1"} | DisassociateAddress {"associationId":"eipassoc-1"}
ec2 | CreateRoute {"routeTableId":"rtb-1","destinationCidrBlock":"0.0.0.0/0"} | DeleteRoute {"routeTableId":"rtb-1","destinationCidrBlock":"0.0.0.0/0"}
ec2 | CreateNetworkAclEntry {"networkAclId":"acl-1","ruleNumber":7,"egress":false} | DeleteNetworkAclEntry {"networkAclId":"acl-1","ruleNumber":7,"egress":false}
ec2 | DeleteNetworkAclEntry {"networkAclId":"acl-1","ruleNumber":7,"egress":false} | CreateNetworkAclEntry {"networkAclId":"acl-1","ruleNumber":7,"egress":false}
ec2 | CreateVpcEndpoint {} => {"CreateVpcEndpointResponse":{"vpcEndpoint":{"vpcEndpointId":"vpce-1"}}} | DeleteVpcEndpoints {"DeleteVpcEndpointsRequest":{"VpcEndpointId":[{"content":"vpce-0","tag":1},{"content":"vpce-1","tag":2}]}}
ec2 | CreateFlowLogs {} => {"CreateFlowLogsResponse":{"flowLogIdSet":{"item":["fl-1"]}}} | DeleteFlowLogs {"DeleteFlowLogsRequest":{"FlowLogId":{"tag":1,"content":"fl-1"}}}
rolesanywhere | CreateTrustAnchor {"name":"a"} => {"trustAnchor":{"trustAnchorId":"t"}} | DeleteTrustAnchor {"trustAnchorId":"t"}
rolesanywhere | EnableProfile {"profileId":"p"} | DisableProfile {"profileId":"p"}
organizations | AttachPolicy {"policyId":"p-1","targetId":"r-1"} | DetachPolicy {"policyId":"p-1","targetId":"r-1"}
organizations | DisablePolicyType {"rootId":"r-1","policyType":"T"} | EnablePolicyType {"rootId":"r-1","policyType":"T"}
organizations | DisableAWSServiceAccess {"servicePrincipal":"x"} | EnableAWSServiceAccess {"servicePrincipal":"x"}
organizations | InviteAccountToOrganization {"target":{"id":"444455556666"}} => {"handshake":{"id":"h-1"}} | CancelHandshake {"handshakeId":"h-1"}
guardduty | DeleteDetector {"detectorId":"d"} | CreateDetector {"enable":true} => {"detectorId":"d2"}
guardduty | UpdateDetector {"detectorId":"d","enable":false} | UpdateDetector {"detectorId":"d","enable":true}
guardduty | CreateFilter {"detectorId":"d","name":"f"} | DeleteFilter {"detectorId":"d","filterName":"f"}
guardduty | StopMonitoringMembers {"detectorId":"d","accountIds":["1","2"]} | StartMonitoringMembers {"detectorId":"d","accountIds":["2","1"]}
config | StopConfigurationRecorder {"configurationRecorderName":"default"} | StartConfigurationRecorder {"configurationRecorderName":"default"}
config | DeleteConfigRule {"configRuleName":"r"} | PutConfigRule {"configRule":{"configRuleName":"r"}}
securityhub | BatchDisableStandards {"StandardsSubscriptionArns":["arn:aws:securityhub:us-east-1:1:subscription/cis/v/1"]} | BatchEnableStandards {"StandardsSubscriptionRequests":[{"StandardsArn":"arn:aws:securityhub:us-east-1::standards/cis/v/1"}]}
macie2 | DisableMacie null | EnableMacie {}
inspector2 | Disable {"resourceTypes":["EC2"]} | Enable {"resourceTypes":["LAMBDA","EC2"]}
route53resolver | DisassociateResolverQueryLogConfig {"resolverQueryLogConfigId":"r","resourceId":"vpc-1"} | AssociateResolverQueryLogConfig {"resolverQueryLogConfigId":"r","resourceId":"vpc-1"}
logs | CreateLogGroup {"logGroupName":"g"} | DeleteLogGroup {"logGroupName":"g"}
logs | PutSubscriptionFilter {"logGroupName":"g","filterName":"f"} | DeleteSubscriptionFilter {"logGroupName":"g","filterName":"f"}
logs | PutRetentionPolicy {"logGroupName":"g","retentionInDays":1} | DeleteRetentionPolicy {"logGroupName":"g"}
logs | CreateExportTask {} => {"taskId":"t"} | CancelExportTask {"taskId":"t"}
ssm | CreateAssociation {"name":"d"} => {"associationDescription":{"associationId":"a"}} | DeleteAssociation {"associationId":"a"}
ssm | ModifyDocumentPermission {"name":"d","accountIdsToAdd":["all"]} | ModifyDocumentPermission {"name":"d","accountIdsToRemove":["all"]}
sso | CreateAccountAssignment {"permissionSetArn":"p","targetId":"t","principalId":"w"} | DeleteAccountAssignment {"permissionSetArn":"p","targetId":"t","principalId":"w"}
identitystore | CreateGroupMembership {"groupId":"g","memberId":{"userId":"u"}} => {"membershipId":"m"} | DeleteGroupMembership {"membershipId":"m"}
account | EnableRegion {"RegionName":"us-west-2"} | DisableRegion {"RegionName":"us-west-2"}
ses | VerifyEmailIdentity {"emailAddress":"a@example.com"} | DeleteEmailIdentity {"emailIdentity":"a@example.com"}
logs | DeleteDataProtectionPolicy {"logGroupIdentifier":"g"} | PutDataProtectionPolicy {"logGroupIdentifier":"arn:aws:logs:us-east-1:111122223333:log-group:g:*"}
logs | CreateScheduledQuery {"name":"q"} => {"scheduledQueryArn":"arn:aws:logs:us-east-1:111122223333:scheduled-query:i"} | DeleteScheduledQuery {"identifier":"arn:aws:logs:us-east-1:111122223333:scheduled-query:i"}
sqs | CreateQueue {"queueName":"q"} => {"queueUrl":"https://sqs.us-east-1.amazonaws.com/111122223333/q"} | DeleteQueue {"queueUrl":"https://queue.amazonaws.com/111122223333/q"}
sqs | AddPermission {"queueUrl":"https://sqs.us-east-1.amazonaws.com/111122223333/q","label":"l"} | RemovePermission {"queueUrl":"https://sqs.us-east-1.amazonaws.com/111122223333/q","label":"l"}
sqs | SetQueueAttributes {"queueUrl":"https://sqs.us-east-1.amazonaws.com/111122223333/q","attributes":{"Policy":"{"}} | SetQueueAttributes {"queueUrl":"https://sqs.us-east-1.amazonaws.com/111122223333/q","attributes":{"Policy":""}}
sqs | StartMessageMoveTask {"sourceArn":"arn:aws:sqs:us-east-1:111122223333:q"} => {"taskHandle":"t"} | CancelMessageMoveTask {"taskHandle":"t"}
sns | Subscribe {"topicArn":"arn:aws:sns:us-east-1:111122223333:t"} => {"subscriptionArn":"arn:aws:sns:us-east-1:111122223333:t:s"} | Unsubscribe {"subscriptionArn":"arn:aws:sns:us-east-1:111122223333:t:s"}
kinesis | RegisterStreamConsumer {"streamARN":"arn:aws:kinesis:us-east-1:111122223333:stream/s","consumerName":"c"} | DeregisterStreamConsumer {"consumerARN":"arn:aws:kinesis:us-east-1:111122223333:stream/s/consumer/c:1"}
kinesis | StopStreamEncryption {"streamName":"s"} | StartStreamEncryption {"streamARN":"arn:aws:kinesis:us-east-1:111122223333:stream/s"}
kafka | CreateReplicator {"replicatorName":"r"} => {"replicatorArn":"arn:r"} | DeleteReplicator {"replicatorArn":"arn:r"}
kafka | CreateVpcConnection {"vpcId":"v"} => {"vpcConnectionArn":"arn:c"} | DeleteVpcConnection {"arn":"arn:c"}
events | StartReplay {"replayName":"r"} | CancelReplay {"replayName":"r"}
glue | CreateJob {"name":"j"} => {"name":"j"} | DeleteJob {"jobName":"j"}
glue | StartJobRun {"jobName":"j"} => {"jobRunId":"r"} | BatchStopJobRun {"jobName":"j","jobRunIds":["q","r"]}
glue | CreateSession {"id":"s"} | StopSession {"id":"s"}
glue | CreateTable {"databaseName":"D","tableInput":{"name":"T"}} | DeleteTable {"databaseName":"d","name":"t"}
glue | CreateConnection {"connectionInput":{"name":"c"}} | DeleteConnection {"connectionName":"c"}
lakeformation | GrantPermissions {"principal":{"dataLakePrincipalIdentifier":"p"},"resource":{"table":{"databaseName":"d","name":"t"}},"permissions":["SELECT","ALTER"]} | BatchRevokePermissions {"entries":[{"principal":{"dataLakePrincipalIdentifier":"p"},"resource":{"table":{"databaseName":"d","name":"t"}},"permissions":["ALTER","SELECT"]}]}
athena | CreateNamedQuery {"name":"n"} => {"namedQueryId":"q"} | DeleteNamedQuery {"namedQueryId":"q"}
athena | StartSession {"workGroup":"w"} => {"sessionId":"s"} | TerminateSession {"sessionId":"s"}
workmail | PutMailboxPermissions {"organizationId":"m-1","entityId":"u","granteeId":"g"} | DeleteMailboxPermissions {"organizationId":"m-1","entityId":"u","granteeId":"g"}
workmail | CreateImpersonationRole {"organizationId":"m-1","name":"n"} => {"impersonationRoleId":"i"} | DeleteImpersonationRole {"organizationId":"m-1","impersonationRoleId":"i"}
workmail | CreateUser {"organizationId":"m-1","name":"n"} => {"userId":"u"} | DeleteUser {"organizationId":"m-1","userId":"u"}
workmail | DeleteEmailMonitoringConfiguration {"organizationId":"m-1"} | PutEmailMonitoringConfiguration {"organizationId":"m-1"}
ses | CreateConfigurationSetEventDestination {"configurationSetName":"c","eventDestination":{"name":"e"}} | DeleteConfigurationSetEventDestination {"configurationSetName":"c","eventDestinationName":"e"}
ses | StartArchiveExport {"archiveId":"a"} => {"exportId":"x"} | StopArchiveExport {"exportId":"x"}
ses | CreateRuleSet {"ruleSetName":"n"} => {"ruleSetId":"r"} | DeleteRuleSet {"ruleSetId":"r"}
events | PutTargets {"rule":"r","targets":[{"id":"1"}]} | RemoveTargets {"rule":"r","ids":["1"]}
events | DisableRule {"name":"r"} | EnableRule {"name":"r","eventBusName":"default"}
cloudformation | CreateStack {"stackName":"s"} => {"stackId":"arn:aws:cloudformation:us-east-1:1:stack/s/u"} | DeleteStack {"stackName":"s"}
ecs | RegisterTaskDefinition {"family":"f"} => {"taskDefinition":{"taskDefinitionArn":"arn:aws:ecs:us-east-1:1:task-definition/f:1"}} | DeregisterTaskDefinition {"taskDefinition":"f:1"}
ecs | CreateService {"cluster":"c","serviceName":"s"} | DeleteService {"cluster":"arn:aws:ecs:us-east-1:1:cluster/c","service":"s"}
codebuild | CreateProject {"name":"p"} | DeleteProject {"name":"p"}
apigateway | CreateRestApi {"name":"a"} => {"id":"x"} | DeleteRestApi {"restApiId":"x"}
transfer | CreateUser {"serverId":"s","userName":"u"} | DeleteUser {"serverId":"s","userName":"u"}
eks | CreateAccessEntry {"name":"c","principalArn":"p"} | DeleteAccessEntry {"name":"c","principalArn":"p"}
bedrock | DeleteModelInvocationLoggingConfiguration null | PutModelInvocationLoggingConfiguration {}
monitoring | DisableAlarmActions {"alarmNames":["a","b"]} | EnableAlarmActions {"alarmNames":["b","a"]}
`

/** What may look like an end and is none. */
const NO_END = `
iam | CreateAccessKey {"userName":"carla"} => {"accessKey":{"accessKeyId":"AKIA00000000000000B2","userName":"carla"}} | UpdateAccessKey {"userName":"carla","accessKeyId":"AKIA00000000000000B2","status":"Inactive"}
iam | CreateAccessKey {"userName":"carla"} => {"accessKey":{"accessKeyId":"AKIA00000000000000B2","userName":"carla"}} | DeleteAccessKey {"userName":"carla","accessKeyId":"AKIA00000000000000B3"}
iam | UpdateLoginProfile {"userName":"carla"} | UpdateLoginProfile {"userName":"carla","passwordResetRequired":true}
iam | CreatePolicyVersion {"policyArn":"arn:aws:iam::111122223333:policy/p","setAsDefault":false} => {"policyVersion":{"versionId":"v2"}} | SetDefaultPolicyVersion {"policyArn":"arn:aws:iam::111122223333:policy/p","versionId":"v1"}
iam | CreateUser {"userName":"HIDDEN_DUE_TO_SECURITY_REASONS"} | DeleteUser {"userName":"HIDDEN_DUE_TO_SECURITY_REASONS"}
iam | CreateRole {"roleName":"web"} | UpdateAssumeRolePolicy {"roleName":"web"}
iam | UpdateSAMLProvider {"sAMLProviderArn":"arn:s"} | UpdateSAMLProvider {"sAMLProviderArn":"arn:s"}
cloudtrail | DeleteTrail {"name":"main"} | CreateTrail {"name":"main"} => {"trailARN":"arn:aws:cloudtrail:us-east-1:111122223333:trail/main"}
cloudtrail | UpdateTrail {"name":"main","isMultiRegionTrail":false} | UpdateTrail {"name":"main","s3BucketName":"b"}
cloudtrail | StopLogging {"name":"main"} | StartLogging {"name":"other"}
cloudtrail | StopLogging {"name":"main"} | DeleteTrail {"name":"main"}
ec2 | AuthorizeSecurityGroupIngress {"groupId":"sg-1","ipPermissions":{"items":[{"ipProtocol":"6","fromPort":"22","toPort":"22","ipRanges":{"items":[{"cidrIp":"198.51.100.7/32"}]}}]}} | RevokeSecurityGroupEgress {"groupId":"sg-1","ipPermissions":{"items":[{"ipProtocol":"6","fromPort":"22","toPort":"22","ipRanges":{"items":[{"cidrIp":"198.51.100.7/32"}]}}]}}
ec2 | AuthorizeSecurityGroupIngress {"groupId":"sg-1","ipPermissions":{"items":[{"ipProtocol":"6","fromPort":"22","toPort":"22","ipRanges":{"items":[{"cidrIp":"198.51.100.7/32"}]}}]}} | RevokeSecurityGroupIngress {"groupId":"sg-1","ipPermissions":{}}
ec2 | CreateLaunchTemplateVersion {"LaunchTemplateId":"lt-1"} => {"versionNumber":2} | ModifyLaunchTemplate {"LaunchTemplateId":"lt-1","SetDefaultVersion":"1"}
inspector2 | Disable {"resourceTypes":["EC2"]} | Enable {"resourceTypes":["LAMBDA"]}
sqs | AddPermission {"queueUrl":"https://sqs.us-east-1.amazonaws.com/111122223333/q","label":"l"} | RemovePermission {"queueUrl":"https://sqs.us-east-1.amazonaws.com/111122223333/q","label":"other"}
sqs | SetQueueAttributes {"attributes":{"Policy":"{"}} | SetQueueAttributes {"attributes":{"Policy":""}}
sns | Unsubscribe {"subscriptionArn":"arn:aws:sns:us-east-1:111122223333:t:s"} | DeleteTopic {"topicArn":"arn:aws:sns:us-east-1:111122223333:t"}
lakeformation | GrantPermissions {"principal":{"dataLakePrincipalIdentifier":"p"},"resource":{"table":{"databaseName":"d","name":"t"}},"permissions":["SELECT","ALTER"]} | RevokePermissions {"principal":{"dataLakePrincipalIdentifier":"p"},"resource":{"table":{"databaseName":"d","name":"t"}},"permissions":["ALTER"]}
lakeformation | GrantPermissions {} | RevokePermissions {}
workmail | PutMailboxPermissions {"organizationId":"m-1","entityId":"u"} | DeleteMailboxPermissions {"organizationId":"m-1","entityId":"u"}
ssm | StartSession {"target":"i-0123456789abcdef0"} => {"sessionId":"s"} | TerminateSession {"sessionId":"s"}
`

const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '')

/** The subjects that the first call opens and the second does not end. */
function unended(line: string): readonly string[] {
  const [source = '', opens = '', ends = ''] = line.split(' | ')
  const later = changes(source, ends, 'later').filter((one) => one.does === 'close')
  const closed = new Set(later.map((one) => one.subject))
  const opened = changes(source, opens, 'earlier').filter((one) => one.does === 'open')
  if (opened.length === 0) throw new Error(`${opens} opens nothing`)
  return opened.map((one) => one.subject).filter((subject) => !closed.has(subject))
}

describe('what one call opens another one ends', () => {
  it.each(lines(PAIRS))('ends: %s', (line) => {
    expect(unended(line)).toEqual([])
  })

  it.each(lines(NO_END))('stands: %s', (line) => {
    expect(unended(line).length).toBeGreaterThan(0)
  })
})
