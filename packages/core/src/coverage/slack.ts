/** How long after an event its file may come, in milliseconds: a premise that every proof prints (coverage.md 2.5). */
export const SLACK: number = 2 * 3_600_000
