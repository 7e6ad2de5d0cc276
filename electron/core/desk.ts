// The composition root: the only file that wires the rooms of the core together.
// It must not know electron, http or a command line: a shell hands it what it needs.
import { totalmem, userInfo } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { DeskEvent } from '../../shared/contract/events.ts'
import type { EngineInfo } from '../../shared/domain/engine.ts'
import { DeskError } from '../../shared/domain/error.ts'
import type { DoctorReport, EgressReport } from '../../shared/domain/network.ts'
import type { PurgeCertificate } from '../../shared/domain/safekeeping.ts'
import type { Channel } from '../../shared/domain/person.ts'
import type { Task } from '../../shared/domain/suggestion.ts'
import { packageVersion } from '../../shared/domain/package-version.ts'
import { beginWork } from './begin-work.ts'
import { claimDesk, type ClaimedDesk } from './claim-desk.ts'
import type { InferenceEngine } from './engines/inference-engine.ts'
import { framesOf, openSafeLog, type SafeLog } from './guard/safe-log.ts'
import { registrationFacts } from './ledger/append-entry.ts'
import { openFileSigner } from './ledger/file-signer.ts'
import type { Signer } from './ledger/sign.ts'
import type { Clock } from './ports.ts'
import { createArticleVectors, type ArticleVectors } from './services/article-vectors.ts'
import { startBackground, type Background } from './services/background.ts'
import type { Actor, DeskContext } from './services/context.ts'
import { examineDesk } from './services/doctor.ts'
import { createDeskMeaning, type DeskMeaning } from './services/desk-meaning.ts'
import { createEngines, type Engines } from './services/engines.ts'
import { createEventBus, type EventBus } from './services/event-bus.ts'
import { createDeskEvaluations, type DeskEvaluations } from './services/evaluation/desk-evaluations.ts'
import { ensureFreeTrial } from './services/free-trial.ts'
import { createIndexing } from './services/indexing.ts'
import { createLanguageModels, type LanguageModels } from './services/language-models.ts'
import { createLedgerPen } from './services/ledger-pen.ts'
import { tellNetwork } from './services/network-watch.ts'
import { openModelFiles, type ModelFiles } from './services/model-files.ts'
import { closePacketWorker } from './services/packet-worker.ts'
import { ensureOwner, ownerId } from './services/people.ts'
import { recordRestore } from './services/safekeeping/after-restore.ts'
import { finishPurge } from './services/safekeeping/finish-purge.ts'
import { purge, type PurgeScope } from './services/safekeeping/purge.ts'
import { tidyDataFolder } from './services/safekeeping/tidy-data-folder.ts'
import { deskPrompts } from './services/prompts.ts'
import { createRunWorker, type RunWorker } from './services/run-worker.ts'
import { keepSimilarReady } from './services/similar-decisions.ts'
import { createTagTeachings, type LearnedParts } from './services/tag-feedback.ts'
import { createTaskPorts } from './services/task-ports.ts'
import { createTrainer, type Trainer } from './services/training.ts'
import { discardAllUploads } from './services/uploads.ts'
import { createVocabularyRevision, type VocabularyRevision } from './services/vocabulary-revision.ts'
import { readSetting, writeSetting } from './store/desk-rows.ts'
import { listKeys, saveKey } from './store/ledger-rows.ts'
import { openStore, type Store } from './store/store.ts'
import { builtinEngine } from './tasks/builtin-engine.ts'
import type { TaskPorts } from './tasks/ports.ts'
import { promptedEngine } from './tasks/prompted/prompted-engine.ts'

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
  /** Calls at each attempt to leave; answers what ends it. */
  readonly watchNetwork?: (listener: () => void) => () => void
  readonly switchTo?: (to: 'sample' | 'own') => Promise<void>
  /** False: no training, indexing or vectors by itself (tests of single steps). */
  readonly background?: boolean
  /** The folder, taken beforehand by a shell that shows its page meanwhile. Given up when the desk closes or does not open. */
  readonly claim?: ClaimedDesk
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
  readonly pulls: Engines['pulls']
  readonly train: Trainer['train']
  /** Models that made way for a training after a reset. */
  readonly formerModels: Pick<ModelFiles, 'putBack'>
  /** Search by meaning: the model chosen for it, the vectors it makes, what it finds. */
  readonly meaning: DeskMeaning
  /** What decisions on tags taught, and the model they are read beside. */
  readonly learned: LearnedParts
  readonly evaluations: DeskEvaluations
  readonly purge: (actor: Actor, wish: PurgeScope) => Promise<PurgeCertificate>
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
  const { policy, file: policyFile, dataDir, release } = options.claim ?? claimDesk(options)
  let store: Store | null = null
  try {
    await tidyDataFolder(dataDir)
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
  const { context, signer } = await openContext(options, { clock, policy, store }, bus)
  const deskId = context.pen.desk

  const models = await openModelFiles(context)
  // A purge killed half way is finished before anything reads; where a file is locked, by the start after this one.
  await finishPurge(context, models.remove).catch(reportUnexpected)
  const parts = await partsOf(context, { models, log, reportUnexpected, background: options.background !== false })
  const { meaning, trainer, engines, evaluations, runWorker, background } = parts
  const stopListening = listen(bus, { ...parts, background: options.background === false ? null : background })
  const holdWork = options.background === false ? () => undefined : await beginWork(options.shell, parts)
  log({ level: 'info', code: 'desk.opened', ids: { desk: deskId } })
  const network =
    options.network ?? (() => ({ shell: options.shell, since: clock().toISOString(), out: 0, blocked: 0, last: null, attempts: [] }))
  const stopWatching = tellNetwork(context, { report: network, watch: options.watchNetwork ?? (() => () => undefined) })
  const close = async (): Promise<void> => {
    holdWork()
    stopListening()
    stopWatching()
    for (const part of [evaluations, runWorker, engines, background, meaning, trainer]) await part.stop()
    await closePacketWorker(store)
    await store.close()
    log({ level: 'info', code: 'desk.closed', ids: { desk: deskId } })
    release()
  }
  // A shell that is told twice to quit closes once.
  let closing: Promise<void> | null = null
  return {
    ...context,
    shell: options.shell,
    sample: (await readSetting<boolean>(store.read, 'sample')) === true,
    version: packageVersion,
    policyFile,
    log,
    runWorker,
    background,
    prepare: (task) => background.prepare(task === null ? [] : trainer.choresFor(task)),
    engine: engines.engine,
    engineInfos: engines.infos,
    pulls: engines.pulls,
    train: trainer.train,
    formerModels: models,
    meaning,
    learned: { teachings: parts.teachings, taggerBytes: () => models.load('tagger') },
    evaluations,
    purge: (actor, wish) => purge(context, actor, wish, { signer, forgetModel: models.remove, settled: parts.settled }),
    watch: bus.watch,
    network,
    doctor: () => examineDesk(context, { network, policyFile, engines: engines.infos }),
    switchTo: async (to) => {
      if (!options.switchTo) throw new DeskError('bad-transition', 'desk', 'this shell cannot change desks')
      await options.switchTo(to)
      bus.emit({ type: 'desk.switched' })
    },
    reportUnexpected,
    close: () => (closing ??= close()),
  }
}

