// Finds the marks of what is not certain: conditional of unconfirmed news, hypothesis, forecast, future.
// It must not compare two texts.
import type { SentenceReading } from './reading.ts'

/** `hypothesis`: unconfirmed; `forecast`: expected; `plan`: decided but to come; `future`: announced as certain ("ouvrira", "will open"). */
export type Hedge = {
  readonly kind: 'hypothesis' | 'forecast' | 'plan' | 'future'
  /** Stems the mark bears on: its own verb, then the content words of the clause after it. */
  readonly governed: readonly string[]
  readonly start: number
  readonly end: number
}
type Mark = { readonly kind: Hedge['kind']; readonly pattern: RegExp; readonly accepts?: (word: string) => boolean }

const B = '(?<![\\p{L}\\p{N}])'
const E = '(?![\\p{L}\\p{N}])'
const mark = (kind: Hedge['kind'], words: string, accepts?: (word: string) => boolean): Mark => {
  const pattern = new RegExp(`${B}(?:${words})${E}`, 'giu')
  return accepts ? { kind, pattern, accepts } : { kind, pattern }
}

// Imperfects that end like conditionals ("montrait", "tirait").
const IMPERFECT =
  /^(?:(?:re|dé|en|sur)?(?:montr|tir|retir|attir|admir|inspir|respir|expir|aspir|soupir|vir|désir|déchir|entr|rentr|rencontr|concentr|centr|livr|ouvr|rouvr|couvr|découvr|recouvr|offr|souffr|encadr|cadr|assur|rassur|dur|mesur|figur|jur|murmur|captur|factur|clôtur|inaugur|restaur|instaur|demeur|pleur|effleur|administr|enregistr|illustr|filtr|registr|par|sépar|prépar|compar|répar|déclar|accapar|compt|err|serr|enterr|narr|barr|carr|bagarr|démarr|attr|extr|distr|soustr|tr|abstr|éclair|flair|gér)ait|portrait|retrait|trait|extrait|attrait|contrat)s?$/u
const isConditional = (word: string): boolean => {
  const singular = word.toLowerCase().replace(/aient$/u, 'ait')
  return (
    !IMPERFECT.test(singular) &&
    !/[éèê]r(?:ait)$/u.test(singular) &&
    !/(?:[^r]ur|[aiou]r|cour|mour)ait$/u.test(singular.replace(/^(?:aur|saur|ir|r?env?err).*$/u, 'er'))
  )
}
const isFuture = (word: string): boolean =>
  !/^(?:opéra|caméra|choléra|tibéra|sera-t|para|infra|extra|ultra|supra|contra|flora|era|fera-t|avéra|libéra|géra|espéra|considéra|célébra|montra|rencontra|entra|rentra|livra|tira|retira|attira|assura|déclara|prépara|compara|sépara|demeura|inaugura|front|affront|pront|laura|aura-t|sahara|tiara|camera|opera|angora|thora|torah?|nera|gestera|sierra|terra|hydra|sutra|zebra|cobra|cèdera)$/iu.test(
    word,
  ) &&
  !/[éèê]ra$/u.test(word) &&
  !/^\p{Lu}/u.test(word)

const MARKS: Readonly<Record<'fr' | 'en', readonly Mark[]>> = {
  fr: [
    mark(
      'forecast',
      "devrai(?:t|ent)|attendue?s?|envisage(?:nt|r|e)?|envisagée?s?|compte(?:nt)? (?=\\p{L}+[ei]r)|espère(?:nt)?|souhaite(?:nt)?|table(?:nt)? sur|d['’]ici(?: à)?|vise(?:nt)? à|objectif|pourraient bien|prévisions?|projections?|anticipe(?:nt)?",
    ),
    mark('plan', 'prévue?s?|prévoi(?:t|ent)|projett?e(?:nt)?|programmée?s?'),
    mark(
      'hypothesis',
      "aurai(?:t|ent)|serai(?:t|ent)|pourrai(?:t|ent)|présumée?s?|supposée?s?|semble(?:nt|rai(?:t|ent))?|peut-être|probable(?:ment|s)?|vraisemblable(?:ment)?|soupçonnée?s?|éventuel(?:le|lement|s|les)?|hypothèse|suspectée?s?|possible(?:s|ment)?|risque(?:nt)? d[e'’]|apparemment|à confirmer",
    ),
    mark('hypothesis', '\\p{L}{2,}r(?:ait|aient)', isConditional),
    mark('future', '\\p{L}{2,}r(?:a|ont)', isFuture),
    mark('future', '(?:va|vont|doit|doivent) (?=(?:\\p{L}+ )?\\p{L}+(?:er|ir|re|oir)(?!\\p{L}))'),
  ],
  en: [
    mark(
      'forecast',
      'expect(?:s|ed|ing)?|likely|forecasts?|projected|aim(?:s|ing|ed)? (?:to|at)|should|hop(?:es?|ing)|anticipat(?:e|es|ed)|prospects?',
    ),
    mark(
      'plan',
      '(?:is|are|was|were) (?:to|set to|due to|slated)(?= )|scheduled|plan(?:s|ned|ning)?|due|intend(?:s|ed|ing)?|propos(?:ed|es|ing)',
    ),
    mark(
      'hypothesis',
      'allegedly|alleged|reportedly|apparently|possibly|probably|perhaps|maybe|might|may(?= (?:not |also |have |be |well )?\\p{Ll})|could|would|suspected|believed|thought to|seems?|appears? to|suggests?|presumed|said to|unconfirmed|purported(?:ly)?|supposed(?:ly)?|unverified|rumou?red|potentially',
    ),
    mark('future', "will|shall|won't|is going to|are going to|'ll"),
  ],
}

// Three checks ask for the marks of the same sentences.
const cache = new WeakMap<SentenceReading, readonly Hedge[]>()

/** The marks of uncertainty of a sentence, in order. */
export function readHedges(sentence: SentenceReading, lang: 'fr' | 'en'): readonly Hedge[] {
  const known = cache.get(sentence)
  if (known) return known
  const made = findMarks(sentence, lang)
  cache.set(sentence, made)
  return made
}

function findMarks(sentence: SentenceReading, lang: 'fr' | 'en'): Hedge[] {
  const found: Hedge[] = []
  for (const { kind, pattern, accepts } of MARKS[lang]) {
    for (const match of sentence.text.matchAll(pattern)) {
      const start = sentence.start + match.index
      const end = start + match[0].length
      if (accepts && !accepts(match[0])) continue
      if (found.some((other) => start < other.end && other.start < end)) continue
      found.push({ kind, governed: governedFrom(sentence, start, end), start, end })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

function governedFrom(sentence: SentenceReading, start: number, end: number): string[] {
  const rest = sentence.text.slice(end - sentence.start)
  const clause = end + (/[,;:.!?»](?:\s|$)/u.exec(rest)?.index ?? rest.length)
  return sentence.words
    .filter((word) => word.content && word.start >= start && word.start < clause)
    .slice(0, 6)
    .map((word) => word.stem)
}
