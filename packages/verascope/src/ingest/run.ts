import type { CommittedItem } from '../case/manifest.ts'
import type { ManifestLine } from '../case/manifest-line.ts'
import { besideOf, Sidecars, type TakenAt } from './beside.ts'
import type { Hand } from './hand.ts'
import { archiveItem, cutItems, knownCopy, type RunFacts, readGroup, rejectedGroup, unopened } from './lines.ts'
import { HASH_OF_NOTHING } from './open-item.ts'
import type { Part } from './part-writer.ts'
import { batchesOf, type Group, type LookedFile, ownPartName, partName, planFiles, split } from './plan.ts'
import type { FileResult, Task, TaskFile } from './task.ts'
import type { Unpacked } from './unpack.ts'
import type { FoundFile, Walked } from './walk.ts'
import { workThrough } from './work-through.ts'

/** What a run came to: records, but for the last two. */
export interface RunAccounting {
  readonly read: number
  readonly kept: number
  readonly duplicate: number
  readonly rejected: number
  readonly files: number
  readonly rejectedFiles: number
}

/** What a run came to, and what of its files was read before: files, and the records of theirs that were rejected. */
export interface RunResult {
  readonly accounting: RunAccounting
  readonly alreadyKnown: number
  readonly alreadyRejected: number
}

/** What a run needs to know. */
export interface RunInput {
  /** The folder below which tables are written. */
  readonly caseDir: string
  readonly as: string | null
  /** What was said of answers that have no sidecar. */
  readonly taken: TakenAt | null
  readonly facts: RunFacts
  readonly known: readonly ManifestLine[]
  readonly progress: (text: string) => void
  readonly commit: (items: readonly CommittedItem[]) => Promise<void>
}

type ReadTask = Extract<Task, { readonly kind: 'read' }>

/** The most files that are handed out at once to be looked at. */
const LOOK_AT_ONCE = 64
/** How often each hand comes back for more, at least: then none waits long for the last. */
const ROUNDS = 4

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a worker answered for a file that it was not given')
  return value
}

/** One run: looks at the files, sorts them out, reads what is new, and commits it part by part. */
export class Run {
  readonly #input: RunInput
  readonly #hands: readonly Hand[]
  #sums: RunAccounting = { read: 0, kept: 0, duplicate: 0, rejected: 0, files: 0, rejectedFiles: 0 }
  #commits: Promise<void> = Promise.resolve()
  readonly #again: Group[] = []

  constructor(input: RunInput, hands: readonly Hand[]) {
    this.#input = input
    this.#hands = hands
  }

