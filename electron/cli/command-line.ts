// From arguments to an exit code: parses, runs one command, prints its result or its failure, ends the process.
// It must not know what any command does.
import { Command, CommanderError } from 'commander'
import { packageVersion } from '../../shared/domain/package-version.ts'
import type { Act, Cli } from './cli.ts'
import { describeFailure, logUnexpected } from './failure.ts'
import { createOutput, type Output } from './output.ts'
import { dataFolder } from './places.ts'
import { registry } from './registry.ts'

type GlobalFlags = { data?: string; json?: boolean; quiet?: boolean }

/** Exit codes of cli.md: 0 done, 1 refused or failed, 2 wrong usage. */
const exits = { done: 0, failed: 1, usage: 2 } as const

/** Runs one command line and ends the process with its exit code. */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  const output = createOutput(process.stdout, process.stderr)
  const program = createProgram()
  let code: number = exits.done
  const act: Act = async (work) => {
    const cli = cliOf(program.opts<GlobalFlags>(), output)
    const result = await work(cli)
    if (result === null) return
    await output.result(result, cli.json)
    if (result.failure) code = await fail(result.failure, program, output)
  }
  for (const register of registry) register(program, act)
  try {
    await program.parseAsync([...args], { from: 'user' })
  } catch (error) {
    code = error instanceof CommanderError ? await endUsage(error, output) : await fail(error, program, output)
  }
  await output.flush()
  // Native parts may keep the loop alive; everything that had to be closed was.
  process.exit(code)
}

function createProgram(): Command {
  return new Command('marbre')
    .description('The headless desk of Marbre: local AI on your own articles, every output validated by a person.')
    .version(packageVersion, '-V, --version')
    .option('--data <dir>', "the desk's folder")
    .option('--json', 'one JSON document on stdout')
    .option('--quiet', 'no messages and no progress on stderr')
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .showSuggestionAfterError(true)
}

function cliOf(flags: GlobalFlags, output: Output): Cli {
  output.setQuiet(flags.quiet === true)
  return { dataDir: dataFolder(flags.data), json: flags.json === true, output }
}

/** Help and wrong usage: commander throws for both. */
async function endUsage(error: CommanderError, output: Output): Promise<number> {
  if (error.code === 'commander.helpDisplayed' || error.code === 'commander.version') return exits.done
  // What follows the message is a hint such as "Did you mean …?".
  const [message = '', ...hints] = error.message.replace(/^error: /, '').split('\n')
  const why = error.code === 'commander.help' ? 'no command given' : message
  await output.fail([...hints, `marbre: usage: ${why} [bad-input]`])
  return exits.usage
}

async function fail(error: unknown, program: Command, output: Output): Promise<number> {
  const failure = describeFailure(error)
  if (failure.unexpected) logUnexpected(error, dataFolder(program.opts<GlobalFlags>().data))
  await output.fail([failure.line])
  return failure.usage ? exits.usage : exits.failed
}
