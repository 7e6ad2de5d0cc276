// Finds words of a claim that mean nothing away from their article: a pronoun, "mardi", "a-t-il ajouté".
// It warns and never blocks. It must not compare with the article.
import type { Flag } from '../../../../shared/domain/suggestion.ts'
import { flag } from './comparison.ts'
import type { Comparison, Detector } from './comparison.ts'
import { insideQuotes } from './typography.ts'

const PRONOUN = {
  fr: /^[«“"\s]*(?:(?:mais|or|et|car|donc)\s+)?(?:ils?|elles?|celui-ci|celle-ci|ceux-ci|celles-ci|cel(?:ui|le)-là|ce(?:s|tte)? derni(?:er|ère)s?)(?![\p{L}'’])/iu,
  en: /^[“"\s]*(?:(?:but|and|so)\s+)?(?:he|she|they|it|the (?:latter|former))(?![\p{L}])/iu,
}
const IMPERSONAL = {
  fr: /^[«“"\s]*(?:(?:mais|or|et|car|donc)\s+)?il\s+(?:n['’]|ne\s+)?(?:y\s+(?:a|avait|aura)|(?:lui |leur |nous |vous )?(?:faut|faudra|fallait|reste|manque|suffit|vaut|pleut|neige|s['’]agi(?:t|ssait)|existe|convient|semble|paraît)|(?:est|était|sera)\s+(?:\p{L}+ment\s+)?(?:\p{L}+\s+){1,2}(?:de|que|qu['’]|d['’]))/iu,
  en: /^[“"\s]*(?:(?:but|and|so)\s+)?it\s+(?:is|was|will be|takes?|took|seems?|appears?|rains?|remains)\s+(?:\p{L}+\s+){0,3}(?:that|to|for|whether|who|since)\b/iu,
}
const LINKED = {
  fr: /^[«“"\s]*(?:par ailleurs|en revanche|en outre|de plus|cependant|toutefois|pourtant|néanmoins|de son côté|pour sa part|en effet|ainsi|à l['’]inverse|dans le même temps|de même)(?![\p{L}])/iu,
  en: /^[“"\s]*(?:however|meanwhile|moreover|furthermore|nevertheless|in addition|instead|therefore|for (?:his|her|its|their) part|similarly)(?![\p{L}])/iu,
}
const SAID = {
  fr: /(?<![\p{L}])(?:a-t-(?:il|elle|on)|ont-(?:ils|elles)|(?:ajoute|précise|explique|poursuit|conclut|assure|affirme|estime|dit|souligne|déclare|indique)(?:-t)?-(?:il|elle|ils|elles))(?:\s+(?:\p{L}+ment\s+)?\p{L}+é)?(?![\p{L}])/iu,
  en: /(?<![\p{L}])(?:he|she|they) (?:said|added|explained|continued|noted|concluded|told)(?![\p{L}])|(?<![\p{L}])said (?:he|she|they)(?![\p{L}])/iu,
}

/** Words in the names of laws and bodies, which no "he" or "il" stands for. */
const BODIES =
  /^(?:act|service|department|university|party|committee|court|agency|council|ministry|company|association|commission|office|bureau|institute|institution|centre|center|union|group|bank|house|senate|congress|loi|ministere|universite|parti|comite|tribunal|cour|agence|conseil|entreprise|groupe|banque|assemblee|senat|institut|federation|ligue|league|republic|republique|states|kingdom|etats|royaume)$/u
const PLURAL = /(?<!\p{L})(?:they|ils|elles|ont)(?!\p{L})/iu

export const looseWords: Detector = {
  codes: ['out-of-context'],
  find: (comparison) => [...looseOpening(comparison), ...looseDays(comparison), ...looseSpeech(comparison)],
}

function looseOpening({ claim, article }: Comparison): Flag[] {
  const impersonal = IMPERSONAL[article.lang].test(claim.text)
  const match = LINKED[article.lang].exec(claim.text) ?? (impersonal ? null : PRONOUN[article.lang].exec(claim.text))
  return match ? [place(claim.start, match)] : []
}

/** A weekday without its date, "hier", "demain": true only for the article's first readers. */
function looseDays({ claim }: Comparison): Flag[] {
  return claim.dates.filter((date) => date.kind === 'day' && date.said === null).map((date) => flag('out-of-context', date))
}

function looseSpeech({ claim, article }: Comparison): Flag[] {
  const match = SAID[article.lang].exec(claim.text)
  if (!match) return []
  // Who speaks must be named before, as a person is: "la SNCF", a first word in capitals name nobody.
  const named = claim.names.filter(
    ({ words, title, opening, start }) =>
      start < claim.start + match.index &&
      !insideQuotes(claim.text, start - claim.start) &&
      (words.length > 1 || title !== null || (!opening && !/^\p{Lu}{2,}$/u.test(words[0]?.text ?? ''))) &&
      !words.some((word) => BODIES.test(word.fold)),
  ).length
  return named >= (PLURAL.test(match[0]) ? 2 : 1) ? [] : [place(claim.start, match)]
}

function place(offset: number, match: RegExpExecArray): Flag {
  const lead = /^[«“"\s]*/u.exec(match[0])?.[0].length ?? 0
  const start = offset + match.index + lead
  return flag('out-of-context', { start, end: offset + match.index + match[0].length })
}