  /** Reads what was found. Rejects when the case cannot be written to. */
  async read({ files, unreadable, archives, ...before }: Unpacked): Promise<RunResult> {
    const { facts, known } = this.#input
    const { looked, faults } = await this.#lookAt({ files, unreadable })
    const plan = planFiles(looked, known)
    const nothing = { sha256: HASH_OF_NOTHING, bytes: 0 }
    const refused = unreadable.map((file) => unopened(file, { ...nothing, reason: file.reason }, facts))
    await this.#commit([
      ...refused,
      ...faults,
      ...plan.knownCopies.flatMap((copy) => [knownCopy(copy, facts), ...cutItems([copy.file], facts)]),
    ])
    await this.#readGroups(plan.groups)
    // Answers with equal bytes that were asked at other times.
    while (this.#again.length > 0) await this.#readGroups(this.#again.splice(0))
    // Last: an archive counts as read when all of its members are.
    await this.#commit(archives.map((archive) => archiveItem(archive, facts)))
    return {
      accounting: this.#sums,
      alreadyKnown: plan.alreadyKnown + before.alreadyKnown,
      alreadyRejected: plan.alreadyRejected + before.alreadyRejected,
    }
  }

  /** Commits one after the other, and counts. */
  #commit(items: readonly CommittedItem[]): Promise<void> {
    if (items.length === 0) return this.#commits
    this.#commits = this.#commits.then(async () => {
      await this.#input.commit(items)
      for (const { line } of items) this.#count(line)
    })
    return this.#commits
  }

  #count({ accounting, state, cut }: ManifestLine): void {
    const { read, kept, duplicate, rejected, files, rejectedFiles } = this.#sums
    this.#sums = {
      read: read + accounting.read,
      kept: kept + accounting.kept,
      duplicate: duplicate + accounting.duplicate,
      rejected: rejected + accounting.rejected,
      files: files + (cut === true ? 0 : 1),
      rejectedFiles: rejectedFiles + (state === 'rejected' ? 1 : 0),
    }
  }

  async #lookAt(found: Walked): Promise<{ looked: LookedFile[]; faults: CommittedItem[] }> {
    const { facts, progress, taken } = this.#input
    const { files } = found
    const looked: LookedFile[] = []
    const sidecars = new Sidecars(found, taken)
    const faults: CommittedItem[] = []
    const take = (one: FileResult): void => {
      const file = must(files[one.id])
      const about = sidecars.has(file) ? { isSidecar: true as const } : {}
      const { id } = one
      if (one.kind === 'looked') looked.push({ ...file, id, print: one.print, beside: sidecars.of(file), ...about })
      else if (one.kind === 'fault') faults.push(unopened(file, one, facts))
    }
    await workThrough(this.#lookTasks(files), this.#hands, {
      done: async (_, { files: results }) => {
        results.forEach(take)
        progress(`looked at ${looked.length + faults.length} of ${files.length} files`)
      },
      fatal: async ({ id, reason }) => take({ kind: 'fault', id, sha256: HASH_OF_NOTHING, bytes: 0, reason }),
      retask: (task, ids) => ({ kind: 'look', files: task.files.filter((file) => ids.has(file.id)) }),
    })
    return { looked, faults }
  }

  /** What is known of files whose ends were missing, by path. */
  #starts(): ReadonlyMap<string, Pick<TaskFile, 'start'>> {
    return new Map(
      this.#input.known.flatMap(({ path, cut, inflatedSha256: sha256, inflatedBytes: bytes }) =>
        cut === true && sha256 !== null && bytes !== null ? [[path, { start: { sha256, bytes } }] as const] : [],
      ),
    )
  }

  /** Largest first: a large file that comes last is waited for by all. */
  #lookTasks(files: readonly FoundFile[]): readonly Task[] {
    const starts = this.#starts()
    const order = files
      .map(({ path, unpacked, size }, id) => ({ id, path: unpacked ?? path, size, ...starts.get(path) }))
      .sort((a, b) => b.size - a.size)
    const most = Math.min(LOOK_AT_ONCE, Math.ceil(files.length / (this.#hands.length * ROUNDS)))
    const tasks: Task[] = []
    for (let at = 0; at < order.length; at += most) tasks.push({ kind: 'look', files: order.slice(at, at + most) })
    return tasks
  }

  #readTask(groups: readonly Group[]): ReadTask {
    const { caseDir, facts, as } = this.#input
    const { parser, catalog } = facts
    const files = groups.map((group) => {
      const { id, path, unpacked, originalKey, beside, isSidecar = false, print } = group.original
      const own = ownPartName(group, parser, catalog)
      return { id, path: unpacked ?? path, beside: besideOf(beside, originalKey), isSidecar, own, ...print }
    })
    return { kind: 'read', caseDir, as, files, part: partName(groups, parser, catalog, as) }
  }

  async #readGroups(groups: readonly Group[]): Promise<void> {
    const { facts, progress } = this.#input
    const byId = new Map(groups.map((group) => [group.original.id, group]))
    const itemsOf = (one: FileResult, part: Part): readonly CommittedItem[] => {
      const group = must(byId.get(one.id))
      if (one.kind === 'fault') return rejectedGroup(group, one.reason, facts)
      if (one.kind === 'looked') return []
      const { reading } = one
      const { original, copies } = group
      if (reading.kind === 'unrecognised') return rejectedGroup(group, original.print.cut ?? reading.reason, facts)
      const [same, others] = split(group, reading.answers === true)
      this.#again.push(...others)
      return [...readGroup(same, reading, one.own ?? part, facts), ...cutItems([original, ...copies], facts)]
    }
    await workThrough(
      batchesOf(groups).map((batch) => this.#readTask(batch)),
      this.#hands,
      {
        done: async (task, { files, tables }) => {
          const part = { name: task.kind === 'read' ? task.part : '', tables }
          await this.#commit(files.flatMap((one) => itemsOf(one, part)))
          progress(`read ${this.#sums.kept} records, ${this.#sums.files} files done`)
        },
        fatal: ({ id, reason }) => this.#commit(rejectedGroup(must(byId.get(id)), reason, facts)),
        retask: (_, ids) => this.#readTask(groups.filter(({ original }) => ids.has(original.id))),
      },
    )
  }
}
