// Row three: the tagger trained as the desk trains it, beside scikit-learn's LinearSVC on the very features it made.
// It must not know how a tagger learns.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { oneVsRest } from '../../electron/core/learning/linear-model.ts'
import { matrixOf, type SparseMatrix } from '../../electron/core/learning/sparse.ts'
import { trainingSet, type TaggerTraining } from '../../electron/core/tasks/tags/training-set.ts'
import { workerPool } from '../../electron/core/workers/pool.ts'
import { figure, sized, type BenchContext, type Found } from './bench-row.ts'
import { interleaved, median } from './measure.ts'
import { taggedArticles } from './tagged-articles.ts'

/** Debian's own Python is where Debian's scikit-learn is. */
const pythons = ['/usr/bin/python3', 'python3']

function findPython(): string | null {
  return pythons.find((python) => spawnSync(python, ['-c', 'import sklearn, scipy'], { stdio: 'ignore' }).status === 0) ?? null
}

type Features = { matrix: SparseMatrix; rowsOf: number[][] }

/** What the tagger's own linear models are handed. */
function featuresOf(training: TaggerTraining): Features {
  const data = trainingSet(training, 0)
  const vectors = data.articles.map(({ vector }) => vector)
  const rowsOf = data.concepts.map((): number[] => [])
  data.gold.forEach((tags, row) => {
    for (const tag of tags) rowsOf[data.labelOf.get(tag) ?? 0]?.push(row)
  })
  return { matrix: matrixOf(vectors, data.tfidf.terms.length), rowsOf }
}

function writeFeatures(folder: string, { matrix, rowsOf }: Features): void {
  mkdirSync(folder, { recursive: true })
  const byRow = Array.from({ length: matrix.rows }, (): number[] => [])
  rowsOf.forEach((rows, label) => rows.forEach((row) => byRow[row]?.push(label)))
  const starts = Int32Array.from([0, ...byRow.map((labels) => labels.length)])
  for (let row = 1; row < starts.length; row += 1) starts[row] = (starts[row] ?? 0) + (starts[row - 1] ?? 0)
  const arrays = {
    starts: matrix.starts,
    indices: matrix.indices,
    values: matrix.values,
    gold: Int32Array.from(byRow.flat()),
    goldStarts: starts,
  }
  for (const [name, array] of Object.entries(arrays)) {
    writeFileSync(join(folder, name), Buffer.from(array.buffer, array.byteOffset, array.byteLength))
  }
}

function sklearn(python: string, folder: string, { matrix, rowsOf }: Features): { seconds: number; version: string } {
  const script = join(import.meta.dirname, 'linear_svc.py')
  const sizes = [matrix.rows, matrix.columns, rowsOf.length].map(String)
  const { stdout, status, stderr } = spawnSync(python, [script, folder, ...sizes], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`scikit-learn failed: ${stderr.slice(-300)}`)
  return JSON.parse(stdout) as { seconds: number; version: string }
}

/** In a fresh worker, as the desk does; seconds. */
async function trainWhole(training: TaggerTraining, keep: (bytes: Uint8Array) => void): Promise<number> {
  const pool = workerPool()
  const from = performance.now()
  const bytes = await pool.run('train-tagger', { ...training, trainedAt: '2026-11-22T08:00:00Z', corpusHash: '', seed: 0 })
  const seconds = (performance.now() - from) / 1000
  await pool.close()
  if (!bytes) throw new Error('nothing was learned')
  keep(bytes)
  return seconds
}

/** The linear models alone, with LIBLINEAR's own settings, as the peer has them. */
function trainLinearAlone({ matrix, rowsOf }: Features): number {
  const from = performance.now()
  const train = oneVsRest(matrix, { loss: 'squared-hinge', cost: 1, tolerance: 1e-4, seed: 0, maxPasses: 1000 })
  for (const rows of rowsOf) train(rows)
  return (performance.now() - from) / 1000
}

export type Trained = { bytes: Uint8Array | null }

export async function trainingRow(context: BenchContext, trained: Trained): Promise<Found> {
  const { training, labels } = taggedArticles({ count: sized(context, 10_000), labels: 100, unseen: 0 })
  context.tell('features')
  const features = featuresOf(training)
  const folder = join(context.folder, 'features')
  writeFeatures(folder, features)
  const python = findPython()
  let version = ''
  const times = await interleaved(context.repeats, {
    whole: () => trainWhole(training, (bytes) => (trained.bytes = bytes)),
    ...(python && {
      peer: async () => {
        const said = sklearn(python, folder, features)
        version = said.version
        return said.seconds
      },
    }),
  })
  // Once: it is told, not judged.
  const linear = trainLinearAlone(features)
  const peer = times.peer ? { name: `scikit-learn ${version} LinearSVC`, figure: median(times.peer) } : null
  const notes = [`${training.examples.length} articles × ${labels} labels, ${features.matrix.columns} columns`]
  notes.push('whole: texts read, features, held-out parts, fusion, model file, in a worker; the peer: the fit alone, one job')
  if (!peer) notes.push('the peer did not run: no scikit-learn here (apt-get install python3-sklearn)')
  return {
    figures: [
      figure('whole training', { figure: median(times.whole), unit: 's', peer, goal: { of: 'ratio', atMost: 2 } }),
      figure('linear models alone, same settings', { figure: linear, unit: 's', peer }),
    ],
    notes,
  }
}
