// The yardstick: DuckDB reads the same files with typed columns and writes one Parquet file. Arguments: folder, output, threads.
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../packages/verascope/package.json', import.meta.url))
const { DuckDBInstance } = createRequire(program)('@duckdb/node-api')

const IDENTITY = `STRUCT("type" VARCHAR, principalId VARCHAR, arn VARCHAR, accountId VARCHAR, accessKeyId VARCHAR,
  userName VARCHAR, invokedBy VARCHAR, sessionContext STRUCT(sessionIssuer STRUCT("type" VARCHAR, principalId VARCHAR,
  arn VARCHAR, accountId VARCHAR, userName VARCHAR), attributes STRUCT(creationDate VARCHAR, mfaAuthenticated VARCHAR)))`

const RECORD = `STRUCT(eventVersion VARCHAR, userIdentity ${IDENTITY}, eventTime TIMESTAMP, eventSource VARCHAR,
  eventName VARCHAR, awsRegion VARCHAR, sourceIPAddress VARCHAR, userAgent VARCHAR, errorCode VARCHAR,
  errorMessage VARCHAR, requestParameters JSON, responseElements JSON, additionalEventData JSON, requestID VARCHAR,
  eventID VARCHAR, readOnly BOOLEAN, resources JSON, eventType VARCHAR, managementEvent BOOLEAN,
  recipientAccountId VARCHAR, sharedEventID VARCHAR, vpcEndpointId VARCHAR, eventCategory VARCHAR)`

const COLUMNS = `r.eventVersion, r.userIdentity."type" AS identityType, r.userIdentity.principalId, r.userIdentity.arn,
  r.userIdentity.accountId, r.userIdentity.accessKeyId, r.userIdentity.userName, r.userIdentity.invokedBy,
  r.userIdentity.sessionContext.sessionIssuer.arn AS issuerArn,
  r.userIdentity.sessionContext.attributes.creationDate AS sessionCreated,
  r.userIdentity.sessionContext.attributes.mfaAuthenticated AS mfa, r.eventTime, r.eventSource, r.eventName, r.awsRegion,
  r.sourceIPAddress, r.userAgent, r.errorCode, r.errorMessage, r.requestParameters, r.responseElements,
  r.additionalEventData, r.requestID, r.eventID, r.readOnly, r.resources, r.managementEvent, r.recipientAccountId,
  r.sharedEventID, r.vpcEndpointId, r.eventCategory`

const [folder, output, threads] = process.argv.slice(2)
const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) })
const connection = await instance.connect()
const quoted = (text) => `'${text.replaceAll("'", "''")}'`
await connection.run('SET preserve_insertion_order = false')
await connection.run(`COPY (
  SELECT ${COLUMNS} FROM (
    SELECT unnest(Records) AS r FROM read_json(${quoted(`${folder}/**/*.gz`)}, format = 'unstructured',
      maximum_object_size = 268435456, columns = {Records: '${RECORD}[]'}))
) TO ${quoted(output)} (FORMAT parquet, COMPRESSION zstd)`)
connection.closeSync()
