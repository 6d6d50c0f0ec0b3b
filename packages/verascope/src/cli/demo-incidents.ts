/** A public incident that ships with the source: where it is, whose it is, and where a responder would start. */
export interface DemoIncident {
  /** File or folder below examples/ that holds the evidence, without its licence and read-me. */
  readonly evidence: string
  readonly title: string
  readonly licence: string
  /** What a responder would have been told on the phone. */
  readonly start: string
}

/** The incidents of `demo --incident`. */
export const DEMO_INCIDENTS = {
  'invictus-aws': {
    evidence: 'invictus-aws/CloudTrail',
    title: 'an attack campaign in a real AWS account, 2023-07-10, published by Invictus Incident Response',
    licence: 'MIT',
    start: 'AKIATFQR7NSC8Q4X20BJ',
  },
  'otrf-cloud-breach-s3': {
    evidence: 'otrf-cloud-breach-s3/ec2_proxy_s3_exfiltration_2020-09-14011940.json',
    title: 'stolen host credentials read a bucket, 2020-09-14, published by OTRF Security-Datasets',
    licence: 'MIT',
    start: 'ASIA5FLZVX4OPVKKVBMX',
  },
} as const satisfies Readonly<Record<string, DemoIncident>>
