import type { Account } from './model.ts'

export interface BasicSelector {
  readonly readWriteType: 'All' | 'ReadOnly' | 'WriteOnly'
  readonly includeManagementEvents: boolean
  readonly dataResources: readonly { readonly type: string; readonly values: readonly string[] }[]
  readonly excludeManagementEventSources: readonly string[]
}

export type Operator = 'equals' | 'startsWith' | 'endsWith' | 'notEquals' | 'notStartsWith' | 'notEndsWith'

export interface FieldSelector extends Partial<Readonly<Record<Operator, readonly string[]>>> {
  readonly field: string
}

export interface AdvancedSelector {
  readonly name: string
  readonly fieldSelectors: readonly FieldSelector[]
}

export type Selectors =
  | { readonly kind: 'basic'; readonly basic: readonly BasicSelector[] }
  | { readonly kind: 'advanced'; readonly advanced: readonly AdvancedSelector[] }

/** What can change about a trail. */
export interface TrailState {
  readonly exists: boolean
  readonly isLogging: boolean
  readonly isMultiRegion: boolean
  readonly isOrganization: boolean
  readonly validates: boolean
  readonly kmsKey: string | null
  readonly selectors: Selectors
}

export interface Trail {
  readonly arn: string
  readonly name: string
  readonly account: Account
  readonly homeRegion: string
  readonly bucket: string
  readonly prefix: string | null
  /** The state before anything was changed. */
  readonly initial: TrailState
}

const BUCKETS = 'arn:aws:s3'
const FUNCTIONS = 'arn:aws:lambda'

/** Management events alone: what a new trail records. */
export const MANAGEMENT_ONLY: Selectors = {
  kind: 'basic',
  basic: [
    { readWriteType: 'All', includeManagementEvents: true, dataResources: [], excludeManagementEventSources: [] },
  ],
}

/** Management events, and data events of all buckets, functions and tables. */
export const EVERYTHING: Selectors = {
  kind: 'basic',
  basic: [
    {
      readWriteType: 'All',
      includeManagementEvents: true,
      dataResources: [
        { type: 'AWS::S3::Object', values: [BUCKETS] },
        { type: 'AWS::Lambda::Function', values: [FUNCTIONS] },
        { type: 'AWS::DynamoDB::Table', values: ['arn:aws:dynamodb'] },
      ],
      excludeManagementEventSources: [],
    },
  ],
}

/** Management events, and data events of one type that all the given conditions hold for. */
export function advanced(type: string, conditions: readonly FieldSelector[]): Selectors {
  return {
    kind: 'advanced',
    advanced: [
      { name: 'Management events', fieldSelectors: [{ field: 'eventCategory', equals: ['Management'] }] },
      {
        name: 'Data events',
        fieldSelectors: [
          { field: 'eventCategory', equals: ['Data'] },
          { field: 'resources.type', equals: [type] },
          ...conditions,
        ],
      },
    ],
  }
}
