import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { withLock } from './lock.ts'

// Lets a test stop whoever has just read a file, where two processes would have to meet by chance.
const afterRead = vi.hoisted(() => ({ wait: async (): Promise<void> => {} }))
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  const readText = async (path: string, encoding: 'utf8'): Promise<string> => {
    const text = await real.readFile(path, encoding)
    await afterRead.wait()
    return text
  }
  return { ...real, readFile: readText }
})

const STARTED = '2024-01-01T00:00:00.000Z'
const nothing = async (): Promise<void> => {}

let dir = ''
let path = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'verascope-lock-'))
  path = join(dir, '.lock')
})
afterEach(() => rm(dir, { recursive: true }))

async function leave(pid: number, host = hostname()): Promise<void> {
  await writeFile(path, JSON.stringify({ pid, host, startedAt: STARTED }))
}

function deadPid(): number {
  return spawnSync(process.execPath, ['--version']).pid
}

describe('the lock of a case', () => {
  it('is there while the work is done, names the process, and is gone afterwards, also after a fault', async () => {
    const held = await withLock(dir, async () => JSON.parse(await readFile(path, 'utf8')))
    expect(held).toMatchObject({ pid: process.pid, host: hostname() })
    await expect(withLock(dir, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await readdir(dir)).toEqual([])
  })

  it('lets one in at a time', async () => {
    await withLock(dir, async () => {
      await expect(withLock(dir, nothing)).rejects.toMatchObject({ code: 'VS4006' })
    })
    await withLock(dir, nothing)
  })

  it('of a process that is gone is taken over by exactly one of many', async () => {
    await leave(deadPid())
    let inside = 0
    let most = 0
    const tries = Array.from({ length: 20 }, () =>
      withLock(dir, async () => {
        inside += 1
        most = Math.max(most, inside)
        await readdir(dir)
        inside -= 1
      }),
    )
    const results = await Promise.allSettled(tries)
    expect(results.some((one) => one.status === 'fulfilled')).toBe(true)
    expect(most).toBe(1)
    expect(await readdir(dir)).toEqual([])
  })

  it('is not taken over by one that saw the dead process before another took its place', async () => {
    await leave(deadPid())
    let goOn = (): void => {}
    let seen = (): void => {}
    const late = new Promise<void>((done) => {
      seen = done
    })
    afterRead.wait = () => {
      afterRead.wait = async () => {}
      seen()
      return new Promise<void>((done) => {
        goOn = done
      })
    }
    const second = withLock(dir, nothing)
    await late
    await withLock(dir, async () => {
      const mine = await readFile(path, 'utf8')
      goOn()
      await expect(second).rejects.toMatchObject({ code: 'VS4006' })
      expect(await readFile(path, 'utf8')).toBe(mine)
    })
    expect(await readdir(dir)).toEqual([])
  })

  it('is taken over from one that was killed while it took it over itself, however often', async () => {
    await leave(deadPid())
    const dead = await readFile(path, 'utf8')
    await writeFile(`${path}.taking`, dead)
    await writeFile(`${path}.taking.taking`, JSON.stringify({ pid: process.pid, host: hostname(), startedAt: STARTED }))
    await withLock(dir, async () => {
      expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: process.pid })
    })
    expect(await readdir(dir)).toEqual([])
  })

  it('that a living process takes over is respected', async () => {
    await leave(deadPid())
    await writeFile(`${path}.taking`, JSON.stringify({ pid: process.ppid, host: hostname(), startedAt: STARTED }))
    await expect(withLock(dir, nothing)).rejects.toMatchObject({ code: 'VS4006' })
  })

  it('of an earlier process that had our own number is taken over', async () => {
    await leave(process.pid)
    await withLock(dir, nothing)
  })

  it('of a living process, of another machine, or of nobody knows whom is respected, and says who holds it', async () => {
    const other = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] })
    try {
      await leave(other.pid ?? 0)
      await expect(withLock(dir, nothing)).rejects.toMatchObject({
        code: 'VS4006',
        why: expect.stringMatching(`Process ${other.pid} on ${hostname()} .* ${STARTED}`),
      })
    } finally {
      other.stdin.end()
      await once(other, 'exit')
    }
    await leave(deadPid(), 'another-machine')
    await expect(withLock(dir, nothing)).rejects.toMatchObject({ code: 'VS4006' })
    await writeFile(path, '')
    await expect(withLock(dir, nothing)).rejects.toMatchObject({ code: 'VS4006' })
    expect(existsSync(path)).toBe(true)
  })
})
