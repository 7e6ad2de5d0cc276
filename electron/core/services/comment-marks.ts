// What a list shows beside each comment: its article's title, and whether its text should stay blurred until asked for.
// It must not decide anything.
import type { CommentMark } from '../../../shared/contract/moderation.ts'
import type { Charter } from '../../../shared/domain/comment.ts'
import { namesHarshClause, wasRefusedHarshly } from '../../../shared/domain/harsh.ts'
import { findArticle } from '../store/article-rows.ts'
import { findComment } from '../store/comment-rows.ts'
import { listSuggestions } from '../store/suggestion-rows.ts'
import { readCharter } from './charter.ts'
import type { DeskContext } from './context.ts'
import { withholdOpinions } from './judge-first.ts'
import { suggestionOf } from './reviews.ts'

/** One mark for each of these comments that is on the desk, in the same order. An opinion that must be withheld blurs nothing. */
export async function markComments(desk: Pick<DeskContext, 'store' | 'resources'>, ids: readonly string[]): Promise<CommentMark[]> {
  const charter = await readCharter(desk)
  const titles = new Map<string, Promise<string | null>>()
  const titleOf = (article: string | null) => {
    if (article === null) return Promise.resolve(null)
    const title = titles.get(article) ?? findArticle(desk.store.read, article).then((found) => found?.title ?? null)
    titles.set(article, title)
    return title
  }
  const marks: CommentMark[] = []
  for (const id of ids) {
    const comment = await findComment(desk.store.read, id)
    if (!comment) continue
    const harsh = wasRefusedHarshly(comment, charter.clauses) || (await opinionIsHarsh(desk, charter, id))
    marks.push({ comment: id, title: await titleOf(comment.article), harsh })
  }
  return marks
}

async function opinionIsHarsh(desk: Pick<DeskContext, 'store'>, { clauses }: Charter, id: string): Promise<boolean> {
  const opinions = (await listSuggestions(desk.store.read, { item: id, task: 'moderation' })).filter((row) => row.state !== 'stale')
  const [opinion] = await withholdOpinions(desk.store.read, opinions.slice(-1).map(suggestionOf))
  if (!opinion) return false
  const quoted = opinion.evidence.flatMap((one) => (one.kind === 'clause' ? [one.id] : []))
  return namesHarshClause([...quoted, ...('hold' in opinion.value ? opinion.value.clauses : [])], clauses)
}
