// Guesses which column feeds which field from French and English header names.
// It must not know rows.
import type { ColumnMap } from '../../../shared/domain/import.ts'
import type { FieldNames } from './record-fields.ts'

/** More names a spreadsheet's header may use than a JSON key would. */
const headerNames: FieldNames = {
  id: ['identifiant', 'ref', 'reference', 'numero', 'id article', 'guid', 'uuid', 'slug'],
  title: ['titre', 'headline', 'intitule', 'titre article', 'article title', 'libelle', 'label'],
  body: [
    'texte',
    'contenu',
    'corps',
    'content',
    'text',
    'article',
    'full text',
    'texte integral',
    'corps du texte',
    'commentaire',
    'comment',
    'message',
  ],
  lang: ['langue', 'language', 'locale'],
  date: [
    'date de publication',
    'date publication',
    'publication date',
    'published',
    'published at',
    'publie le',
    'paru le',
    'parution',
    'pubdate',
    'jour',
    'created at',
    'cree le',
  ],
  section: ['rubrique', 'categorie', 'category', 'section', 'desk', 'service'],
  authors: ['auteur', 'auteurs', 'author', 'byline', 'signature', 'journaliste', 'redacteur'],
  author: ['auteur', 'pseudo', 'pseudonyme', 'username', 'user', 'author name', 'nom'],
  url: ['lien', 'link', 'adresse', 'permalink', 'url article'],
  tags: ['mots cles', 'mot cle', 'keywords', 'etiquettes', 'themes', 'sujets', 'topics', 'tag'],
  kind: ['genre', 'type'],
  deck: ['chapo', 'chapeau', 'standfirst', 'accroche', 'definition', 'description'],
  article: ['article id', 'id article', 'post', 'post id', 'article'],
  parent: ['parent id', 'reponse a', 'reply to', 'in reply to', 'broader'],
  decision: ['verdict', 'statut', 'moderation'],
  aliases: ['alias', 'synonymes', 'synonyms', 'variantes'],
  fr: ['francais', 'french', 'label fr', 'libelle fr'],
  en: ['anglais', 'english', 'label en'],
  active: ['actif'],
  replacedBy: ['remplace par', 'replaced by'],
}

/** The map from each known field to a column of this header; a column feeds one field only. `exact`: only the names JSON keys may have. */
export function guessColumns(header: readonly string[], fields: FieldNames, mode: 'exact' | 'loose' = 'loose'): ColumnMap {
  const wanted = Object.entries(fields).map(([field, names]) => ({
    field,
    exact: [field, ...names].map(simplify),
    loose: (headerNames[field] ?? []).map(simplify),
  }))
  const map: Record<string, string> = {}
  const taken = new Set<string>()
  for (const step of mode === 'loose' ? (['exact', 'loose'] as const) : (['exact'] as const)) {
    for (const { field, [step]: names } of wanted) {
      if (map[field] !== undefined) continue
      const column = names
        .map((name) => header.find((cell) => !taken.has(cell) && simplify(cell) === name))
        .find((cell) => cell !== undefined)
      if (column === undefined) continue
      map[field] = column
      taken.add(column)
    }
  }
  return map
}

/** Lower case, without accents, punctuation or doubled spaces: `Mots-clés` is `mots cles`. */
function simplify(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
