import { invoke, startBuild, startSession, updateFunctionCode } from '@verascope/story/deeds/compute'
import { assumeRoleForService } from '@verascope/story/deeds/identity'
import { getObject } from '@verascope/story/deeds/s3'
import { download, lookAround, type Office, office } from '@verascope/story/play/office'
import type { Stage } from '@verascope/story/play/stage'
import { routine } from '@verascope/story/play/work'
import { defineStory, type Story } from '@verascope/story/story'
import { HOUR, MINUTE } from '@verascope/story/time'
import type { Hand, Origin, Store, Who } from '@verascope/story/world/model'

interface Machine {
  readonly service: string
  readonly role: string
  readonly session: string
  readonly origin: Origin
}

const FUNCTION: Machine = {
  service: 'lambda.amazonaws.com',
  role: 'resize-role',
  session: 'resize',
  origin: { address: '34.240.10.20', agent: 'Boto3/1.34.2' },
}
const CONTAINER: Machine = {
  service: 'ecs-tasks.amazonaws.com',
  role: 'report-role',
  session: '0f6d3b6c2f2b4a0e9c1d7a55b1c2d3e4',
  origin: { address: '10.0.7.31', agent: 'aws-sdk-java/2.25.1', endpoint: 'vpce-0a1b2c3d4e5f60718' },
}
const INSTANCE: Machine = {
  service: 'ec2.amazonaws.com',
  role: 'batch-role',
  session: 'i-0f3c2b1a09d8e7f65',
  origin: { address: '10.0.3.17', agent: 'aws-sdk-go/1.50', endpoint: 'vpce-0a1b2c3d4e5f60718' },
}
const PROJECT: Machine = {
  service: 'codebuild.amazonaws.com',
  role: 'release-role',
  session: 'AWSCodeBuild-4f1c0e7a',
  origin: { address: '34.240.99.5', agent: 'aws-cli/2.15.0' },
}

/** A credential as a service hands it to a machine; whose hands drive the machine, no record says. */
function started(stage: Stage, { main, region }: Office, machine: Machine, at: number): (hand: Hand) => Who {
  const role = stage.roles.find(({ name }) => name === machine.role) ?? stage.role(main, machine.role)
  const delivery = machine === INSTANCE ? { delivery: 'ec2' as const } : {}
  const { deed, session } = assumeRoleForService(stage.chance, { role, name: machine.session, at, region, ...delivery })
  stage.call(at, stage.service(machine.service), deed)
  return (hand) => ({ caller: session, origin: machine.origin, hand })
}

/** Machines do their work as ever, each on a bucket of its own. */
function usual(stage: Stage, rooms: Office, machine: Machine, bucket: Store): (hand: Hand) => Who {
  const as = started(stage, rooms, machine, stage.settings.from - 100 * MINUTE)
  routine(stage, as('owner'), 70 * MINUTE, () => getObject(stage.chance, bucket, stage.chance.pick(bucket.objects)))
  return as
}

/** The thief drives a function, a container, an instance and a CI project; their sessions look like any other. */
const story: Story = defineStory({
  slug: 'proxies',
  title: 'Compute that the actor drives: the same sessions, from the same addresses',
  from: '2026-03-10T00:00:00Z',
  hours: 10,
  regions: ['eu-west-1', 'us-east-1'],
  play(stage) {
    const { chance } = stage
    const rooms = office(stage)
    const { main, region, thief, entry } = rooms
    const place = { account: main, region }
    const bucket = (name: string): Store => stage.bucket(main, region, name)
    const fn = stage.store('lambda-function', main, region, 'resize')
    const [pictures, reports, batches] = [bucket('pictures'), bucket('reports'), bucket('batches')]
    const [releases, quiet] = [bucket('releases'), bucket('quiet')]
    const task = usual(stage, rooms, CONTAINER, reports)
    const host = usual(stage, rooms, INSTANCE, batches)
    usual(stage, rooms, FUNCTION, pictures)
    // Nobody ever drove this one: and no record can say so of a host that can be logged in to.
    usual(stage, rooms, { ...INSTANCE, role: 'quiet-role', session: 'i-0aa11bb22cc33dd44' }, quiet)

    const next = lookAround(stage, rooms)
    stage.call(next, thief, updateFunctionCode(chance, fn, next))
    stage.call(next + MINUTE, thief, invoke(fn))
    const fresh = started(stage, rooms, FUNCTION, next + MINUTE)
    stage.steal(fresh('actor').caller, next + MINUTE, 'runs the code of the actor')
    download(stage, fresh('actor'), pictures, next + 2 * MINUTE)

    stage.call(entry + HOUR, thief, startSession(chance, place, INSTANCE.session))
    stage.steal(host('actor').caller, entry + HOUR, 'read on the host')
    download(stage, host('actor'), batches, entry + HOUR + 10 * MINUTE)
    download(stage, { ...host('actor'), origin: thief.origin }, batches, entry + 2 * HOUR)

    stage.steal(task('actor').caller, entry + 3 * HOUR, 'a fault in the service that it runs')
    download(stage, task('actor'), reports, entry + 3 * HOUR)

    const build = entry + 4 * HOUR
    stage.call(build, thief, startBuild(chance, place, 'release'))
    const builder = started(stage, rooms, PROJECT, build + MINUTE)
    stage.steal(builder('actor').caller, build + MINUTE, 'runs the build of the actor')
    download(stage, builder('actor'), releases, build + 3 * MINUTE)
  },
})

export default story
