/**
 * The cells of one line of a table of text (RFC 4180): separated by commas, in quotes where they hold some, a quote doubled inside of
 * quotes. Null where a quote stands in the wrong place or has no end, so that a cell never swallows another one.
 */
export function csvCells(line: string): readonly string[] | null {
  const cells: string[] = []
  for (let at = 0; at <= line.length; ) {
    const cell = line[at] === '"' ? quotedCell(line, at) : plainCell(line, at)
    if (cell === null) return null
    cells.push(cell.text)
    at = cell.end + 1
  }
  return cells
}

interface Cell {
  readonly text: string
  /** Where the comma behind it stands, or the line ends. */
  readonly end: number
}

function plainCell(line: string, from: number): Cell | null {
  const comma = line.indexOf(',', from)
  const end = comma < 0 ? line.length : comma
  const text = line.slice(from, end)
  return text.includes('"') ? null : { text, end }
}

function quotedCell(line: string, from: number): Cell | null {
  let text = ''
  for (let at = from + 1; ; ) {
    const quote = line.indexOf('"', at)
    if (quote < 0) return null
    text += line.slice(at, quote)
    if (line[quote + 1] !== '"') {
      const isEnd = quote + 1 === line.length || line[quote + 1] === ','
      return isEnd ? { text, end: quote + 1 } : null
    }
    text += '"'
    at = quote + 2
  }
}
