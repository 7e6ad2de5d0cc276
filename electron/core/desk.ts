// The composition root: the only file that wires the rooms of the core together.
// It must not know electron, http or a command line: a shell hands it what it needs.
import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { DeskEvent } from '../../shared/contract/events.ts'
import type { EngineInfo } from '../../shared/domain/engine.ts'
import { DeskError } from '../../shared/domain/error.ts'
import type { DoctorReport, EgressReport } from '../../shared/domain/network.ts'
import type { Channel } from '../../shared/domain/person.ts'
import type { Task } from '../../shared/domain/suggestion.ts'
import type { InferenceEngine } from './engines/inference-engine.ts'
import { openDataFolder } from './guard/data-folder.ts'
import { acquireDeskLock } from './guard/desk-lock.ts'
import { loadPolicy } from './guard/policy.ts'
import { framesOf, openSafeLog, type SafeLog } from './guard/safe-log.ts'
import { registrationFacts } from './ledger/append-entry.ts'
import { openFileSigner } from './ledger/file-signer.ts'
import type { Signer } from './ledger/sign.ts'
import type { Clock } from './ports.ts'
import { createArticleVectors, type ArticleVectors } from './services/article-vectors.ts'
import { startBackground, type Background } from './services/background.ts'
import type { DeskContext } from './services/context.ts'
import { examineDesk } from './services/doctor.ts'
import { createEventBus, type EventBus } from './services/event-bus.ts'
import { ensureFreeTrial } from './services/free-trial.ts'
import { createLedgerPen } from './services/ledger-pen.ts'
import { openModelFiles } from './services/model-files.ts'
import { ensureOwner, ownerId } from './services/people.ts'
import { createRunWorker, type RunWorker } from './services/run-worker.ts'
import { createTaskPorts } from './services/task-ports.ts'
import { createTrainer, type Trainer } from './services/training.ts'
import { discardAllUploads } from './services/uploads.ts'
import { createVocabularyRevision, type VocabularyRevision } from './services/vocabulary-revision.ts'
import { readSetting, writeSetting } from './store/desk-rows.ts'
import { listKeys, saveKey } from './store/ledger-rows.ts'
import { openStore, type Store } from './store/store.ts'

/** A signer whose public half can be registered in the chain. */
export type DeskSigner = Signer & { readonly publicKey: string }

export type DeskOptions = {
  /** The desk's folder; made when missing. */
  readonly dataDir: string
  readonly shell: Channel
  /** Files shipped with the app: charter, rules, sample newsroom. */
  readonly resources: string
  readonly clock?: Clock
  /** The window's signer asks main; otherwise a 0600 file in the folder. */
  readonly signer?: DeskSigner
  readonly network?: () => EgressReport
  readonly switchTo?: (to: 'sample' | 'own') => Promise<void>
  /** False: no training, indexing or vectors by itself (tests of single steps). */
  readonly background?: boolean
}

export type Desk = DeskContext & {
  readonly shell: Channel
  readonly sample: boolean
  readonly version: string
  readonly policyFile: string | null
  readonly log: SafeLog
  readonly runWorker: RunWorker
  readonly background: Background
  /** Brings up to date what a task rests on (null: the full text alone), for a shell that does not stay. */
  readonly prepare: (task: Task | null) => Promise<void>
  readonly engine: (id: string) => Promise<InferenceEngine>
  readonly engineInfos: () => Promise<EngineInfo[]>
  readonly train: Trainer['train']
  readonly watch: (signal?: AbortSignal) => AsyncGenerator<DeskEvent, void, void>
  readonly network: () => EgressReport
  readonly doctor: () => Promise<DoctorReport>
  readonly switchTo: (to: 'sample' | 'own') => Promise<void>
  readonly reportUnexpected: (error: unknown) => void
  readonly close: () => Promise<void>
}

/**
 * Opens a desk: one owner process, migrated store, verified head, engines ready.
 *
 * @throws DeskError `desk-in-use`, `synced-folder`, `policy-invalid`, `database-from-the-future`, `ledger-broken`.
 */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const clock = options.clock ?? (() => new Date())
  const { policy, file: policyFile } = loadPolicy({
    platform: process.platform,
    env: process.env,
    readFile: (path) => readFileSync(path, 'utf8'),
  })
  if (options.shell === 'host' && !policy.allowBrowserHost)
    throw new DeskError('role-required', 'host', 'the policy forbids the browser: use the window')
  const dataDir = openDataFolder(options.dataDir, { allowSynced: policy.allowSyncedFolder })
  const release = acquireDeskLock(dataDir, clock)
  let store: Store | null = null
  try {
    store = await openStore(dataDir)
    return await compose(options, { clock, policy, policyFile, store, release })
  } catch (error) {
    await store?.close()
    release()
    throw error
  }
}