type Wiring = { models: ModelFiles; log: SafeLog; reportUnexpected: (error: unknown) => void; background: boolean }

/** What works on the desk's records, wired together; nothing is at work yet. */
async function partsOf(context: DeskContext, { models, log, reportUnexpected, background: stays }: Wiring) {
  const vectors = createArticleVectors(context)
  const vocabulary = createVocabularyRevision(context)
  const teachings = createTagTeachings(context)
  const languageModels = createLanguageModels({ policy: context.policy, env: process.env })
  const meaning = createDeskMeaning({ desk: context, open: languageModels.open, reportUnexpected, background: stays })
  const seen = { models, vectors, meaning, vocabularyRevision: vocabulary.current }
  const ports = { ...(await createTaskPorts({ desk: context, ...seen })), teachings }
  const trainer = createTrainer({ desk: context, models, vectors, ports, log })
  const engines = enginesOf(context, ports, languageModels)
  const evaluations = createDeskEvaluations({ desk: context, engine: engines.engine })
  const runWorker = createRunWorker(context, engines.engine)
  const background = startBackground(createIndexing({ desk: context, workers: trainer.workers }), [
    (signal) => keepSimilarReady(context, signal),
    ...trainer.chores,
  ])
  const settled = async (): Promise<void> => void (await Promise.all([background.idle(), meaning.interrupt()]))
  return { vectors, vocabulary, teachings, meaning, trainer, engines, evaluations, runWorker, background, settled }
}

/** The desk's own records are there before anything works on them: its id, owner, key, standing card. */
async function openContext(
  options: DeskOptions,
  { clock, policy, store }: Pick<Opened, 'clock' | 'policy' | 'store'>,
  bus: EventBus,
): Promise<{ context: DeskContext; signer: DeskSigner }> {
  const signer = options.signer ?? openFileSigner(store.folder)
  const pen = createLedgerPen({ store, desk: await ensureDeskId(store), clock, ids: uuidv7, signer, shell: options.shell })
  const context: DeskContext = { store, clock, ids: uuidv7, pen, policy, emit: bus.emit, resources: options.resources }
  await ensureOwner(context, ownerName())
  await recordRestore(context, signer)
  await ensureKey(context, signer)
  await ensureFreeTrial(context)
  await discardAllUploads(store.folder)
  return { context, signer }
}

/** The built-in engine and every language model the policy lets in, over the desk's own ports and prompts. */
function enginesOf(desk: DeskContext, ports: TaskPorts, models: LanguageModels): Engines {
  const prompts = deskPrompts(desk)
  return createEngines({
    builtin: builtinEngine(ports),
    prompted: (model) => promptedEngine({ model, ports, prompts }),
    models,
    policy: desk.policy,
    memory: totalmem(),
    clock: desk.clock,
    emit: desk.emit,
  })
}

type Listening = { vocabulary: VocabularyRevision; vectors: ArticleVectors; meaning: DeskMeaning; background: Background | null }

/** What the desk itself does when something changes: forget what it remembered, look for work. */
function listen(bus: EventBus, { vocabulary, vectors, meaning, background }: Listening): () => void {
  return bus.subscribe((event) => {
    if (event.type === 'vocabulary.changed') vocabulary.forget()
    if (event.type === 'article.changed') vectors.touch(event.ids)
    // Of no article in particular: everything was erased, its vectors too.
    if (event.type === 'article.changed' && event.ids.length === 0) meaning.forget()
    if (event.type === 'article.changed' && background !== null) meaning.wake()
    if (event.type === 'article.changed' || event.type === 'vocabulary.changed' || event.type === 'comment.changed') background?.wake()
    // Training had waited for its end.
    if (event.type === 'run.progressed' && event.run.state !== 'running' && event.run.state !== 'queued') background?.wake()
  })
}

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
