// The one table of worker files: `.ts` in a checkout, `.js` in the package.
// It must not know what the workers do.

/** Set to true by the build of the package (esbuild/rolldown `define`); absent in a checkout. */
declare global {
  var __MARBRE_PACKAGED__: boolean | undefined
}

export const workerNames = [
  'train-tagger',
  'train-moderator',
  'train-lsa',
  'extract',
  'evaluate',
  'learning-curve',
  'new-terms',
  'open-packet',
  'stem-texts',
] as const
export type WorkerName = (typeof workerNames)[number]

/** The packager bundles each of these to `workers/NAME.js` beside the core's own bundle. */
export function workerFile(name: WorkerName, packaged = globalThis.__MARBRE_PACKAGED__ === true): URL {
  return packaged ? new URL(`./workers/${name}.js`, import.meta.url) : new URL(`./${name}.ts`, import.meta.url)
}