type Opened = { clock: Clock; policy: DeskContext['policy']; policyFile: string | null; store: Store; release: () => void }

async function compose(options: DeskOptions, { clock, policy, policyFile, store, release }: Opened): Promise<Desk> {
  const log = openSafeLog({ folder: join(store.folder, 'logs'), clock })
  const bus = createEventBus()
  const reportUnexpected = (error: unknown) => log({ level: 'error', code: 'internal', frames: framesOf(error) })
  const deskId = await ensureDeskId(store)
  const signer = options.signer ?? openFileSigner(store.folder)
  const pen = createLedgerPen({ store, desk: deskId, clock, ids: uuidv7, signer, shell: options.shell })
  const context: DeskContext = { store, clock, ids: uuidv7, pen, policy, emit: bus.emit, resources: options.resources }
  await ensureOwner(context, ownerName())
  await ensureKey(context, signer)
  await ensureFreeTrial(context)
  await discardAllUploads(store.folder)

  const models = await openModelFiles(context)
  const vectors = createArticleVectors(context)
  const vocabulary = createVocabularyRevision(context)
  const ports = await createTaskPorts({ desk: context, models, vectors, vocabularyRevision: vocabulary.current })
  const trainer = createTrainer({ desk: context, models, vectors, ports, log })
  const engine = (id: string) => trainer.engine(id)
  const runWorker = createRunWorker(context, engine)
  const background = startBackground(context, trainer.chores)
  const stopListening = listen(bus, { vocabulary, vectors, background: options.background === false ? null : background })
  if (options.background !== false) {
    background.wake()
    await runWorker.recover()
  }
  log({ level: 'info', code: 'desk.opened', ids: { desk: deskId } })
  const close = async (): Promise<void> => {
    stopListening()
    for (const part of [() => runWorker.stop(), () => background.stop(), () => trainer.stop(), () => store.close()]) await part()
    log({ level: 'info', code: 'desk.closed', ids: { desk: deskId } })
    release()
  }
  // A shell that is told twice to quit closes once.
  let closing: Promise<void> | null = null
  const network = options.network ?? (() => ({ shell: options.shell, since: clock().toISOString(), out: 0, blocked: 0, last: null }))
  return {
    ...context,
    shell: options.shell,
    sample: (await readSetting<boolean>(store.read, 'sample')) === true,
    version: process.env['npm_package_version'] ?? packageVersion,
    policyFile,
    log,
    runWorker,
    background,
    prepare: (task) => background.prepare(task === null ? [] : trainer.choresFor(task)),
    engine,
    engineInfos: trainer.infos,
    train: trainer.train,
    watch: bus.watch,
    network,
    doctor: () => examineDesk(context, { network, policyFile, engines: trainer.infos }),
    switchTo: async (to) => {
      if (!options.switchTo) throw new DeskError('bad-transition', 'desk', 'this shell cannot change desks')
      await options.switchTo(to)
      bus.emit({ type: 'desk.switched' })
    },
    reportUnexpected,
    close: () => (closing ??= close()),
  }
}

type Listening = { vocabulary: VocabularyRevision; vectors: ArticleVectors; background: Background | null }

/** What the desk itself does when something changes: forget what it remembered, look for work. */
function listen(bus: EventBus, { vocabulary, vectors, background }: Listening): () => void {
  return bus.subscribe((event) => {
    if (event.type === 'vocabulary.changed') vocabulary.forget()
    if (event.type === 'article.changed') vectors.touch(event.ids)
    if (event.type === 'article.changed' || event.type === 'vocabulary.changed' || event.type === 'comment.changed') background?.wake()
    // Training had waited for its end.
    if (event.type === 'run.progressed' && event.run.state !== 'running' && event.run.state !== 'queued') background?.wake()
  })
}

/** Written at release time beside package.json's. */
const packageVersion = '0.1.0'

async function ensureDeskId(store: Store): Promise<string> {
  const known = await readSetting<string>(store.read, 'desk-id')
  if (known !== null) return known
  const id = uuidv7()
  await store.write((db) => writeSetting(db, 'desk-id', id))
  return id
}

/** The key that signs is registered in the chain itself, once. */
async function ensureKey(desk: DeskContext, signer: DeskSigner): Promise<void> {
  const known = await listKeys(desk.store.read)
  if (known.some((key) => key.fingerprint === signer.key)) return
  await desk.pen.write(async (db) => {
    await saveKey(db, { fingerprint: signer.key, person: ownerId, publicKey: signer.publicKey, at: desk.clock().toISOString() })
    await desk.pen.append(db, {
      act: 'key.registered',
      subject: ownerId,
      actor: null,
      facts: registrationFacts({ key: signer.key, publicKey: signer.publicKey }),
    })
  })
}

function ownerName(): string {
  try {
    return userInfo().username
  } catch {
    return ownerId
  }
}
