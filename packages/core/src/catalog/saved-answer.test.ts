import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseInstant } from '../domain/instant.ts'
import { REQUESTS } from './evidence/cloudtrail/requests.ts'
import { SAVE_ANSWER, savingLine } from './saved-answer.ts'

// What is printed for pasting is run here, by every shell that there is, with a stand-in for the provider's command line.

const ACCOUNTS = `case " $* " in
  *" --profile=other "*) account=999900001111 ;;
  *) account=111122223333 ;;
esac`
const STAND_IN = `#!/bin/sh
${ACCOUNTS}
case $1/$2 in
  sts/get-caller-identity) echo "$account" ;;
  configure/get) echo us-west-2 ;;
  */fails) echo 'An error occurred' >&2; echo partial; exit 254 ;;
  *) for word; do printf '[%s]' "$word"; done ;;
esac
`

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'verascope-saved-'))
  mkdirSync(join(dir, 'bin'))
  mkdirSync(join(dir, 'here'))
  writeFileSync(join(dir, 'bin/aws'), STAND_IN)
  chmodSync(join(dir, 'bin/aws'), 0o755)
})
afterEach(() => rmSync(dir, { recursive: true }))

function ran(shell: string, text: string, more: Readonly<Record<string, string>> = {}) {
  const env = { PATH: `${join(dir, 'bin')}:${process.env['PATH']}`, ...more }
  // Without a standard input bash does not take itself for a remote shell, which would read a file of the user's.
  const stdio = ['ignore', 'pipe', 'pipe'] as const
  return spawnSync(shell, ['-c', text], { cwd: join(dir, 'here'), encoding: 'utf8', env, stdio: [...stdio] })
}

interface Saved {
  readonly name: string
  readonly answer: string
  readonly meta: Readonly<Record<string, string>>
}

/** What a line saved: the answer and what stands beside it. */
function saved(shell: string, line: string, more?: Readonly<Record<string, string>>): Saved {
  const { stderr, status } = ran(shell, `${SAVE_ANSWER}\n${line}`, more)
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  const here = join(dir, 'here')
  const [name = '', beside = ''] = readdirSync(here).sort()
  expect(beside).toBe(`${name}.meta.json`)
  const [answer, meta] = [name, beside].map((file) => readFileSync(join(here, file), 'utf8'))
  rmSync(here, { recursive: true })
  mkdirSync(here)
  return { name, answer: answer ?? '', meta: JSON.parse(meta ?? '') }
}

const SHELLS = ['sh', 'dash', 'bash', 'zsh'].filter((shell) => spawnSync(shell, ['-c', ':']).status === 0)

describe.each(SHELLS)('an answer saved by %s', (shell) => {
  const line = (command: string): string => savingLine({ id: 'R-0123456789ab', command })

  it('says beside it what was asked, when and of whom', () => {
    const before = Date.now()
    const one = saved(shell, line('aws cloudtrail describe-trails --include-shadow-trails --region eu-west-1'))
    expect(one.name).toMatch(/^describe-trails-R-0123456789ab-\d{8}T\d{6}Z\.json$/)
    expect(one.answer).toBe(
      '[cloudtrail][describe-trails][--include-shadow-trails][--region][eu-west-1][--output][json]',
    )
    const { at = '', ...rest } = one.meta
    expect(rest).toEqual({
      command: 'aws cloudtrail describe-trails --include-shadow-trails --region eu-west-1',
      account: '111122223333',
      region: 'eu-west-1',
    })
    expect(Math.abs((parseInstant(at) ?? 0) - before)).toBeLessThan(60_000)
  })

  it('names the region and account that were really asked', () => {
    const region = (command: string, more?: Readonly<Record<string, string>>): string | undefined =>
      saved(shell, line(command), more).meta['region']
    expect(region('aws x list')).toBe('us-west-2')
    expect(region('aws x list', { AWS_DEFAULT_REGION: 'eu-north-1' })).toBe('eu-north-1')
    expect(region('aws x list --region=eu-west-1', { AWS_REGION: 'eu-north-1' })).toBe('eu-west-1')
    for (const profile of ['--profile other', '--profile=other'])
      expect(saved(shell, `${line('aws x list')} ${profile}`).meta['account'], profile).toBe('999900001111')
  })

  it('is JSON beside whatever words the command has', () => {
    for (const word of ['a "b"', 'back\\slash', '$(touch ran)', '`touch ran`', '; touch ran', '%s %n', "it's"]) {
      const one = saved(shell, line(`aws x list --name '${word.replaceAll("'", `'\\''`)}'`))
      expect(one.answer).toContain(`[--name][${word}]`)
      expect(one.meta['command']).toBe(`aws x list --name ${word}`)
    }
  })

  it('leaves nothing behind when the command fails', () => {
    const { status, stderr } = ran(shell, `${SAVE_ANSWER}\n${line('aws x fails')}`)
    expect(status).not.toBe(0)
    expect(stderr).toContain('An error occurred')
    expect(readdirSync(join(dir, 'here'))).toEqual([])
  })
})

describe('the line for a command', () => {
  it('is the command itself where it copies files or is more than one call', () => {
    for (const command of ['aws s3 sync s3://b/ ./b/', 'aws x list | sort', 'aws x list > y', 'find . -name x'])
      expect(savingLine({ id: 'R-1', command })).toBe(command)
    expect(savingLine({ id: 'R-1', command: "aws x list --name 'a|b'" })).toContain('save_answer list-R-1 aws')
  })

  it('fits a narrow page, and no shell takes any of it for a comment or for history', () => {
    for (const text of SAVE_ANSWER.split('\n')) expect(text.length).toBeLessThanOrEqual(80)
    expect(SAVE_ANSWER).not.toMatch(/!|(?:^|\s)#/)
  })

  it('fetches the metadata of the newest digest of each log and region, and of every backfill', () => {
    const folder = 'AWSLogs/111122223333/CloudTrail-Digest'
    const digest = (region: string, day: string, log: string, rest: string): string =>
      `${folder}/${region}/2026/03/${day}/111122223333_CloudTrail-Digest_${region}_${log}_eu-west-1_202603${day}${rest}.json.gz`
    const wanted = [
      digest('eu-west-1', '10', 'main', 'T020000Z'),
      digest('eu-west-1', '09', 'other_log', 'T230000Z'),
      digest('us-east-1', '10', 'main', 'T010000Z'),
      digest('eu-west-1', '09', 'main', 'T010000Z_backfill'),
      digest('eu-west-1', '09', 'main', 'T020000Z_backfill'),
    ]
    const others = [digest('eu-west-1', '10', 'main', 'T010000Z'), digest('eu-west-1', '09', 'other_log', 'T220000Z')]
    for (const path of [...wanted, ...others]) {
      mkdirSync(join(dir, 'here', dirname(path)), { recursive: true })
      writeFileSync(join(dir, 'here', path), '')
    }
    const command = REQUESTS.find((one) => one.command.startsWith('find '))?.command ?? ''
    const filled = command.replaceAll('{account}', '111122223333').replaceAll('{bucket}', 'logs')
    expect(ran('sh', filled.replaceAll('{prefix}', 'p/'))).toMatchObject({ status: 0, stderr: '' })
    const made = readdirSync(join(dir, 'here'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.head.json'))
      .sort()
    expect(made).toEqual(wanted.map((path) => `${path}.head.json`).sort())
    const [first = ''] = made
    expect(readFileSync(join(dir, 'here', first), 'utf8')).toBe(
      `[s3api][head-object][--bucket][logs][--key][p/${first.replace('.head.json', '')}][--output][json]`,
    )
  })
})
