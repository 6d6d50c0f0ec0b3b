/** How the files are called that stand beside another one: what an answer was asked, and the metadata of the object that a file was. */
export const SIDECAR_ENDINGS = { meta: '.meta.json', head: '.head.json' } as const
