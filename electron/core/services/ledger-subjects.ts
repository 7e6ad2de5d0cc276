// What ledger entries are about, by the names people know: the title of an article or a card, the label of a tag.
// It must not change what an entry says: names come from the desk as it is now.
import type { LedgerSubject } from '../../../shared/contract/desk.ts'
import type { LedgerEntry } from '../../../shared/domain/ledger.ts'
import { preferredLabel } from '../../../shared/domain/vocabulary.ts'
import { listArticles } from '../store/article-list.ts'
import { articleHeads } from '../store/article-rows.ts'
import { matchExpression } from '../store/article-search.ts'
import { findComment } from '../store/comment-rows.ts'
import { findConcept, listConcepts } from '../store/concept-rows.ts'
import type { Readable } from '../store/database.ts'
import { findExperiment, listExperiments } from '../store/experiment-rows.ts'
import { foldText } from '../store/fold-text.ts'
import { freeTrialId } from './free-trial.ts'

type Kind = LedgerSubject['kind']
type Named = Pick<LedgerSubject, 'kind' | 'id'>
type Body = LedgerEntry['body']

const experimentActs = /^(?:card|experiment|sampling)\.|^comparison\.(?:drawn|ended)$/

/** The id of the article a kept link leads to. */
function linkTarget(content: string | null): string | null {
  if (content === null || !content.includes('"article"')) return null
  try {
    const value: unknown = JSON.parse(content)
    return typeof value === 'object' && value !== null && 'article' in value && typeof value.article === 'string' ? value.article : null
  } catch {
    return null
  }
}

/** Everything with a name that an entry speaks of, each once; the free trial is no experiment anybody framed. */
function namedBy(body: Body, contents: readonly (string | null)[]): Named[] {
  const fact = (name: string) => {
    const value = body.facts[name]
    return typeof value === 'string' && value !== '' ? value : null
  }
  const item = fact('item')
  const found: (readonly [Kind, string | null])[] = [
    [fact('task') === 'moderation' ? 'comment' : 'article', item],
    ['comment', body.act.startsWith('comment.') ? body.subject : null],
    ['article', body.act.startsWith('rubric.') ? body.subject : null],
    ['experiment', fact('experiment') === freeTrialId ? null : fact('experiment')],
    ['experiment', experimentActs.test(body.act) ? body.subject : null],
    ['concept', fact('concept')],
    ['concept', body.act.startsWith('vocabulary.') && body.subject !== 'import' ? body.subject : null],
    ['concept', fact('into')],
    ...contents.map((content) => ['article', linkTarget(content)] as const),
  ]
  const named = found.flatMap(([kind, id]) => (id === null ? [] : [{ kind, id }]))
  return named.filter((one, index) => named.findIndex((other) => other.kind === one.kind && other.id === one.id) === index)
}

/** What is known by name, by `kind id`. A comment has no title: it goes by that of its article, and its author's pseudonym. */
async function titlesOf(db: Readable, named: readonly Named[]): Promise<Map<string, LedgerSubject>> {
  const idsOf = (kind: Kind) => [...new Set(named.filter((one) => one.kind === kind).map((one) => one.id))]
  const titles = new Map<string, LedgerSubject>()
  const know = (subject: LedgerSubject) => titles.set(`${subject.kind} ${subject.id}`, subject)
  const comments = await Promise.all(idsOf('comment').map((id) => findComment(db, id)))
  const under = comments.flatMap((comment) => (comment?.article ? [comment.article] : []))
  const heads = await articleHeads(db, [...new Set([...idsOf('article'), ...under])])
  for (const [id, head] of heads) know({ kind: 'article', id, title: head.title })
  for (const comment of comments) {
    if (!comment) continue
    const { id, author } = comment
    know({ kind: 'comment', id, title: heads.get(comment.article ?? '')?.title ?? '', ...(author === null ? {} : { author }) })
  }
  for (const id of idsOf('experiment')) {
    const experiment = await findExperiment(db, id)
    if (experiment) know({ kind: 'experiment', id, title: experiment.card.title })
  }
  for (const id of idsOf('concept')) {
    const concept = await findConcept(db, id)
    if (concept) know({ kind: 'concept', id, title: preferredLabel(concept, 'fr') })
  }
  return titles
}

/** For each entry, what it is about; a title is null when the desk no longer has the thing, empty when it has none. */
export async function subjectsOf(
  db: Readable,
  entries: readonly { readonly body: Body; readonly contents: readonly (string | null)[] }[],
): Promise<LedgerSubject[][]> {
  const named = entries.map(({ body, contents }) => namedBy(body, contents))
  const titles = await titlesOf(db, named.flat())
  return named.map((list) => list.map((one) => titles.get(`${one.kind} ${one.id}`) ?? { ...one, title: null }))
}

/** These things by name, each with null where the desk no longer has it. */
export async function nameSubjects(db: Readable, named: readonly Named[]): Promise<LedgerSubject[]> {
  const titles = await titlesOf(db, named)
  return named.map((one) => titles.get(`${one.kind} ${one.id}`) ?? { ...one, title: null })
}

/** So many experiments and tags come before the articles. */
const share = 3
/** Articles looked at for a title. */
const inText = 60

/** Things whose name holds the words: experiments and tags first, then articles; comments go by their article. */
export async function findSubjects(db: Readable, query: string, limit: number): Promise<LedgerSubject[]> {
  const words = foldText(query)
  if (words === '') return []
  const has = (text: string) => foldText(text).includes(words)
  const experiments = (await listExperiments(db)).flatMap(({ id, card }) =>
    id !== freeTrialId && has(card.title) ? [{ kind: 'experiment' as const, id, title: card.title }] : [],
  )
  const concepts = (await listConcepts(db)).flatMap((concept) => {
    return concept.labels.some(({ text }) => has(text))
      ? [{ kind: 'concept' as const, id: concept.id, title: preferredLabel(concept, 'fr') }]
      : []
  })
  const match = matchExpression(query)
  const { items } = match === null ? { items: [] } : await listArticles(db, { match }, { offset: 0, limit: inText, uncounted: true })
  // The archive is searched whole; what has the words in its title comes before what has them in its text.
  const articles = items
    .map(({ id, title }) => ({ kind: 'article' as const, id, title }))
    .toSorted((one, other) => Number(has(other.title)) - Number(has(one.title)))
  const first = [...experiments.slice(0, share), ...concepts.slice(0, share)]
  const rest = [...articles, ...experiments.slice(share), ...concepts.slice(share)]
  return [...first, ...rest].slice(0, limit)
}
