// How well each tag does, from decisions, and which tags fall asleep or are new. Never by person.
// It must not know how scores are learned.
import type { Share, TagQuality } from '../../../shared/contract/vocabulary-edits.ts'
import { preferredLabel, type Concept } from '../../../shared/domain/vocabulary.ts'
import { wilsonInterval } from '../evaluation/wilson-interval.ts'
import { listConcepts } from '../store/concept-rows.ts'
import { latestWithTag, newestDay, tagSpans, type TaggedArticle, type TagSpan } from '../store/tag-standing-rows.ts'
import type { TagTeaching } from '../tasks/ports.ts'
import type { DeskContext } from './context.ts'
import { demandConcept } from './tag-leaving.ts'

/** Under this many decisions a share says nothing. */
const fewest = 5

function shareOf(hits: number, of: number): Share {
  return of < fewest ? null : { value: hits / of, ...wilsonInterval(hits, of), of }
}

/** The same day a year before; leap days fall on the 1st of March. */
function yearBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCFullYear(date.getUTCFullYear() - 1)
  return date.toISOString().slice(0, 10)
}

/** Every tag with its decisions and its use, most decided first. Twelve months are counted back from the newest article. */
export async function viewQuality(
  desk: Pick<DeskContext, 'store' | 'clock'>,
  teachings: { readonly current: () => Promise<TagTeaching> },
): Promise<TagQuality[]> {
  const { feedback } = await teachings.current()
  const newest = (await newestDay(desk.store.read)) ?? desk.clock().toISOString().slice(0, 10)
  const since = yearBefore(newest)
  const spans = await tagSpans(desk.store.read, since)
  return (await listConcepts(desk.store.read))
    .map((concept) => qualityOf(concept, feedback.get(concept.id), spans.get(concept.id), since))
    .sort((a, b) => decided(b) - decided(a) || b.articles - a.articles || (a.concept < b.concept ? -1 : 1))
}

const decided = (tag: TagQuality): number => tag.accepted + tag.rejected + tag.added

type Counts = { readonly accepted: number; readonly rejected: number; readonly added: number }

function qualityOf(concept: Concept, counts: Counts | undefined, span: TagSpan | undefined, since: string): TagQuality {
  const { accepted, rejected, added } = counts ?? { accepted: 0, rejected: 0, added: 0 }
  return {
    concept: concept.id,
    label: preferredLabel(concept, 'fr'),
    active: concept.active,
    accepted,
    rejected,
    added,
    precision: shareOf(accepted, accepted + rejected),
    recall: shareOf(accepted, accepted + added),
    articles: span?.articles ?? 0,
    recent: span?.recent ?? 0,
    first: span?.first ?? null,
    last: span?.last ?? null,
    drift: driftOf(span, since),
  }
}

function driftOf(span: TagSpan | undefined, since: string): TagQuality['drift'] {
  if (!span || span.articles === 0) return 'unused'
  if (span.last !== null && span.last < since) return 'asleep'
  return span.first !== null && span.first >= since ? 'new' : 'steady'
}

/** The latest articles that carry a tag. @throws DeskError `not-found`. */
export async function latestArticles(desk: Pick<DeskContext, 'store'>, concept: string, limit: number): Promise<TaggedArticle[]> {
  await demandConcept(desk.store.read, concept)
  return latestWithTag(desk.store.read, concept, limit)
}
