// A whole desk on real SQLite, real LanceDB and a real ledger, in a folder of its own.
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openDesk, type Desk, type DeskOptions } from '../electron/core/desk.ts'
import { directClient, type DirectClient } from '../electron/core/router/router.ts'
import { tempFolder } from './temp-folder.ts'

export const resources = join(import.meta.dirname, '..', 'resources')

export type TestDesk = { desk: Desk; client: DirectClient; folder: string }

/** Opens a desk that closes when the test ends. */
export async function makeDesk(options: Partial<DeskOptions> = {}): Promise<TestDesk> {
  const folder = options.dataDir ?? tempFolder()
  const desk = await openDesk({ dataDir: folder, shell: 'host', resources, background: false, ...options })
  onTestFinished(() => desk.close())
  return { desk, client: await directClient(desk, 'host'), folder }
}

export const harbour = {
  title: 'Le port de Kerlouan perd deux ligneurs',
  body: `Le conseil portuaire de Kerlouan a pris acte mardi 3 mars 2026 du départ de deux ligneurs. La flottille compte désormais 14 bateaux, contre 19 en 2020.

« Nous n’avons plus de relève », a déclaré le président du comité des pêches, Hervé Quéméneur. La criée a vendu 1 200 tonnes de poisson en 2025, soit 8 % de moins qu’en 2024.

Selon une note de la région, un troisième armement aurait engagé une procédure de cession. L’intéressé ne confirme pas. Une réunion est prévue le 12 avril.`,
  date: '2026-03-04T06:00:00+01:00',
  section: 'Mer',
  rights: 'own' as const,
  aiUse: true,
}
