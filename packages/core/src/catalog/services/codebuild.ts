import {
  command,
  inPlace,
  opening,
  pair,
  part,
  plain,
  REGION,
  replacing,
  said,
  shown,
} from '../../domain/change-forms.ts'
import { about, type FromCall } from '../../domain/change-spec.ts'
import { pickText } from '../../domain/json.ts'
import { defineService, type ServiceRow } from '../../domain/service-row.ts'

/** A project by its name: calls name it so, or by its ARN. */
const NAME: FromCall = (call) =>
  (pickText(call.request, 'name') ?? said('projectName', 'projectArn')(call))?.replace(/^.*:project\//, '') ?? null
const PROJECT = plain({
  kind: 'persistence',
  noun: 'build project',
  id: inPlace(NAME),
  name: NAME,
  remove: ['codebuild delete-project', 'name'],
})
const VISIBILITY = said('projectVisibility')
const BUILD: FromCall = (call) => pickText(call.response, 'build.id')
const CREDENTIAL = plain({
  kind: 'persistence',
  noun: 'source credential',
  id: said('arn'),
  remove: ['codebuild delete-source-credentials', 'arn'],
})

const row: ServiceRow = defineService({
  service: 'codebuild',
  sources: ['codebuild.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    ...pair(PROJECT, 'CreateProject', 'DeleteProject'),
    UpdateProject: opening(
      'persistence',
      part(PROJECT.subject, 'content'),
      (call) => `changed ${PROJECT.words(call)}: its source, role or commands`,
      command('codebuild update-project --cli-input-json file://former.json', { name: NAME, region: REGION }),
    ),
    UpdateProjectVisibility: replacing(
      'exposure',
      part(PROJECT.subject, 'visibility'),
      (call) => `set who may see the builds of ${PROJECT.words(call)} to \`${shown(VISIBILITY)(call)}\``,
      command('codebuild update-project-visibility --project-visibility PRIVATE', {
        'project-arn': said('projectArn'),
        region: REGION,
      }),
    ),
    StartBuild: opening(
      'persistence',
      about('build', BUILD),
      (call) => `ran a build of \`${shown(NAME)(call)}\`; the log does not show what it did with its role`,
      command('codebuild stop-build', { id: BUILD, region: REGION }),
    ),
    ...pair(
      {
        ...PROJECT,
        subject: part(PROJECT.subject, 'webhook'),
        words: (call) => `the webhook of ${PROJECT.words(call)}`,
        remove: command('codebuild delete-webhook', { 'project-name': NAME, region: REGION }),
      },
      'CreateWebhook',
      'DeleteWebhook',
    ),
    ...pair(CREDENTIAL, 'ImportSourceCredentials', 'DeleteSourceCredentials'),
  },
  cite: 'AWS CodeBuild API reference',
  examples: [
    {
      name: 'builds and their logs are shown to everyone',
      record: {
        eventSource: 'codebuild.amazonaws.com',
        eventName: 'UpdateProjectVisibility',
        recipientAccountId: '111122223333',
        requestParameters: {
          projectVisibility: 'PUBLIC_READ',
          projectArn: 'arn:aws:codebuild:us-east-1:111122223333:project/testproject1234',
          resourceAccessRole: 'arn:aws:iam::111122223333:role/service-role/test',
        },
      },
      changes: [
        {
          kind: 'exposure',
          subject: 'build project 111122223333:us-east-1:testproject1234 / visibility',
          does: 'close',
        },
        {
          kind: 'exposure',
          subject: 'build project 111122223333:us-east-1:testproject1234 / visibility',
          does: 'open',
        },
      ],
    },
    {
      name: 'a project whose name the record leaves out is still a change',
      record: { eventSource: 'codebuild.amazonaws.com', eventName: 'CreateProject', requestParameters: null },
      changes: [{ kind: 'persistence', subject: 'unnamed e-1', does: 'open' }],
    },
  ],
})

export default row
