// The house's rooms and who may import whom: the one table the lint fences and the import-graph test are made from.
// It must not know any code of the rooms. Closed: what is not named here is forbidden.

/** A room, a sub-folder of it or one file. A later entry is more particular and wins over an earlier one. */
export type Room = {
  /** Folder from the project root; one `*` segment stands for any name. With `file`, that file alone. */
  folder: string
  file?: string
  /** Own files are always allowed. Entries end in `/` (a room) or name files (`renderer/client*.ts`). */
  may: readonly string[]
  /** Rooms whose types alone may be imported. */
  types?: readonly string[]
  packages: readonly string[]
  /** Packages whose types alone may be imported. */
  packageTypes?: readonly string[]
  node?: boolean
  /** Ends the lint message: where the refused import belongs. */
  says: string
}

const core = 'electron/core/'
const domain = 'shared/domain/'
const ports = `${core}ports.ts`
/** Every room of the core but the router and what composes them. */
const newsroom = ['engines', 'evaluation', 'guard', 'jobs', 'learning', 'ledger', 'readers', 'store', 'tasks', 'text', 'workers'].map(
  (name) => `${core}${name}/`,
)
/** What every shell may know of the core. */
const seam = [`${core}desk.ts`, `${core}claim-desk.ts`, `${core}core-parts.ts`, `${core}guard/`, `${core}router/`, ports, 'shared/']
const page = ['react', 'react-dom', 'zustand', '@base-ui/react']

