// Which files a backup holds, and how large each may be. The one list both ways.
// It must not know how they are packed.

export const manifestName = 'manifest.json'
export const databaseName = 'desk.sqlite'
export const keysName = 'keys.enc'
export const modelName = /^models\/[a-z]+-[0-9a-f-]{36}\.bin$/
/** Under the data folder; what `keys.enc` may put back. */
export const keyFileName = /^(?:keys\/[a-z0-9-]{1,64}\.pk8|mapping\/pseudonyms\.json)$/

const gibibyte = 1024 ** 3

/** The most bytes a file of this name may have in a backup, or null when no backup holds such a file. */
export function largestBackupFile(name: string, checkpoint: string): number | null {
  if (name === manifestName || name === keysName) return 4 * 1024 * 1024
  if (name === checkpoint) return 64 * 1024
  if (name === databaseName) return 512 * gibibyte
  return modelName.test(name) ? 4 * gibibyte : null
}
