import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openable, readable, textOfName } from '../case/path-text.ts'
import { openItem } from './open-item.ts'
import { walk } from './walk.ts'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'verascope-walk-'))
  mkdirSync(join(root, 'case'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function put(...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), name)
  }
}

function names(...paths: readonly string[]): readonly string[] {
  return walk(
    paths.map((path) => join(root, path)),
    join(root, 'case'),
  ).files.map((file) => file.name)
}

describe('finding files', () => {
  it('takes files and folders in any layout and calls them from the argument on', () => {
    put('logs/b.json', 'logs/a/deep/c', 'logs/.hidden', 'one.gz')
    expect(names('logs', 'one.gz')).toEqual(['logs/.hidden', 'logs/a/deep/c', 'logs/b.json', 'one.gz'])
  })

  it('takes what is named or linked several times once, and survives links in circles', () => {
    put('logs/a', 'logs/sub/b', 'far/c')
    symlinkSync('..', join(root, 'logs/sub/up'))
    symlinkSync(join(root, 'far'), join(root, 'logs/zfar'))
    symlinkSync('a', join(root, 'logs/again'))
    expect(names('logs', 'logs/sub', 'logs/a', 'logs')).toEqual(['logs/a', 'logs/sub/b', 'logs/zfar/c'])
  })

  it('leaves the case out, wherever it lies below a named path', () => {
    put('logs/a', 'case/tables/events/p.parquet')
    expect(walk([root], join(root, 'case')).files.map((file) => file.name.split('/').at(-1))).toEqual(['a'])
  })

  it('names what is no file and what leads nowhere, and opens neither', async () => {
    put('logs/a')
    symlinkSync('gone', join(root, 'logs/broken'))
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(join(root, 'logs/socket'), resolve))
    const { unreadable } = walk([join(root, 'logs')], join(root, 'case'))
    await new Promise((resolve) => server.close(resolve))
    expect(unreadable.map(({ name, reason }) => `${name}: ${reason}`)).toEqual([
      'logs/broken: it is a link that leads nowhere',
      'logs/socket: it is neither a file nor a folder',
    ])
  })

  it('refuses a named path that is not there before it looks at any', () => {
    put('logs/a')
    expect(() => names('logs', 'nowhere')).toThrow(expect.objectContaining({ code: 'VS3001' }))
    expect(() => names('logs/a/b')).toThrow(expect.objectContaining({ code: 'VS3001' }))
  })

  it('gives the key of an object from the layout of delivery', () => {
    put('s/pre/fix/AWSLogs/1/CloudTrail/x.gz', 's/AWSLogs/y.gz', 's/other/z.gz', 's/AWSLogs-not/w.gz')
    const keys = (path: string): readonly (string | null)[] =>
      walk([join(root, path)], join(root, 'case')).files.map((file) => file.originalKey)
    expect(keys('s')).toEqual(['AWSLogs/y.gz', null, null, 'pre/fix/AWSLogs/1/CloudTrail/x.gz'])
    expect(keys('s/pre/fix/AWSLogs/1')).toEqual(['AWSLogs/1/CloudTrail/x.gz'])
    expect(keys('s/pre/fix/AWSLogs/1/CloudTrail/x.gz')).toEqual(['AWSLogs/1/CloudTrail/x.gz'])
  })

  it('opens files whose names are no text', () => {
    put('logs/plain')
    const name = Buffer.from([0x61, 0xff, 0xc3, 0x28, 0x2e])
    renameSync(join(root, 'logs/plain'), Buffer.concat([Buffer.from(join(root, 'logs/')), name]))
    const [file] = walk([join(root, 'logs')], join(root, 'case')).files
    expect(file?.name).toBe('logs/a\\xff\\xc3(.')
    expect(openItem(JSON.parse(JSON.stringify(file?.path)), 100)).toMatchObject({ kind: 'opened', bytes: 10 })
  })
})

describe('the text of a name', () => {
  it('gives its bytes back, and is itself when it is text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
        expect(Buffer.from(openable(textOfName(Buffer.from(bytes))))).toEqual(Buffer.from(bytes))
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(Buffer.from(text).toString() === text)
        expect(textOfName(Buffer.from(text))).toBe(text)
        expect(readable(text)).toBe(text)
      }),
    )
  })
})
