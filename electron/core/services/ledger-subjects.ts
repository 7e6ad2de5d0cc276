// What ledger entries are about, by the names people know: the title of an article or a card, the label of a tag.
// It must not change what an entry says: names come from the desk as it is now.
import type { LedgerSubject } from '../../../shared/contract/desk.ts'
import type { LedgerEntry } from '../../../shared/domain/ledger.ts'
import { preferredLabel } from '../../../shared/domain/vocabulary.ts'
import { articleHeads } from '../store/article-rows.ts'
import { findComment } from '../store/comment-rows.ts'
import { findConcept } from '../store/concept-rows.ts'
import type { Readable } from '../store/database.ts'
import { findExperiment } from '../store/experiment-rows.ts'
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

async function titlesOf(db: Readable, named: readonly Named[]): Promise<Map<string, string>> {
  const idsOf = (kind: Kind) => [...new Set(named.filter((one) => one.kind === kind).map((one) => one.id))]
  const titles = new Map<string, string>()
  const comments = await Promise.all(idsOf('comment').map((id) => findComment(db, id)))
  const under = comments.flatMap((comment) => (comment?.article ? [comment.article] : []))
  const heads = await articleHeads(db, [...new Set([...idsOf('article'), ...under])])
  for (const [id, head] of heads) titles.set(`article ${id}`, head.title)
  // A comment has no title: it goes by that of its article.
  for (const comment of comments) if (comment) titles.set(`comment ${comment.id}`, heads.get(comment.article ?? '')?.title ?? '')
  for (const id of idsOf('experiment')) {
    const experiment = await findExperiment(db, id)
    if (experiment) titles.set(`experiment ${id}`, experiment.card.title)
  }
  for (const id of idsOf('concept')) {
    const concept = await findConcept(db, id)
    if (concept) titles.set(`concept ${id}`, preferredLabel(concept, 'fr'))
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
  return named.map((list) => list.map((one) => ({ ...one, title: titles.get(`${one.kind} ${one.id}`) ?? null })))
}
