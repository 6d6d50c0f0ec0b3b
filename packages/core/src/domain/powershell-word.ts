import type { Words } from './change-forms.ts'
import type { FromCall } from './change-spec.ts'

/**
 * A text from evidence as one word of a PowerShell command. A threat: names are chosen by whoever made the call, and people paste
 * commands. Four more marks end a quoted word there, besides the plain one; a mark is doubled, and control characters are shown as `?`.
 */
export function powershellWord(text: string): string {
  if (/^[A-Za-z0-9][\w.@-]*$/.test(text)) return text
  const visible = text.replace(/[\p{Control}\p{Format}\u2028\u2029]/gu, '?')
  return `'${visible.replace(/['\u2018\u2019\u201a\u201b]/g, (mark) => mark + mark)}'`
}

/**
 * A command of PowerShell with its parameters. A text of its own is written as it stands; what a call says is quoted, and stands in
 * capitals where it is not known.
 */
export function cmdlet(verb: string, told: Readonly<Record<string, FromCall | string>>): Words {
  return (call) => {
    const words = Object.entries(told).map(([name, from]) => {
      if (typeof from === 'string') return ` -${name} ${from}`
      const value = from(call)
      return ` -${name} ${value === null ? name.toUpperCase() : powershellWord(value)}`
    })
    return `${verb}${words.join('')}`
  }
}
