import type { Channel, StoreKind } from '../../../domain/service-row.ts'
import { imageOf, instanceOf, snapshotOf, volumeOf } from './names.ts'

const MANAGEMENT = 'the CloudTrail log files of {account} in {region} with their digest files'

function managed(way: string): Channel {
  return { kind: 'management-call', way, recordedBy: 'management-events', settledBy: MANAGEMENT }
}

const SNAPSHOT: readonly Channel[] = [
  {
    kind: 'data-call',
    way: 'reading its blocks by the direct APIs, without making a disk of it',
    recordedBy: 'data-events',
    settledBy:
      'the data events of the direct APIs for EBS snapshots, and `aws cloudtrail get-event-selectors --trail-name {trail} --region {region}` to show that they were recorded',
  },
  managed('copying it, or making a volume or an image of it'),
  {
    kind: 'continuing-grant',
    way: 'a permission that lets another account, or everyone, copy it or make volumes of it',
    recordedBy: 'nothing',
    settledBy:
      '`aws ec2 describe-snapshot-attribute --snapshot-id {name} --attribute createVolumePermission --region {region}`; what is done with a copy in the other account is recorded there alone',
  },
  {
    kind: 'neighbour',
    way: 'the volume it was made of, or a copy, a volume or an image that was made of it',
    recordedBy: 'nothing',
    settledBy:
      '`aws ec2 describe-volumes --filters Name=snapshot-id,Values={name} --region {region}` and `aws ec2 describe-images --owners self --filters Name=block-device-mapping.snapshot-id,Values={name} --region {region}`',
  },
]

const IMAGE: readonly Channel[] = [
  managed('starting instances of it, copying it or storing it in a bucket'),
  {
    kind: 'continuing-grant',
    way: 'a permission that lets another account, an organisation or everyone start or copy it',
    recordedBy: 'nothing',
    settledBy:
      '`aws ec2 describe-image-attribute --image-id {name} --attribute launchPermission --region {region}`; what another account starts of it is recorded there alone',
  },
  {
    kind: 'neighbour',
    way: 'the snapshots behind it, or an instance that was started of it',
    recordedBy: 'nothing',
    settledBy:
      '`aws ec2 describe-images --image-ids {name} --region {region}` for its snapshots, and `aws ec2 describe-instances --filters Name=image-id,Values={name} --region {region}`',
  },
]

const VOLUME: readonly Channel[] = [
  managed('taking a snapshot of it, or hanging it on another instance'),
  {
    kind: 'log-in',
    way: 'the instance it hangs on: whoever is on that instance reads the disk',
    recordedBy: 'nothing',
    settledBy:
      '`aws ec2 describe-volumes --volume-ids {name} --region {region}` for the instance, and the logs of that host',
  },
  {
    kind: 'neighbour',
    way: 'a snapshot, image or backup that holds its content',
    recordedBy: 'nothing',
    settledBy:
      '`aws ec2 describe-snapshots --owner-ids self --filters Name=volume-id,Values={name} --region {region}` and `aws backup list-recovery-points-by-resource --resource-arn {id} --region {region}`',
  },
]

const INSTANCE: readonly Channel[] = [
  managed('fetching its user data, its console or its password, or exporting it'),
  {
    kind: 'log-in',
    way: 'SSH, remote desktop, the serial console or a service that listens on it',
    recordedBy: 'nothing',
    settledBy: 'the logs of the host, and the flow logs of its network interfaces',
  },
  {
    kind: 'other-service',
    way: 'a command or a session that Systems Manager runs on it',
    recordedBy: 'management-events',
    settledBy: MANAGEMENT,
  },
  {
    kind: 'neighbour',
    way: 'its disks, and the snapshots and images of them',
    recordedBy: 'nothing',
    settledBy:
      '`aws ec2 describe-volumes --filters Name=attachment.instance-id,Values={name} --region {region}` and the snapshots of these volumes',
  },
]

/** Snapshots, images, disks and hosts, and the ways into them. */
export const STORES: Readonly<Record<string, StoreKind>> = {
  'ebs-snapshot': { title: 'EBS snapshot', name: snapshotOf, channels: SNAPSHOT },
  ami: { title: 'machine image', name: imageOf, channels: IMAGE },
  'ebs-volume': { title: 'EBS volume', name: volumeOf, channels: VOLUME },
  'ec2-instance': { title: 'EC2 instance', name: instanceOf, channels: INSTANCE },
}
