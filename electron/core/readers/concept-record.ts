// One vocabulary record (JSON object, CSV row) to a concept.
// It must not know SKOS.
import type { Concept, Label } from '../../../shared/domain/vocabulary.ts'
import type { ColumnMap } from '../../../shared/domain/import.ts'
import { splitList } from './article-record.ts'
import { recordId, referenceId } from './record-id.ts'
import { RecordFields } from './record-fields.ts'
import type { FieldNames } from './record-fields.ts'

const languages = ['fr', 'en', 'de', 'es', 'it', 'nl', 'pt'] as const

export const conceptFields = {
  id: ['id', 'slug', 'uri', 'code', 'identifiant'],
  title: ['title', 'label', 'libelle', 'libellé', 'name', 'nom', 'prefLabel'],
  lang: ['lang', 'langue'],
  fr: ['fr', 'label_fr', 'title_fr'],
  en: ['en', 'label_en', 'title_en'],
  deck: ['deck', 'definition', 'définition', 'description'],
  aliases: ['aliases', 'alias', 'synonyms', 'synonymes', 'altLabel', 'variantes'],
  aliasesFr: ['aliases_fr', 'aliasesFr', 'fr_aliases'],
  aliasesEn: ['aliases_en', 'aliasesEn', 'en_aliases'],
  parent: ['parent', 'broader', 'parent_id', 'parentId'],
  active: ['active', 'actif'],
  replacedBy: ['replacedBy', 'replaced_by', 'remplace_par'],
} as const satisfies FieldNames

/** The concept, or the reason why the record is refused. */
export function readConceptRecord(
  record: Readonly<Record<string, unknown>>,
  path: string,
  map?: ColumnMap,
): { draft: Concept } | { reason: string } {
  const fields = new RecordFields(record, conceptFields, map)
  const labels = readLabels(fields)
  const draft: Concept = {
    id: recordId({ own: fields.id('id'), path }),
    labels,
    definition: fields.line('deck'),
    parent: referenceId(fields.id('parent')),
    active: fields.flag('active') ?? true,
    replacedBy: referenceId(fields.id('replacedBy')),
  }
  if (fields.problem !== null) return { reason: fields.problem }
  return labels.some((label) => label.kind === 'preferred') ? { draft } : { reason: 'no label (fr, en or title)' }
}

function readLabels(fields: RecordFields): Label[] {
  const labels: Label[] = []
  const add = (text: string | null, lang: string | null, kind: Label['kind']): void => {
    const known = labels.some((label) => label.text === text && (label.lang === lang || kind === 'alternate'))
    if (text !== null && !known) labels.push({ lang, text, kind })
  }
  const lang = fields.line('lang')
  for (const language of languages) add(fields.line(language), language, 'preferred')
  const title = fields.line('title')
  const taken = labels.some((label) => label.lang === lang)
  add(title, lang, taken ? 'alternate' : 'preferred')
  for (const alias of fields.list('aliases', splitList)) add(alias, lang, 'alternate')
  for (const alias of fields.list('aliasesFr', splitList)) add(alias, 'fr', 'alternate')
  for (const alias of fields.list('aliasesEn', splitList)) add(alias, 'en', 'alternate')
  return labels
}
