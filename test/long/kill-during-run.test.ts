// 100 kills at random moments of runs over 300 articles: nothing is lost, nothing is made twice, the chain holds.
import { writeFileSync } from 'node:fs'
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { openDesk, type Desk } from '../../electron/core/desk.ts'
import { directClient } from '../../electron/core/router/router.ts'
import { findArticle } from '../../electron/core/store/article-rows.ts'
import { resources } from '../make-desk.ts'
import { tempFolder } from '../temp-folder.ts'

const kills = Number(process.env['MARBRE_KILLS'] ?? 100)
const articles = 300
const seed = 20260303

/** Mulberry32: the same moments at every run of this test. */
function randomOf(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function recordOf(number: number): string {
  const body = [
    `Le conseil municipal de Kerlouan a voté lundi ${1 + (number % 28)} mars 2026 un budget de ${1000 + number} euros pour la digue du port.`,
    `La mairie compte ${10 + (number % 40)} agents affectés aux travaux, contre ${30 + (number % 50)} en 2020.`,
    `« Nous irons au bout de ce chantier », a déclaré l’adjoint aux travaux, Hervé Quéméneur.`,
    `Selon la région, ${number + 2} habitations seraient menacées par la prochaine grande marée d’équinoxe.`,
    `Une réunion publique est prévue le ${1 + (number % 27)} avril dans la salle des fêtes de la commune.`,
  ]
  return JSON.stringify({
    id: `digue-${number}`,
    title: `La digue, épisode ${number}`,
    body: body.join('\n\n'),
    date: '2026-03-04',
    lang: 'fr',
  })
}

const openIdle = (folder: string): Promise<Desk> => openDesk({ dataDir: folder, shell: 'host', resources, background: false })

/** `doing`: resolves once it has told of so many items (0: once its desk is open). */
type Worker = { readonly child: ChildProcess; readonly doing: (items: number) => Promise<void>; readonly gone: Promise<string> }

/** A process that has its code loaded and waits to be told to open the desk: start-up would otherwise take nine tenths of this test. */
function startUp(folder: string, cache: string): Worker {
  const env = { ...process.env, NODE_COMPILE_CACHE: cache }
  const child = spawn(process.execPath, [join(import.meta.dirname, 'desk-at-work.ts'), folder, cache], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env,
  })
  child.stdin?.on('error', () => undefined)
  let complaint = ''
  child.stderr?.on('data', (text: Buffer) => (complaint += text.toString()))
  const gone = new Promise<string>((resolve) => child.on('close', () => resolve(complaint)))
  let told = ''
  child.stdout?.on('data', (text: Buffer) => (told += text.toString()))
  const doing = async (items: number): Promise<void> => {
    const enough = () => told.startsWith('ready') && told.split('.').length > items
    while (!enough() && child.exitCode === null) await wait(2)
  }
  return { child, doing, gone }
}

/** Suggestions of one run and item, in order, and how many items are in each state. */
function lookInside(folder: string): {
  made: Map<string, string[]>
  states: { run: string; state: string; items: number }[]
  strays: number
} {
  const db = new Database(join(folder, 'desk.sqlite'), { readonly: true })
  try {
    const rows = db
      .prepare<[], { run: string; item: string; value: string; proposed: string | null }>(
        'SELECT run, item, value, proposed FROM suggestions WHERE run IS NOT NULL ORDER BY n',
      )
      .all()
    const made = new Map<string, string[]>()
    for (const row of rows) made.set(`${row.run} ${row.item}`, [...(made.get(`${row.run} ${row.item}`) ?? []), row.value])
    const states = db
      .prepare<[], { run: string; state: string; items: number }>('SELECT run, state, count(*) AS items FROM run_items GROUP BY run, state')
      .all()
    // An item that has outputs is done, in the same transaction: one that has outputs and is not done was made in part.
    const strays = db
      .prepare<[], { count: number }>(
        `SELECT count(*) AS count FROM run_items WHERE state <> 'done' AND EXISTS (SELECT 1 FROM suggestions s WHERE s.run = run_items.run AND s.item = run_items.item)`,
      )
      .get()?.count
    return { made, states, strays: strays ?? -1 }
  } finally {
    db.close()
  }
}

