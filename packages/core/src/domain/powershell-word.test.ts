import fc from 'fast-check'
import { expect, it } from 'vitest'
import { powershellWord } from './powershell-word.ts'

it.each([
  ['dana@example.com', 'dana@example.com'],
  ['Move mail', "'Move mail'"],
  ["it's", "'it''s'"],
  ['\u2019; Remove-Item x #', "'\u2019\u2019; Remove-Item x #'"],
  ['-Force', "'-Force'"],
  ['$(x)', "'$(x)'"],
  ['a\nb\u001b[31m', "'a?b?[31m'"],
  ['', "''"],
])('%s becomes %s', (text, word) => {
  expect(powershellWord(text)).toBe(word)
})

it('a word never ends before its end', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("'", '\u2018', '\u2019', '\u201a', '\u201b', 'a', ' ', '\n', '$') }),
      (text) => {
        const word = powershellWord(text)
        const inner = word.startsWith("'") ? word.slice(1, -1).replace(/(['\u2018\u2019\u201a\u201b])\1/g, '') : word
        expect(inner).not.toMatch(/['\u2018\u2019\u201a\u201b\n]/)
      },
    ),
  )
})
