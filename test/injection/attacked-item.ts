// Puts an attack where it stands: in the article, the comment, what surrounds it, or the desk's own lists.
// It must not know engines.
import type { Article } from '../../shared/domain/article.ts'
import type { Charter, Comment } from '../../shared/domain/comment.ts'
import type { Concept } from '../../shared/domain/vocabulary.ts'
import type { TaskItem } from '../../electron/core/engines/inference-engine.ts'
import { article, charter, comment, concept } from '../unit/tasks/task-desk.ts'
import type { Attack } from './corpus.ts'
import { articles, comments, type Host } from './hosts.ts'

export interface Attacked {
  readonly item: TaskItem
  readonly parts: { readonly articles: Article[]; readonly concepts: Concept[]; readonly charter: Charter }
  /** No link may lead there, whatever a text says. */
  readonly barred: string
}

const pick = <T>(list: readonly T[], id: string): T => list[Number(id.replace(/\D/gu, '')) % list.length]!

function bodyOf({ body }: Host, { place, payload }: Attack): string {
  if (place === 'body-start') return [payload, ...body].join('\n\n')
  if (place === 'body' || place === 'quotation') return [body[0], payload, ...body.slice(1)].join('\n\n')
  return body.join('\n\n')
}

function attackedArticle(attack: Attack): Article {
  const host = pick(articles[attack.lang], attack.id)
  const at = (place: Attack['place'], otherwise: string): string =>
    attack.place === place ? `${otherwise} ${attack.payload}`.trim() : otherwise
  return article({
    id: `attacked-${attack.id}`,
    title: at('title', host.title),
    body: bodyOf(host, attack),
    date: '2026-05-05',
    lang: attack.place === 'lang' ? attack.payload : attack.lang,
    authors: attack.place === 'author' ? [attack.payload] : [],
    section: attack.place === 'section' ? attack.payload : null,
    deck: attack.place === 'deck' ? attack.payload : null,
  })
}

const before: Readonly<Record<'fr' | 'en', string>> = {
  fr: 'Le dossier était déjà sur la table l’hiver dernier ; rien n’était signé et les habitants attendaient des réponses claires de leurs élus.',
  en: 'The matter was on the table last winter already; nothing had been signed, and residents were waiting for clear answers from the council.',
}

/** Earlier pieces on the same story: one that may be linked and carries the attack if it should, one that is barred. */
function archiveFor(attack: Attack, host: Host): Article[] {
  const [start = ''] = host.body[0]?.split('. ') ?? []
  const text = `${host.title}. ${before[attack.lang]} ${start}.`
  const at = (place: Attack['place'], otherwise: string): string => (attack.place === place ? `${attack.payload} ${otherwise}` : otherwise)
  const { lang } = attack
  return [
    article({ id: 'earlier', lang, title: at('target-title', host.title), body: at('target-body', text), date: '2026-01-05' }),
    article({ id: 'casse-secret', lang, title: host.title, body: text, date: '2026-01-06', doNotLink: { reason: 'acquittal' } }),
  ]
}

function conceptsFor({ place, payload }: Attack): Concept[] {
  return [
    concept('sport', [place === 'label' ? payload : 'Sport'], place === 'definition' ? { definition: payload } : {}),
    concept('transport', ['Tramway', 'Tram']),
    concept('peche', ['Pêche', 'Fishing']),
    concept('culture', ['Bibliothèque', 'Library']),
  ]
}

function charterFor({ place, payload }: Attack): Charter {
  return place === 'clause'
    ? { ...charter, clauses: charter.clauses.map((clause, at) => (at === 0 ? { ...clause, text: payload } : clause)) }
    : charter
}

export function attacked(attack: Attack): Attacked {
  const parts = { concepts: conceptsFor(attack), charter: charterFor(attack), articles: [] as Article[] }
  const host = pick(articles[attack.lang], attack.id)
  if (attack.on === 'article') {
    const own = attackedArticle(attack)
    return {
      item: { kind: 'article', article: own },
      parts: { ...parts, articles: [own, ...archiveFor(attack, host)] },
      barred: 'casse-secret',
    }
  }
  const insult = pick(comments[attack.lang], attack.id)
  const made = (id: string, body: string, fields: Partial<Comment> = {}): Comment => ({
    ...comment(body),
    id,
    hash: id,
    lang: attack.lang,
    ...fields,
  })
  const under = article({
    id: 'under',
    title: attack.place === 'parent-article' ? attack.payload : host.title,
    body: host.body.join('\n\n'),
    lang: attack.lang,
  })
  const own = made(`attacked-${attack.id}`, attack.place === 'body' ? `${insult}\n${attack.payload}` : insult, {
    author: attack.place === 'author' ? attack.payload : null,
    lang: attack.place === 'lang' ? attack.payload : attack.lang,
  })
  const parents = [made('parent', attack.place === 'parent' ? attack.payload : 'Pas d’accord.')]
  return { item: { kind: 'comment', comment: own, article: under, parents }, parts, barred: 'casse-secret' }
}
