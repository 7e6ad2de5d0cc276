// marbre backup, restore, purge: the desk put by, made again, erased.
// It must not know what a desk is made of.
import { readFile } from 'node:fs/promises'
import { InvalidArgumentError } from 'commander'
import { DeskError } from '../../../shared/domain/error.ts'
import type { PurgeCertificate } from '../../../shared/domain/safekeeping.ts'
import { UsageError, type Cli, type Register, type Result } from '../cli.ts'
import { typedPath } from '../places.ts'
import { count } from '../table.ts'
import { indexArticles, prepareEngine, withDesk } from '../with-desk.ts'

type KeyFlags = { passphraseFile?: string }

const passphraseOption = ['--passphrase-file <f>', 'a file whose first line is the passphrase of the keys (or MARBRE_PASSPHRASE)'] as const

export const registerBackup: Register = (parent, act) => {
  parent
    .command('backup')
    .description('one file from which this desk can be made again; keys stay out unless a passphrase is given')
    .requiredOption('--out <f>', 'the file')
    .option(...passphraseOption)
    .action((flags: KeyFlags & { out: string }) => act((cli) => backup(cli, flags)))
}

export const registerRestore: Register = (parent, act) => {
  parent
    .command('restore')
    .description('make a desk again from a backup, in a folder that holds none')
    .argument('<file>')
    .option(...passphraseOption)
    .action((file: string, flags: KeyFlags) => act((cli) => restore(cli, file, flags)))
}

export const registerPurge: Register = (parent, act) => {
  parent
    .command('purge')
    .description('erase for good, and print a certificate; the ledger keeps ids, decisions and hashes')
    .option('--comments', 'comments, what was decided and proposed about them')
    .option('--older-than <days>', 'with --comments: only those written more than so many days ago (90d)', days)
    .option('--all', 'everything but the ledger')
    .option('--as <person>', 'who purges')
    .action((flags: PurgeFlags) => act((cli) => purge(cli, flags)))
}

type PurgeFlags = { comments?: true; olderThan?: number; all?: true; as?: string }

function days(text: string): number {
  const found = /^(\d{1,5})d?$/.exec(text)
  if (!found) throw new InvalidArgumentError('is a number of days: 90d')
  return Number(found[1])
}

async function passphraseOf({ passphraseFile }: KeyFlags): Promise<string | null> {
  if (passphraseFile === undefined) return process.env['MARBRE_PASSPHRASE'] ?? null
  const text = await readFile(typedPath(passphraseFile), 'utf8').catch(() => {
    throw new DeskError('bad-input', '--passphrase-file', 'cannot be read')
  })
  return text.split(/\r?\n/, 1)[0] ?? ''
}

const carriedKeys = {
  'left-out': 'without its keys',
  pseudonyms: 'with the key of its pseudonyms under the passphrase, without its signing key, which the system keeps',
  encrypted: 'with its keys, under the passphrase',
} as const

const keysOf = {
  'left-out': 'a new signing key',
  pseudonyms: 'its pseudonyms, a new signing key',
  restored: 'its own keys',
} as const

async function backup(cli: Cli, flags: KeyFlags & { out: string }): Promise<Result> {
  const passphrase = await passphraseOf(flags)
  const made = await withDesk(cli, (client) =>
    client.safekeeping.backup({ out: typedPath(flags.out), ...(passphrase === null ? {} : { passphrase }) }),
  )
  const keys = carriedKeys[made.keys]
  return {
    json: made,
    text: `${count(made.files, 'file')}, ${count(made.entries, 'ledger entry', 'ledger entries')}, ${keys}, in ${flags.out}`,
  }
}

async function restore(cli: Cli, file: string, flags: KeyFlags): Promise<Result> {
  const [{ restoreDesk }, { loadPolicy }, { readFileSync }] = await Promise.all([
    import('../../core/services/safekeeping/restore.ts'),
    import('../../core/guard/policy.ts'),
    import('node:fs'),
  ])
  const { policy } = loadPolicy({ platform: process.platform, env: process.env, readFile: (path) => readFileSync(path, 'utf8') })
  const restored = await restoreDesk({
    file: typedPath(file),
    dataDir: cli.dataDir,
    passphrase: await passphraseOf(flags),
    allowSynced: policy.allowSyncedFolder,
    clock: () => new Date(),
  })
  const { articles, comments } = await withDesk(cli, async (client, desk) => {
    await indexArticles(cli, client, desk)
    await prepareEngine(cli, desk, 'links')
    return client.desk.home({})
  })
  const keys = keysOf[restored.keys]
  return {
    json: { ...restored, articles, comments },
    text: `restored: ${count(articles, 'article')}, ${count(comments, 'comment')}, ${count(restored.entries, 'ledger entry', 'ledger entries')} intact, ${keys}`,
  }
}

async function purge(cli: Cli, { comments, olderThan, all, as }: PurgeFlags): Promise<Result> {
  if ((comments === true) === (all === true)) throw new UsageError('purge: either --comments --older-than DAYS or --all')
  if (comments === true && olderThan === undefined)
    throw new UsageError('purge --comments: --older-than DAYS is missing (0d for all of them)')
  const person = as === undefined ? {} : { as }
  const certificate = await withDesk(cli, (client, desk) =>
    all === true
      ? client.safekeeping.purgeAll({ desk: desk.pen.desk, ...person })
      : client.safekeeping.purgeComments({ olderThanDays: olderThan ?? 0, ...person }),
  )
  return { json: certificate, text: certificateText(certificate) }
}

function certificateText({ at, desk, scope, before, erased, ledger, entry, signature }: PurgeCertificate): string {
  const what = scope === 'all' ? 'everything but the ledger' : `comments written before ${before ?? at}`
  const counts = Object.entries(erased).map(([name, number]) => `  ${name}: ${number}`)
  const chain = `ledger: ${ledger.intact ? 'intact' : 'BROKEN'}, ${count(ledger.entries, 'entry', 'entries')}, ${count(ledger.erased, 'content')} erased, head ${ledger.head}`
  return [`Certificate of purge · ${at} · desk ${desk}`, what, ...counts, chain, `entry ${entry}`, `signed ${signature.key}`].join('\n')
}
