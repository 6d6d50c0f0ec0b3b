import { type Mapping, type Owner, type OwnersMap, ownedText } from '@verascope/core/domain/owners-map'
import { counted, formatTime } from './amounts.ts'
import { joinBlocks, type Page, type PlainRow } from './page.ts'
import { printTable } from './table.ts'
import { hang, safeText } from './text.ts'

/** An owners map as it is kept, with whom to write to. */
export interface ShownMap {
  readonly sha256: string
  readonly by: string | null
  readonly at: string
  readonly map: Pick<OwnersMap, 'mappings'> & {
    readonly owners: readonly (Owner & { readonly contact: string | null })[]
  }
}

function thingText({ of, confidence }: Mapping): string {
  const part = of.kind === 'prefix' ? `${ownedText(of)} ${of.prefix}` : ownedText(of)
  return `${part} (${confidence})`
}

const COLUMNS = [
  { title: 'owner', fit: 'keep' },
  { title: 'name', fit: 'wrap', min: 12 },
  { title: 'controller', fit: 'wrap', min: 10 },
  { title: 'processor', fit: 'wrap', min: 9 },
  { title: 'contact', fit: 'shorten', min: 10 },
] as const

/** The owners of a case, each with what is its own. */
export function ownerMapView({ sha256, by, at, map }: ShownMap, page: Page): string {
  const rows = map.owners.map((one) => ({
    cells: [one.id, one.name, one.controller ?? '', one.processor ?? '', one.contact ?? ''].map((text) => ({
      text: safeText(text),
    })),
    beneath: safeText(
      map.mappings
        .filter((mapping) => mapping.owner === one.id)
        .map(thingText)
        .join('; '),
    ),
  }))
  const from = `${counted(map.mappings.length, 'line')} of the map, by ${by ?? 'nobody named'}, ${formatTime(at)}`
  return joinBlocks([
    [
      page.paint('title', `OWNERS: ${map.owners.length}`),
      ...hang('  ', safeText(from), page.width),
      ...hang('  ', `kept as owners/${sha256}.json; the journal holds its hash only`, page.width),
    ],
    printTable(COLUMNS, rows, page),
    ['Next:', `  ${page.program} scope --by owner`],
  ])
}

/** A case without an owners map. */
export function noOwnersView(page: Page): string {
  return joinBlocks([
    hang('', 'No owners map: nobody said whose data stands where.', page.width),
    ['Next:', `  ${page.program} owner import OWNERS.csv --by NAME`, `  ${page.program} help owners`],
  ])
}

/** The lines of a map, one a row. */
export function ownerMapRows({ map }: ShownMap): readonly PlainRow[] {
  const owners = new Map(map.owners.map((one) => [one.id, one]))
  const head = ['#mapping', 'owner', 'name', 'kind', 'of', 'prefix', 'confidence', 'categories', 'controller']
  return [
    [...head, 'processor', 'contact'],
    ...map.mappings.map((mapping) => {
      const { of, confidence, categories } = mapping
      const owner = owners.get(mapping.owner)
      return [
        ...['mapping', mapping.owner, owner?.name ?? '', of.kind, ownedText(of)],
        ...[of.kind === 'prefix' ? of.prefix : '', confidence, categories.join(';')],
        ...[owner?.controller ?? '', owner?.processor ?? '', owner?.contact ?? ''],
      ]
    }),
  ]
}
