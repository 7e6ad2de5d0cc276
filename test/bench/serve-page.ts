// The loopback host on one folder, for the start row: `node serve-page.ts DATA PAGE` prints its link.
// It must not know what is timed.
import '../../electron/host/guard-first.ts' // first: as everywhere, nothing may reach the network before it
import { join } from 'node:path'
import { keepCompiledCode } from '../../electron/cli/code-cache.ts'

keepCompiledCode() // as `npm start` and `marbre serve` do
const { showDesk } = await import('../../electron/host/serve-desk.ts')
const [dataDir = '', dir = ''] = process.argv.slice(2)
const served = await showDesk({ dataDir, resources: join(import.meta.dirname, '..', '..', 'resources'), page: { dir } })
process.stdout.write(`${served.newLink()}\n`)
process.once('SIGTERM', () => void served.close().then(() => process.exit(0)))
