import { describe, expect, it } from 'vitest'
import { effectOfSql } from './sql-effect.ts'
import type { Effect } from './touch.ts'

describe('what a statement does', () => {
  it.each<[string, Effect | null]>([
    ['SELECT * FROM payroll', 'read'],
    ['select/*+ x */ a\nfrom b', 'read'],
    ['-- a\n/* b * c **/ (SELECT a FROM b) UNION SELECT 1', 'read'],
    ['SELECT 1', null],
    ['SELECT @@version_comment LIMIT 1', null],
    ['WITH a AS (SELECT 1) DELETE FROM b', 'read'],
    ['COPY public.payroll (id) TO stdout;', 'read'],
    ["COPY payroll TO PROGRAM 'curl x'", 'read'],
    ['COPY payroll FROM stdin', 'written'],
    ['INSERT INTO a SELECT * FROM b', 'written'],
    ['DELETE FROM a', 'destroyed'],
    ['DROP TABLE a', 'destroyed'],
    ['DROP USER a', null],
    ['TRUNCATE a', 'destroyed'],
    ['SHOW FULL TABLES', 'listed'],
    ['SHOW GRANTS', null],
    ['CALL f()', null],
    ['/*!50000 SELECT*/ 1', null],
    ['constructor', null],
    ['', null],
  ])('%s', (statement, effect) => {
    expect(effectOfSql(statement)).toBe(effect)
  })

  it('is told in proportion to its length', () => {
    for (const part of ['/*', '*', '(', '--\n', '/* */', 'select ', 'copy to ', ' '])
      expect(effectOfSql(part.repeat(1_000_000))).toBeNull()
  })
})
