// Row four: tags for one article by the trained engine, beside natural's classifiers trained on the same articles.
// It must not know how tags are found.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { memoryPorts } from '../../electron/core/services/evaluation/memory-ports.ts'
import { builtinEngine } from '../../electron/core/tasks/builtin-engine.ts'
import { trainTagger } from '../../electron/core/tasks/tags/train-tagger.ts'
import { termsOf } from '../../electron/core/text/terms.ts'
import { sha256 } from '../../electron/core/workers/sha256.ts'
import type { Article } from '../../shared/domain/article.ts'
import { charterSchema } from '../../shared/domain/comment.ts'
import { figure, sized, type BenchContext, type Found } from './bench-row.ts'
import type { DrawnArticle } from './drawn-articles.ts'
import { interleaved, median } from './measure.ts'
import { havePeers, installCommand, loadNatural, type NaturalClassifier } from './peers.ts'
import { taggedArticles, type Tagged } from './tagged-articles.ts'
import type { Trained } from './training-row.ts'

/** natural keeps every word of every article and, for the regression, a dense matrix: it is given what it can carry. */
const natural = { articles: 1_000, labels: 100 }
/** Its regression often throws that it finds no minimum: it is given less until it does. */
const regressions = [
  { articles: 200, labels: 5 },
  { articles: 100, labels: 3 },
  { articles: 60, labels: 2 },
  { articles: 30, labels: 2 },
]

export function articleOf({ sentences: _sentences, ...article }: DrawnArticle): Article {
  return {
    ...article,
    kind: null,
    deck: null,
    embargo: null,
    rights: 'own',
    aiUse: true,
    doNotLink: null,
    hash: article.id,
    importedAt: '',
  }
}

function engineOn({ training }: Tagged, bytes: Uint8Array): ReturnType<typeof builtinEngine> {
  const resource = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'resources', file), 'utf8')) as unknown
  const shipped = {
    lexicons: ['fr', 'en'].map((lang) => resource(`rules/${lang}.json`)),
    charter: charterSchema.parse(resource('charter.json')),
  }
  return builtinEngine(memoryPorts({ shipped, concepts: training.concepts, models: { tagger: bytes } }))
}

type Example = Tagged['training']['examples'][number]
const tokensOf = ({ title, body, lang }: Pick<Example, 'title' | 'body' | 'lang'>): string[] => termsOf(`${title}\n${body}`, lang)

/** The first tag is the label: natural knows one a document. `articles` of them, that carry one of `labels` labels. */
function taught(classifier: NaturalClassifier, examples: readonly Example[], { articles, labels }: Share): NaturalClassifier {
  const known = new Set([...new Set(examples.map(({ tags }) => tags[0]))].slice(0, labels))
  for (const example of examples.filter(({ tags }) => known.has(tags[0])).slice(0, articles)) {
    classifier.addDocument(tokensOf(example), example.tags[0] ?? '')
  }
  classifier.train()
  return classifier
}

type Share = { articles: number; labels: number }
type Regression = { classifier: NaturalClassifier; articles: number; labels: number }

function taughtRegression(make: () => NaturalClassifier, examples: readonly Example[]): Regression | null {
  for (const { articles, labels } of regressions) {
    try {
      return { classifier: taught(make(), examples, { articles, labels }), articles, labels }
    } catch {
      continue
    }
  }
  return null
}

/** Milliseconds an article, reading it included on both sides. */
async function perArticle(articles: readonly DrawnArticle[], work: (article: DrawnArticle) => unknown): Promise<number> {
  const from = performance.now()
  for (const article of articles) await work(article)
  return (performance.now() - from) / articles.length
}

export async function taggingRow(context: BenchContext, trained: Trained): Promise<Found> {
  const tagged = taggedArticles({ count: sized(context, 10_000), labels: 100, unseen: 300 })
  context.tell(trained.bytes ? 'the model trained above' : 'training')
  const bytes = trained.bytes ?? trainTagger(tagged.training, { trainedAt: '', corpusHash: '', seed: 0 }, sha256)
  if (!bytes) throw new Error('nothing was learned')
  const engine = engineOn(tagged, bytes)
  const { signal } = new AbortController()
  const propose = (article: DrawnArticle) => engine.propose('tags', { kind: 'article', article: articleOf(article) }, { signal })
  await perArticle(tagged.unseen, propose)
  const marbre = () => perArticle(tagged.unseen, propose)
  const rate = (milliseconds: number) =>
    figure('articles a second', { figure: 1000 / milliseconds, unit: '/s', goal: { of: 'figure', atLeast: 200 } })
  const notes = [`${tagged.training.examples.length} articles × ${tagged.labels} labels; one article at a time, warm`]
  if (!havePeers()) {
    const times = await interleaved(context.repeats, { marbre })
    return { figures: [rate(median(times.marbre))], notes: [...notes, `the peer did not run: ${installCommand}`] }
  }
  const { BayesClassifier, LogisticRegressionClassifier } = await loadNatural()
  context.tell('natural: Bayes')
  const bayes = taught(new BayesClassifier(), tagged.training.examples, { ...natural, articles: sized(context, natural.articles) })
  context.tell('natural: logistic regression')
  const regression = taughtRegression(() => new LogisticRegressionClassifier(), tagged.training.examples)
  const few = tagged.unseen.slice(0, 5)
  const times = await interleaved(context.repeats, {
    marbre,
    bayes: () => perArticle(few, (article) => bayes.classify(tokensOf(article))),
    ...(regression && { regression: () => perArticle(few, (article) => regression.classifier.classify(tokensOf(article))) }),
  })
  notes.push(
    `natural knows one label a document and slows with all it was taught: Bayes was given ${sized(context, natural.articles)} of the articles` +
      (regression ? `, regression ${regression.articles} and ${regression.labels} labels; given all, both are slower` : ''),
  )
  if (!regression) notes.push('its logistic regression found no minimum on any share of these articles')
  const ours = median(times.marbre)
  const beside = (name: string, peer: number) =>
    figure(`times faster than natural's ${name}`, { figure: peer / ours, unit: '×', goal: { of: 'figure', atLeast: 10 } })
  return {
    figures: [
      rate(ours),
      figure('one article', { figure: ours, unit: 'ms', peer: { name: 'natural Bayes', figure: median(times.bayes) } }),
      beside('Bayes', median(times.bayes)),
      ...(times.regression ? [beside('logistic regression', median(times.regression))] : []),
    ],
    notes,
  }
}
