// The source files of the packages and the cases, for the checks.
import { existsSync, readdirSync } from 'node:fs'

/** Whether a file is a test; production code never imports one. */
export const isTest = (file) => /\.(test|test-d|shared|fixture)\.tsx?$/.test(file)

/** The source folder of every package, and the cases, relative to the root. */
export function sourceFolders() {
  return [...readdirSync('packages').map((name) => `packages/${name}/src`), 'cases']
    .filter((folder) => existsSync(folder))
    .sort()
}

/** Every written source file, generated ones left out. */
export function sourceFiles({ tests }) {
  return sourceFolders()
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true }).map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
    )
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.generated.ts') && (tests || !isTest(file)))
    .sort()
}
