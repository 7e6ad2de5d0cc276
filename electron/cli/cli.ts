// What a command is given and what it answers.
// It must not know commands, the desk, or how a terminal is written to.
import type { Command } from 'commander'
import type { DeskError } from '../../shared/domain/error.ts'
import type { Output } from './output.ts'

/** One call of the command line. `dataDir` is absolute. */
export type Cli = { readonly dataDir: string; readonly json: boolean; readonly output: Output }

/**
 * What a command answers: the document for `--json`, the short text for people.
 * `verbatim`: the text is a document of its own (an export) and is written as it is.
 * `failure`: the document is printed and the command still fails (a broken ledger, a red doctor).
 */
export type Result = { readonly json: unknown; readonly text: string; readonly verbatim?: boolean; readonly failure?: DeskError }

/** Runs a command's work and prints what it answers; null when it printed by itself. */
export type Act = (work: (cli: Cli) => Promise<Result | null>) => Promise<void>

/** Adds one command to the command line. */
export type Register = (parent: Command, act: Act) => void

/** Wrong usage found in a command: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
