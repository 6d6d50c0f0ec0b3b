// Warns early: files over 200 lines and functions over 30. The limits that fail (400 and 60) are the linter's,
// which knows only one level for each rule.
import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { isTest, sourceFiles } from './sources.mjs'

const FILE = 200
const FUNCTION = 30

function linesOf(source, node) {
  const line = (position) => source.getLineAndCharacterOfPosition(position).line
  return line(node.getEnd()) - line(node.getStart(source)) + 1
}

function longFunctions(source) {
  const found = []
  const visit = (node) => {
    if (ts.isFunctionLike(node) && node.body !== undefined) {
      const lines = linesOf(source, node)
      const at = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
      if (lines > FUNCTION) found.push({ lines, at })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

let warnings = 0
function warn(text) {
  warnings += 1
  console.log(`warning: ${text}`)
}

for (const file of sourceFiles({ tests: true })) {
  const text = readFileSync(file, 'utf8')
  const lines = text.split('\n').length - 1
  if (lines > FILE) warn(`${file} has ${lines} lines (over ${FILE}): is it one room, or several?`)
  if (isTest(file)) continue
  for (const { lines: length, at } of longFunctions(ts.createSourceFile(file, text, ts.ScriptTarget.Latest))) {
    warn(`${file}:${at} a function of ${length} lines (over ${FUNCTION})`)
  }
}
console.log(`sizes: ${warnings} warnings`)
