// What one migration is. A shipped migration is frozen: additive only, never edited.
export type Migration = {
  /** Rises in tens. Stored in `PRAGMA user_version`. */
  readonly version: number
  readonly name: string
  /** Statements, run in order inside one transaction. */
  readonly statements: readonly string[]
}
