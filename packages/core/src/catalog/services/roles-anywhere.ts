import { command, type Lasting, made, opening, part, plain, REGION, said, unmade } from '../../domain/change-forms.ts'
import { closing, type FromCall } from '../../domain/change-spec.ts'
import { settings } from '../../domain/change-switches.ts'
import { pickText } from '../../domain/json.ts'
import { type CallChanges, type ChangeSpec, defineService, type ServiceRow } from '../../domain/service-row.ts'

/** Something with an id and a name: a trust anchor, a profile, a list of revoked certificates. */
function thing(noun: string, field: string, body: string, name: string): Lasting {
  const id = said(field)
  const title: FromCall = (call) =>
    pickText(call.response, `${body}.name`) ?? pickText(call.request, 'name') ?? id(call)
  return plain({ kind: 'persistence', noun, id, name: title, remove: [`rolesanywhere delete-${name}`, `${name}-id`] })
}

const ANCHOR = thing('trust anchor', 'trustAnchorId', 'trustAnchor', 'trust-anchor')
const PROFILE = thing('roles anywhere profile', 'profileId', 'profile', 'profile')
const REVOKED: Lasting = { ...thing('certificate revocation list', 'crlId', 'crl', 'crl'), kind: 'configuration' }

/** Switched on, or off, by calls of their own: each ends the other. */
function switches(it: Lasting, on: string, off: string, id: FromCall): Readonly<Record<string, CallChanges>> {
  const [isOn, isOff] = [part(it.subject, 'on'), part(it.subject, 'off')]
  const act = (verb: string): ReturnType<typeof command> =>
    command(`rolesanywhere ${verb}`, { [`${verb.replace(/^(?:en|dis)able-/, '')}-id`]: id, region: REGION })
  const spec = (verb: string, open: FromCall, close: FromCall, back: string): readonly ChangeSpec[] => [
    opening(it.kind, open, (call) => `${verb} ${it.words(call)}`, act(back)),
    closing(it.kind, close, (call) => `${verb} ${it.words(call)}`),
  ]
  const dashed = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
  return {
    [on]: spec('switched on', isOn, isOff, dashed(off)),
    [off]: spec('switched off', isOff, isOn, dashed(on)),
  }
}

const row: ServiceRow = defineService({
  service: 'roles-anywhere',
  sources: ['rolesanywhere.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    CreateTrustAnchor: made(ANCHOR),
    UpdateTrustAnchor: settings({
      kind: 'persistence',
      subject: ANCHOR.subject,
      words: ANCHOR.words,
      keys: ['source', 'name'],
      restore: command('rolesanywhere update-trust-anchor', {
        'trust-anchor-id': said('trustAnchorId'),
        region: REGION,
      }),
    }),
    DeleteTrustAnchor: unmade(ANCHOR),
    ...switches(ANCHOR, 'EnableTrustAnchor', 'DisableTrustAnchor', said('trustAnchorId')),
    CreateProfile: made(PROFILE),
    UpdateProfile: settings({
      kind: 'persistence',
      subject: PROFILE.subject,
      words: PROFILE.words,
      keys: ['roleArns', 'managedPolicyArns', 'sessionPolicy', 'durationSeconds', 'acceptRoleSessionName'],
      restore: command('rolesanywhere update-profile', { 'profile-id': said('profileId'), region: REGION }),
    }),
    DeleteProfile: unmade(PROFILE),
    ...switches(PROFILE, 'EnableProfile', 'DisableProfile', said('profileId')),
    ImportCrl: made(REVOKED),
    // Without the list, certificates that were revoked let in again.
    DeleteCrl: unmade(REVOKED),
    ...switches(REVOKED, 'EnableCrl', 'DisableCrl', said('crlId')),
  },
  cite: 'IAM Roles Anywhere API reference',
  examples: [
    {
      name: 'a certificate authority of the actor’s own is trusted',
      record: {
        eventSource: 'rolesanywhere.amazonaws.com',
        eventName: 'CreateTrustAnchor',
        requestParameters: { enabled: true, name: 'malicious-rolesanywhere-trust-anchor' },
        responseElements: {
          trustAnchor: {
            enabled: true,
            name: 'malicious-rolesanywhere-trust-anchor',
            trustAnchorId: '49e25ec3-bdfe-4150-8683-b4ea4ee85cfd',
          },
        },
      },
      changes: [
        { kind: 'persistence', subject: 'trust anchor 49e25ec3-bdfe-4150-8683-b4ea4ee85cfd', does: 'open' },
        { kind: 'destruction', subject: 'deleted trust anchor 49e25ec3-bdfe-4150-8683-b4ea4ee85cfd', does: 'close' },
      ],
    },
    {
      name: 'a trust anchor is deleted',
      record: {
        eventSource: 'rolesanywhere.amazonaws.com',
        eventName: 'DeleteTrustAnchor',
        requestParameters: { trustAnchorId: '49e25ec3-bdfe-4150-8683-b4ea4ee85cfd' },
        responseElements: { trustAnchor: { name: 'malicious-rolesanywhere-trust-anchor' } },
      },
      changes: [
        { kind: 'destruction', subject: 'deleted trust anchor 49e25ec3-bdfe-4150-8683-b4ea4ee85cfd', does: 'open' },
        { kind: 'persistence', subject: 'trust anchor 49e25ec3-bdfe-4150-8683-b4ea4ee85cfd', does: 'close' },
      ],
    },
    {
      name: 'a profile says which roles certificates may take on',
      record: {
        eventSource: 'rolesanywhere.amazonaws.com',
        eventName: 'CreateProfile',
        requestParameters: {
          durationSeconds: 3600,
          enabled: true,
          name: 'malicious-rolesanywhere-profile',
          roleArns: ['arn:aws:iam::123837392027:role/stratus-red-team-trust-anchor-role'],
        },
        responseElements: {
          profile: { name: 'malicious-rolesanywhere-profile', profileId: 'ac4e09d1-a150-4924-bb76-23b00fa7c34a' },
        },
      },
      changes: [
        { kind: 'persistence', subject: 'roles anywhere profile ac4e09d1-a150-4924-bb76-23b00fa7c34a', does: 'open' },
        {
          kind: 'destruction',
          subject: 'deleted roles anywhere profile ac4e09d1-a150-4924-bb76-23b00fa7c34a',
          does: 'close',
        },
      ],
    },
    {
      name: 'a trust anchor is switched off',
      record: {
        eventSource: 'rolesanywhere.amazonaws.com',
        eventName: 'DisableTrustAnchor',
        requestParameters: { trustAnchorId: '49e25ec3-bdfe-4150-8683-b4ea4ee85cfd' },
      },
      changes: [
        { kind: 'persistence', subject: 'trust anchor 49e25ec3-bdfe-4150-8683-b4ea4ee85cfd / off', does: 'open' },
        { kind: 'persistence', subject: 'trust anchor 49e25ec3-bdfe-4150-8683-b4ea4ee85cfd / on', does: 'close' },
      ],
    },
  ],
})

export default row
