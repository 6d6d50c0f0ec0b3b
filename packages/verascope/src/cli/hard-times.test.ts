import { spawn, spawnSync } from 'node:child_process'
import { lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BIN, type Ran, runBuilt } from './built-program.ts'

// What happens to a case when commands are killed, run beside each other, or are given what nobody meant.

const EVIDENCE = fileURLToPath(new URL('../../../../examples/otrf-cloud-breach-s3', import.meta.url))
const START = 'ASIA5FLZVX4OPVKKVBMX'

let dir = ''
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'verascope-hard-times-'))
  for (const words of [
    ['init', 'made'],
    ['-C', 'made', 'ingest', EVIDENCE],
    ['-C', 'made', 'indicator', 'add', START],
  ])
    expect(verascope(...words).exit, words.join(' ')).toBe(0)
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function verascope(...words: readonly string[]): Ran {
  return runBuilt(dir, words)
}

async function exitOf(...words: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, [BIN, ...words], { cwd: dir, stdio: 'ignore' })
  return await new Promise((resolve) => child.once('close', resolve))
}

function copyOf(name: string): string {
  expect(spawnSync('cp', ['-r', join(dir, 'made'), join(dir, name)]).status).toBe(0)
  return name
}

describe('a reading that was cut off', () => {
  it('makes every verdict say so, until the same path is read to its end', () => {
    const name = copyOf('cut')
    const journal = join(dir, name, 'journal.ndjson')
    const whole = verascope('-C', name, 'scope', '--json').out
    // What a killed reading leaves: its beginning, and not the act that it was done, which follows with the next line.
    const acts = readFileSync(journal, 'utf8').split('\n')
    const begun = acts.findIndex((line) => line.includes('"reading-begun"'))
    expect(acts[begun + 1]).toContain('"evidence-read"')
    writeFileSync(journal, `${acts.slice(0, begun + 1).join('\n')}\n`)
    expect(verascope('-C', name, 'indicator', 'add', START).exit).toBe(0)
    const cut = verascope('-C', name, 'scope', '--json')
    expect(cut.err).toContain('begun and never finished')
    const gaps: Readonly<Record<string, { because: string }>> = JSON.parse(cut.out).gaps
    expect(Object.values(gaps).filter((gap) => gap.because.includes('begun and never finished'))).toHaveLength(1)
    expect(verascope('-C', name, 'ingest', EVIDENCE).exit).toBe(0)
    const again = JSON.parse(verascope('-C', name, 'scope', '--json').out)
    expect({ ...again, scopeVersion: 1 }).toEqual(JSON.parse(whole))
  })
})

describe('a manifest that lost lines', () => {
  it('gives no verdict, and verify names it', () => {
    const name = copyOf('lost')
    const path = join(dir, name, 'evidence/manifest.ndjson')
    writeFileSync(path, readFileSync(path, 'utf8').split('\n').slice(1).join('\n'))
    expect(verascope('-C', name, 'scope')).toMatchObject({ exit: 7, out: '' })
    const ran = verascope('-C', name, 'verify', '--plain')
    expect(ran.exit).toBe(7)
    expect(ran.out).toContain('manifest\tevidence/manifest.ndjson\taltered')
  })
})

describe('two assessments at once', () => {
  it('both end well, and each version is stored once', async () => {
    const name = copyOf('beside')
    expect(await Promise.all([1, 2, 3].map(() => exitOf('-C', name, 'scope')))).toEqual([0, 0, 0])
  })
})

describe('output to a file', () => {
  it('writes to what a link leads to, and into a pipe without putting a file in its place', async () => {
    writeFileSync(join(dir, 'real.txt'), 'old')
    symlinkSync('real.txt', join(dir, 'link.txt'))
    expect(verascope('-C', 'made', 'indicator', 'list', '-o', 'link.txt').exit).toBe(0)
    expect(lstatSync(join(dir, 'link.txt')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(dir, 'real.txt'), 'utf8')).toContain(START)
    expect(spawnSync('sh', ['-c', 'mkfifo pipe'], { cwd: dir }).status).toBe(0)
    const reader = spawn('cat', [join(dir, 'pipe')], { stdio: ['ignore', 'pipe', 'ignore'] })
    let text = ''
    reader.stdout.on('data', (part: Buffer) => {
      text += part.toString('utf8')
    })
    const ended = new Promise((resolve) => reader.once('close', resolve))
    expect(await exitOf('-C', 'made', 'indicator', 'list', '-o', 'pipe')).toBe(0)
    await ended
    expect(text).toContain(START)
    expect(lstatSync(join(dir, 'pipe')).isFIFO()).toBe(true)
  })

  it('says what is wrong with the place, and calls it no fault of its own', () => {
    mkdirSync(join(dir, 'folder'))
    for (const place of ['folder', 'real.txt/x', 'nowhere/x']) {
      expect(verascope('-C', 'made', 'indicator', 'list', '-o', place), place).toMatchObject({ exit: 4, out: '' })
    }
  })
})

describe('paths that name nothing', () => {
  it('are not taken for the folder one happens to be in, and an empty reading is not silent', () => {
    expect(verascope('-C', 'made', 'ingest', '')).toMatchObject({ exit: 2, out: '' })
    expect(verascope('-C', 'made', 'ingest', 'made').err).toContain('no file was found')
  })
})
