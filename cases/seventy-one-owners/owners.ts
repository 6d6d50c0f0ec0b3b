import type { Chance } from '@verascope/story/chance/chance'
import type { Store, StoredObject } from '@verascope/story/world/model'
import type { Owner } from '@verascope/story/world/owner'

const CLIENTS = 42
const BODIES = 29

const numbered = (kind: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${kind}-${String(at + 1).padStart(2, '0')}`)

/** 42 internal clients and 29 other bodies, in this order everywhere. */
export const NAMES: readonly string[] = [...numbered('client', CLIENTS), ...numbered('body', BODIES)]

/** Nothing that anybody has packed: what is sent is as large as what it says. */
const KINDS = ['photos/album.jpg', 'films/event.mp4', 'forms/answers.csv', 'papers/annex.pdf', 'data/register.csv']

const MEGABYTE = 1_000_000

function objectsOf(chance: Chance, name: string): readonly StoredObject[] {
  const count = chance.whole(3, 6)
  const large = Array.from({ length: count }, (_, at): StoredObject => {
    const [folder, file] = chance.pick(KINDS).split('/')
    const [stem, ending] = (file ?? '').split('.')
    const key = `${name}/${folder}/${stem}-${String(at + 1).padStart(3, '0')}.${ending}`
    return { key, bytes: chance.whole(350 * MEGABYTE, 2_300 * MEGABYTE) }
  })
  return [{ key: `${name}/index.html`, bytes: chance.whole(4_000, 60_000) }, ...large]
}

/** What lies in the bucket of web sites; the last folder is nobody's. */
export function webObjects(chance: Chance): readonly StoredObject[] {
  const shared = Array.from({ length: 8 }, (_, at) => ({
    key: `_shared/theme-${at + 1}.css`,
    bytes: chance.whole(20_000, 900_000),
  }))
  return [...NAMES.flatMap((name) => objectsOf(chance, name)), ...shared]
}

const CATEGORIES: readonly (readonly string[])[] = [
  ['visitors'],
  ['visitors', 'applicants'],
  ['staff'],
  ['visitors', 'members'],
]

/** Whose data it is: a client decides about its own site, a body lets the hosting work for it. */
export function ownersOf(store: Store): readonly Owner[] {
  return NAMES.map((owner, at): Owner => {
    const isClient = owner.startsWith('client')
    const number = owner.slice(-2)
    return {
      store,
      prefix: `${owner}/`,
      owner,
      name: isClient ? `Client ${number}` : `Body ${number}`,
      controller: isClient ? 'Hosting organisation' : `Body ${number}`,
      processor: isClient ? '' : 'Hosting organisation',
      categories: CATEGORIES[at % CATEGORIES.length] ?? [],
      contact: `privacy-${owner}@example.org`,
      confidence: at % 9 === 8 ? 'likely' : 'confirmed',
    }
  })
}