export const rooms: readonly Room[] = [
  { folder: 'shared/domain', may: [], packages: ['zod'], says: 'shared/domain is plain data: itself and zod only.' },
  {
    folder: 'shared/contract',
    may: [domain],
    packages: ['@orpc/contract', 'zod'],
    says: 'shared/contract declares procedures from shared/domain; code that answers them belongs to core/router and core/services.',
  },
  {
    folder: 'electron/core',
    may: [core, 'shared/'],
    packages: ['uuid', 'zod'],
    node: true,
    says: 'core runs in plain Node and wires its own rooms: what touches Electron belongs to electron/shell.',
  },
  {
    folder: 'electron/core/text',
    may: [domain, ports],
    packages: ['eld', 'snowball-stemmers'],
    node: true,
    says: 'core/text knows text only; what needs rows or engines belongs to core/tasks or core/services.',
  },
  {
    folder: 'electron/core/learning',
    may: [`${core}text/`, domain, ports],
    packages: ['zod'],
    node: true,
    says: 'core/learning is numbers in, models out; what needs rows belongs to core/services.',
  },
  {
    folder: 'electron/core/evaluation',
    may: [`${core}text/`, `${core}learning/`, domain, ports],
    packages: ['zod'],
    node: true,
    says: 'core/evaluation holds metrics and protocols; running a task belongs to core/services.',
  },
  {
    folder: 'electron/core/readers',
    may: [`${core}text/`, domain, ports],
    packages: [
      '@mozilla/readability',
      'csv-parse',
      'fast-xml-parser',
      'feedsmith',
      'linkedom',
      'mammoth',
      'n3',
      'saxes',
      'uuid',
      'yauzl',
      'zod',
    ],
    node: true,
    says: 'core/readers turns bytes into records; storing them belongs to core/services.',
  },
  {
    folder: 'electron/core/store',
    may: [`${core}text/`, domain, ports],
    packages: ['kysely', 'zod'],
    packageTypes: ['better-sqlite3'],
    node: true,
    says: 'core/store knows rows: better-sqlite3 is opened in database.ts only, LanceDB in vectors.ts only, rules belong to core/services.',
  },
  {
    folder: 'electron/core/store',
    file: 'database.ts',
    may: [`${core}text/`, domain, ports],
    packages: ['better-sqlite3', 'kysely', 'zod'],
    node: true,
    says: 'database.ts is the only home of better-sqlite3.',
  },
  {
    folder: 'electron/core/store',
    file: 'vectors.ts',
    may: [`${core}text/`, domain, ports],
    packages: ['@lancedb/lancedb', 'apache-arrow', 'zod'],
    node: true,
    says: 'vectors.ts is the only home of LanceDB.',
  },
  {
    folder: 'electron/core/store',
    file: 'archive-file.ts',
    may: [domain, ports],
    packages: ['yauzl', 'yazl'],
    node: true,
    says: 'archive-file.ts packs and unpacks backups; what they mean belongs to core/services.',
  },
  {
    folder: 'electron/core/ledger',
    may: [domain, ports],
    types: [`${core}store/`],
    packages: ['canonicalize', 'zod'],
    node: true,
    says: 'core/ledger builds and verifies the chain; rows reach it through ports, decisions belong to core/services.',
  },
  {
    folder: 'electron/core/guard',
    may: [domain, ports],
    types: [`${core}store/`],
    packages: ['zod'],
    node: true,
    says: 'core/guard protects every room and so depends on none.',
  },
  {
    folder: 'electron/core/jobs',
    may: [`${core}workers/`, `${core}guard/`, domain, ports],
    types: [`${core}store/`],
    packages: ['piscina', 'uuid', 'zod'],
    node: true,
    says: 'core/jobs queues and takes; what a job does is handed in by core/services.',
  },
  {
    folder: 'electron/core/workers',
    may: ['evaluation', 'guard', 'learning', 'readers', 'tasks', 'text']
      .map((name) => `${core}${name}/`)
      .concat(
        domain,
        ports,
        `${core}services/evaluation/run-evaluation.ts`,
        `${core}services/evaluation/evaluation-data.ts`,
        `${core}services/read-packet.ts`,
        `${core}services/reading-draw.ts`,
      ),
    types: [`${core}store/`],
    packages: ['piscina', 'zod'],
    node: true,
    says: 'a worker receives data and returns data: writing belongs to core/store, called by core/services; LanceDB never loads here.',
  },
  {
    folder: 'electron/core/engines',
    may: [`${core}guard/`, domain, ports],
    packages: ['zod'],
    node: true,
    says: 'core/engines serves inference; the ollama package belongs to engines/ollama.ts, what to ask belongs to core/tasks.',
  },
  {
    folder: 'electron/core/engines',
    file: 'ollama.ts',
    may: [`${core}guard/`, domain, ports],
    packages: ['ollama', 'zod'],
    node: true,
    says: 'ollama.ts is the only home of ollama.',
  },
  {
    folder: 'electron/core/tasks',
    may: [`${core}engines/`, `${core}learning/`, `${core}text/`, domain, ports],
    types: [`${core}store/`],
    packages: ['zod'],
    says: 'core/tasks turns text into suggestions: rows and files reach it through ports that core/services fills.',
  },
  {
    folder: 'electron/core/services',
    may: [...newsroom, ports, 'shared/'],
    types: [`${core}desk.ts`],
    packages: ['diff', 'uuid', 'zod'],
    node: true,
    says: 'core/services calls the rooms below; a driver package belongs to its home file, serving to core/router.',
  },
  {
    folder: 'electron/core/router',
    may: [`${core}services/`, ports, 'shared/'],
    types: [`${core}desk.ts`, `${core}guard/`],
    packages: ['@orpc/server', '@orpc/client', '@orpc/contract', 'zod'],
    packageTypes: ['ws'],
    says: 'core/router maps procedures to core/services and nothing else.',
  },
  {
    folder: 'electron/host',
    may: [...seam, `${core}services/sample.ts`],
    packages: ['ws', 'zod'],
    node: true,
    says: 'the host carries the contract: newsroom logic belongs to core/services, Electron to electron/shell.',
  },
  {
    folder: 'electron/shell',
    may: [...seam, 'electron/host/', `${core}ledger/wrapped-signer.ts`, `${core}ledger/sign.ts`],
    packages: ['zod'],
    packageTypes: ['electron'],
    node: true,
    says: 'the shell holds no newsroom logic; electron itself is imported by main.ts and preload.ts only, its types anywhere here.',
  },
  {
    folder: 'electron/shell',
    file: 'main.ts',
    may: [...seam, 'electron/host/', `${core}ledger/wrapped-signer.ts`],
    packages: ['electron', 'zod'],
    node: true,
    says: 'main.ts composes: the seam of the core, electron and its neighbours.',
  },
  {
    folder: 'electron/shell',
    file: 'preload.ts',
    may: ['electron/shell/window-shell.ts'],
    packages: ['electron'],
    says: 'the preload knows electron and the shape it exposes: it is one sandboxed file.',
  },
  {
    folder: 'electron/cli',
    may: [
      ...seam,
      'electron/host/',
      `${core}ledger/`,
      `${core}services/sample.ts`,
      `${core}services/evaluation/evaluate-files.ts`,
      `${core}services/safekeeping/restore.ts`,
    ],
    packages: ['commander', 'open', 'zod'],
    node: true,
    says: 'the CLI is a shell: newsroom logic belongs to core/services, reached through core/desk.ts.',
  },
  {
    folder: 'renderer',
    may: ['renderer/', 'shared/'],
    packages: [...page, '@orpc/client', '@orpc/contract', 'i18next', 'react-i18next', 'zod'],
    says: 'the page has no Node and no Electron: it meets the core through renderer/client.ts.',
  },
  {
    folder: 'renderer',
    file: 'vite.config.ts',
    may: [],
    packages: ['vite', '@vitejs/plugin-react'],
    node: true,
    says: 'the build configuration knows vite only.',
  },
  {
    folder: 'renderer/app',
    may: ['renderer/', 'shared/'],
    packages: [...page, '@tanstack/react-virtual', 'zod'],
    says: 'renderer/app assembles screens; transport belongs to renderer/client.ts.',
  },
  {
    folder: 'renderer/ui',
    may: [],
    packages: [...page, '@tanstack/react-virtual', '@fontsource-variable/inter', '@fontsource-variable/source-serif-4'],
    says: 'renderer/ui knows React and itself: what knows an article belongs to a feature.',
  },
  {
    folder: 'renderer/gallery',
    may: ['renderer/ui/', 'renderer/jitless.ts'],
    packages: page,
    says: 'the gallery shows renderer/ui and nothing else.',
  },
  {
    folder: 'renderer/words',
    may: [],
    types: ['shared/'],
    packages: ['i18next', 'react-i18next', 'react'],
    says: 'renderer/words is words: itself, i18next and types.',
  },
  {
    folder: 'renderer/features/*',
    may: ['renderer/client*.ts', 'renderer/ui/', 'renderer/words/', 'shared/'],
    packages: [...page, '@tanstack/react-virtual', 'd3-scale', 'zod'],
    says: 'a feature knows client, ui, words, shared and itself, never another feature: what two share belongs to renderer/ui.',
  },
]

/** The most particular room a file belongs to, or null where no fence stands (tests, scripts). */
export function roomOf(file: string): Room | null {
  return rooms.findLast((room) => (room.file ? file === `${room.folder}/${room.file}` : isUnder(file, room.folder))) ?? null
}

/** Whether `file` stands in `folder`, at any depth. */
export function isUnder(file: string, folder: string): boolean {
  const parts = file.split('/')
  const wanted = folder.split('/')
  return parts.length > wanted.length && wanted.every((part, index) => part === '*' || part === parts[index])
}

/** Whether a room's list names `target` (a file from the project root). */
export function names(list: readonly string[], target: string): boolean {
  return list.some((entry) => {
    if (entry.endsWith('/')) return target.startsWith(entry)
    const [start = '', end] = entry.split('*')
    return end === undefined
      ? target === entry
      : target.startsWith(start) && target.endsWith(end) && !target.slice(start.length).includes('/')
  })
}
