// marbre ledger: the chain of sign-offs, verified and handed over.
// It must not know how an entry is made.
import { DeskError } from '../../../shared/domain/error.ts'
import type { Verification } from '../../../shared/domain/ledger.ts'
import { verifyBundle } from '../../core/ledger/bundle.ts'
import { readTrustedKeys } from '../../core/ledger/trusted-keys.ts'
import { UsageError, type Cli, type Register, type Result } from '../cli.ts'
import { readText } from '../in-file.ts'
import { writeOut } from '../out-file.ts'
import { count } from '../table.ts'
import { withDesk } from '../with-desk.ts'

type VerifyFlags = { bundle?: string; trust?: string }

export const registerLedger: Register = (parent, act) => {
  const ledger = parent.command('ledger').description('the ledger of sign-offs')
  ledger
    .command('verify')
    .description("verify this desk's ledger, or a bundle, offline")
    .option('--bundle <f>', 'a bundle another desk exported')
    .option('--trust <keys>', 'fingerprints you trust, one a line (with --bundle)')
    .action((flags: VerifyFlags) => act((cli) => verify(cli, flags)))
  ledger
    .command('export')
    .description('the whole ledger as one file that verifies offline')
    .requiredOption('--out <f>', 'the file')
    .action((flags: { out: string }) => act((cli) => exportBundle(cli, flags.out)))
}

async function verify(cli: Cli, { bundle, trust }: VerifyFlags): Promise<Result> {
  if (bundle === undefined && trust !== undefined) throw new UsageError('--trust goes with --bundle')
  const found = bundle === undefined ? await withDesk(cli, (client) => client.ledger.verify({})) : await verifyFile(bundle, trust)
  const { entries, head, intact, erased, ...rest } = found
  const result = { json: { entries, head, intact, erased, ...rest }, text: verificationText(found) }
  if (intact) return result
  const why = found.broken ? `entry ${found.broken.seq} is ${found.broken.why}` : 'it is not intact'
  return { ...result, failure: new DeskError('ledger-broken', 'ledger', why) }
}

/** Needs no desk: whoever receives a bundle can verify it. */
async function verifyFile(bundle: string, trust: string | undefined): Promise<Verification> {
  const keys = trust === undefined ? undefined : readTrustedKeys(await readText('--trust', trust))
  return verifyBundle(await readText('--bundle', bundle), keys)
}

async function exportBundle(cli: Cli, out: string): Promise<Result> {
  const made = await withDesk(cli, (client) =>
    writeOut('--out', out, async () => {
      const { bundle, entries } = await client.ledger.export({})
      return { content: `${bundle}\n`, entries }
    }),
  )
  return { json: { entries: made.entries, out }, text: `${count(made.entries, 'entry', 'entries')} in ${out}` }
}

function verificationText({ entries, head, intact, erased, signer, fingerprints, broken }: Verification): string {
  const state = intact ? 'intact' : `broken at entry ${broken?.seq ?? '?'}: ${broken?.why ?? 'unknown'}`
  const who = signer === 'trusted' ? 'signed by trusted keys' : 'signer unverified'
  const keys = fingerprints.map((fingerprint) => `key ${fingerprint}`)
  return [`${state}, ${count(entries, 'entry', 'entries')}, ${count(erased, 'content')} erased, ${who}`, `head ${head}`, ...keys].join('\n')
}
