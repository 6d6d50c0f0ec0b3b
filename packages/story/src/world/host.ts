import type { Account } from './model.ts'

/** A machine in a network of ours, as flow logs know it: by its interface. */
export interface Host {
  readonly name: string
  readonly account: Account
  readonly region: string
  readonly instance: string
  readonly interfaceId: string
  readonly address: string
}

/** Packets in one direction between a host and somebody else. */
export interface Flow {
  readonly at: number
  readonly seconds: number
  readonly isOutbound: boolean
  readonly peer: string
  readonly port: number
  readonly peerPort: number
  /** 6 is TCP, 17 UDP, 1 ICMP. */
  readonly protocol: number
  readonly packets: number
  readonly bytes: number
  readonly isAccepted: boolean
}