it(`${kills} kills lose nothing and make nothing twice`, async () => {
  const folder = tempFolder()
  const random = randomOf(seed)
  const file = join(folder, 'digue.jsonl')
  writeFileSync(file, Array.from({ length: articles }, (_, number) => recordOf(number)).join('\n'))
  const first = await openIdle(folder)
  const { imported } = await (await directClient(first, 'host')).imports.run({ source: { paths: [file] } })
  expect(imported).toBe(articles)
  const owner = await directClient(first, 'host')
  const { id } = await owner.experiments.create({
    title: 'Essai 0',
    hypothesis: 'Les points tiennent.',
    task: 'key-points',
    owner: 'me',
    referent: 'me',
    corpus: { query: '' },
    criterion: 'Rien de faux.',
    stopRule: 'Une erreur.',
  })
  await owner.experiments.approve({ id })
  await owner.runs.start({ experiment: id })
  await first.close()

  const started = Date.now()
  const cache = tempFolder()
  const spares = [startUp(folder, cache), startUp(folder, cache)]
  onTestFinished(() => spares.forEach(({ child }) => child.kill('SIGKILL')))
  let opening = 0
  let midRun = 0
  for (let kill = 1; kill <= kills; kill += 1) {
    const { child, doing, gone } = spares.shift()!
    spares.push(startUp(folder, cache))
    child.stdin?.write('open\n')
    // One kill in eight falls while the desk is still opening (or its code loading).
    if (random() < 0.125) {
      opening += 1
      await Promise.race([wait(random() * 600), doing(0)])
    } else {
      // After some items and a moment, not after some time: this must not depend on how busy the machine is.
      await doing(Math.floor(random() * 9))
      await wait(random() * 25)
    }
    if (child.exitCode !== null) throw new Error(`it stopped by itself before kill ${kill}: ${await gone}`)
    child.kill('SIGKILL')
    expect(await gone).toBe('')
    midRun += lookInside(folder).states.some((row) => row.state === 'queued' || row.state === 'taken') ? 1 : 0
    if (kill % 10 === 0) {
      const desk = await openIdle(folder)
      const verified = await (await directClient(desk, 'host')).ledger.verify({})
      await desk.close()
      expect(verified, `after kill ${kill}`).toMatchObject({ intact: true, signer: 'trusted' })
      expect(lookInside(folder).strays, `after kill ${kill}`).toBe(0)
    }
  }
  const seconds = (Date.now() - started) / 1000
  const doneBetween = lookInside(folder).states.reduce((sum, row) => sum + (row.state === 'done' ? row.items : 0), 0)
  expect(doneBetween, 'hardly anything was at work when it was killed').toBeGreaterThan(kills)

  const desk = await openIdle(folder)
  const client = await directClient(desk, 'host')
  for (const run of await client.runs.list({ active: true })) {
    desk.runWorker.start(run.id)
    await client.runs.wait({ id: run.id })
  }
  const runs = await client.runs.list({})
  expect(runs.length).toBeGreaterThan(0)
  for (const run of runs) expect(run).toMatchObject({ state: 'finished', done: articles, failed: 0, total: articles })
  const engine = await desk.engine('builtin')
  const { made, states } = lookInside(folder)
  expect(states.every((row) => row.state === 'done' && row.items === articles)).toBe(true)
  let outputs = 0
  for (let number = 0; number < articles; number += 1) {
    const article = (await findArticle(desk.store.read, `digue-${number}`))!
    const { proposals } = await engine.propose('key-points', { kind: 'article', article }, { signal: AbortSignal.timeout(10_000) })
    for (const run of runs) {
      expect(made.get(`${run.id} ${article.id}`), `${run.id} ${article.id}`).toEqual(
        proposals.map((proposal) => JSON.stringify(proposal.value)),
      )
      outputs += proposals.length
    }
  }
  expect([...made.values()].flat()).toHaveLength(outputs)
  const verified = await client.ledger.verify({})
  expect(verified).toMatchObject({ intact: true, signer: 'trusted' })
  await desk.close()
  console.log(
    `${kills} kills in ${seconds.toFixed(0)} s (${opening} while opening, ${midRun} with a run unfinished, ${doneBetween} items done meanwhile), ${runs.length} runs of ${articles}, ${outputs} outputs, ${verified.entries} ledger entries`,
  )
})
