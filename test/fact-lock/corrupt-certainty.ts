// Plants a false certainty: a source lost or changed, a conditional or a forecast told as a fact.
// It must not know the fact-lock.
import { capital, pick, spliced } from './archives.ts'
import type { Random } from './archives.ts'
import { swapped } from './corrupt-figures.ts'
import type { Corruption } from './corrupt-figures.ts'

const SAID =
  'said|says|stated|added|announced|reported|claimed|told (?:reporters|the press|Wikinews|[A-Z][\\p{L} ]{2,20})|explained|noted|confirmed|warned|argued|believes?|estimated'
const DIT = 'déclaré|annoncé|affirmé|indiqué|expliqué|précisé|estimé|assuré|ajouté|souligné|rappelé|confirmé|dénoncé'
const DIT_PRESENT = 'déclare|annonce|affirme|indique|explique|précise|estime|assure|souligne|rappelle|confirme|dénonce'

const SOURCES: Readonly<Record<'fr' | 'en', readonly RegExp[]>> = {
  fr: [
    /^(?:Selon|D['’]après) [^,;«»]{3,80}, /u,
    /,? (?:selon|d['’]après) [^,;«»]{3,70}(?=[,.])/u,
    new RegExp(`, (?:a|ont)(?:-t-(?:il|elle))? (?:${DIT})(?: (?!que)[^,;«».]{2,60})?(?=\\.$)`, 'u'),
    new RegExp(`^[^,;«».]{3,60} (?:(?:a|ont) (?:${DIT})|(?:${DIT_PRESENT})(?:nt)?) (?:que |qu['’])(?=\\p{L})`, 'u'),
    new RegExp(`, (?:${DIT_PRESENT})(?:nt)?(?:-t-(?:il|elle))?(?: [^,;«».]{3,60})?(?=[.,])`, 'u'),
  ],
  en: [
    /^According to [^,;“”"]{3,80}, /u,
    /,? according to [^,;“”"]{3,70}(?=[,.])/u,
    new RegExp(`, [^,;“”".]{2,60} (?:${SAID})(?=\\.$)`, 'u'),
    new RegExp(`, (?:${SAID}) [^,;“”".]{2,60}(?=\\.$)`, 'u'),
    new RegExp(`^[^,;“”".]{3,60} (?:${SAID}) (?:that )?(?=(?:the|a|an|it|he|she|they|there|this|his|her|their|\\p{Lu}\\p{L}+) )`, 'u'),
  ],
}

export const lostSource: Corruption = (claim, { lang }, random) => {
  if (/[«»“”"]/u.test(claim)) return null
  const found = pick(
    SOURCES[lang].flatMap((pattern) => pattern.exec(claim) ?? []).map((text) => ({ text, start: claim.indexOf(text) })),
    random,
  )
  if (!found || found.start < 0) return null
  const made = capital(spliced(claim, found.start, found.start + found.text.length, '').trim())
  return made.split(' ').length >= 6 && made.endsWith('.') ? made : null
}

const STRANGERS = {
  fr: [
    'les pompiers',
    'un syndicat',
    'le ministère de la Santé',
    'le porte-parole de la Commission',
    'des riverains',
    'Reuters',
    'le quotidien régional',
  ],
  en: [
    'the fire department',
    'a union',
    'the Ministry of Health',
    'a spokesman for the Commission',
    'residents',
    'an anonymous blogger',
    'the trade press',
  ],
}
export const otherSource: Corruption = (claim, { lang, body }, random) =>
  swapped(
    claim,
    lang === 'fr' ? /(?<=(?:[Ss]elon|[Dd]['’]après) )[^,;:.«»]{4,60}(?=[,.])/gu : /(?<=[Aa]ccording to )[^,;:.“”"]{4,60}(?=[,.])/gu,
    random,
    () =>
      pick(
        STRANGERS[lang].filter((one) => !body.toLowerCase().includes((one.split(' ').at(-1) ?? one).toLowerCase())),
        random,
      ),
  )

const FACT: Readonly<Record<'fr' | 'en', readonly (readonly [RegExp, string])[]>> = {
  fr: [
    [/(?<!\p{L})aurait(?= (?:été |déjà |eu |\p{L}+(?:é|i|u|is|it)(?!\p{L})))/u, 'a'],
    [/(?<!\p{L})auraient(?= (?:été |déjà |eu |\p{L}+(?:é|i|u|is|it)(?!\p{L})))/u, 'ont'],
    [/(?<!\p{L})serait(?!\p{L})/u, 'est'],
    [/(?<!\p{L})seraient(?!\p{L})/u, 'sont'],
    [/(?<!\p{L})pourrait(?!\p{L})/u, 'va'],
    [/(?<!\p{L})pourraient(?!\p{L})/u, 'vont'],
    [/(?<!\p{L})permettrait(?!\p{L})/u, 'permet'],
    [/(?<!\p{L})n['’]y aurait(?!\p{L})/u, 'n’y a'],
    [/(?<= )(?:peut-être|probablement|vraisemblablement|apparemment) /u, ''],
    [/(?<= )(?:présumée?s?|supposée?s?) /u, ''],
    [/(?<!\p{L})semble (?=être )/u, 'vient d’'],
    [/(?<!\p{L})voudrait(?!\p{L})/u, 'veut'],
    [/(?<!\p{L})risque de /u, 'va '],
  ],
  en: [
    [/(?<= )(?:reportedly|allegedly|apparently|possibly|probably|perhaps) /u, ''],
    [/(?<= )(?:alleged|suspected|presumed) (?=\p{Ll})/u, ''],
    [/(?<!\p{L})(?:may|might|could) have (?=\p{L}+ed |been )/u, 'has '],
    [/(?<!\p{L})(?:may|might|could) be(?!\p{L})/u, 'is'],
    [/(?<= )(?:may|might|could) (?=\p{Ll}{3,})(?!have )/u, 'will '],
    [/(?<= )would (?=(?!have)\p{Ll}{2,})/u, 'will '],
    [/(?<!\p{L})would have(?!\p{L})/u, 'had'],
    [/(?<= )appears to be(?!\p{L})/u, 'is'],
    [/(?<= )(?:seems|appears) to have(?!\p{L})/u, 'has'],
  ],
}
function factual(list: readonly (readonly [RegExp, string])[], claim: string, random: Random): string | null {
  const chosen = pick(
    list.filter(([pattern]) => pattern.test(claim)),
    random,
  )
  const made = chosen ? claim.replace(chosen[0], chosen[1]) : claim
  return made === claim ? null : capital(made)
}
export const lostConditional: Corruption = (claim, { lang }, random) => (/[«»“”"]/u.test(claim) ? null : factual(FACT[lang], claim, random))

const DONE: Readonly<Record<'fr' | 'en', readonly (readonly [RegExp, string])[]>> = {
  fr: [
    [/(?<!\p{L})devrait être(?!\p{L})/u, 'a été'],
    [/(?<!\p{L})devraient être(?!\p{L})/u, 'ont été'],
    [/(?<!\p{L})devrait (?=\p{Ll}+er(?!\p{L}))/u, 'va bientôt '],
    [/(?<!\p{L})sera(?= \p{L}+(?:é|i|u|is|it)e?(?!\p{L}))/u, 'a été'],
    [/(?<!\p{L})seront(?= \p{L}+(?:é|i|u|is|it)e?s?(?!\p{L}))/u, 'ont été'],
    [/(?<!\p{L})sera(?= (?:le|la|un|une) )/u, 'est'],
    [/(?<!\p{L})est prévue?(?= (?:pour|le|en|au|à) )/u, 'a eu lieu'],
    [/(?<!\p{L})est attendue?(?= )/u, 'est arrivé'],
    [/(?<!\p{L})aura lieu(?!\p{L})/u, 'a eu lieu'],
    [/(?<!\p{L})auront lieu(?!\p{L})/u, 'ont eu lieu'],
    [/(?<!\p{L})se tiendra(?!\p{L})/u, 's’est tenu'],
    [/(?<!\p{L})pourra(?= \p{Ll})/u, 'a pu'],
    [/(?<!\p{L})devra(?= \p{Ll})/u, 'a dû'],
    [/(?<!\p{L})permettra(?!\p{L})/u, 'a permis'],
    [
      /(?<!\p{L}|(?:son|votre|le|un|leur|notre|du|mon|ce) )(?:compte|espère|souhaite|envisage de|prévoit de) (?=\p{Ll}+er(?!\p{L}))/u,
      'vient de ',
    ],
  ],
  en: [
    [/(?<!\p{L})will be(?!\p{L})/u, 'was'],
    [/(?<!\p{L})will have(?!\p{L})/u, 'has had'],
    [/(?<!\p{L})(?:is|are) expected to be(?!\p{L})/u, 'was'],
    [/(?<!\p{L})(?:is|are) (?:expected|scheduled|due|set|planned) to (?=have)/u, ''],
    [/(?<!\p{L})was expected to be(?!\p{L})/u, 'was'],
  ],
}
const PAST: Readonly<Record<string, string>> = {
  go: 'went',
  take: 'took',
  make: 'made',
  give: 'gave',
  begin: 'began',
  hold: 'held',
  meet: 'met',
  see: 'saw',
  become: 'became',
  find: 'found',
  get: 'got',
  run: 'ran',
  leave: 'left',
  come: 'came',
  include: 'included',
  pay: 'paid',
  build: 'built',
  bring: 'brought',
  send: 'sent',
  win: 'won',
  lose: 'lost',
  keep: 'kept',
  need: 'needed',
  help: 'helped',
}
const past = (verb: string): string =>
  PAST[verb] ?? (verb.endsWith('e') ? `${verb}d` : /[^aeiou]y$/u.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`)
const TO_COME =
  /(?<!\p{L})(?:will|(?:is|are|was|were) (?:expected|scheduled|due|set|planned|going) to|plans? to|intends? to|hopes? to|aims? to)(?: (?:also|now|then))? (?!not |be |have |continue )(\p{Ll}{3,})(?!\p{L})/u
/** Participles of verbs in -er, the only ones made by rule. */
const FUTURE_ER =
  /(?<=\p{L}{3,} )(?!sera|fera|aura|ira|devra|pourra|opéra|caméra|verra|faudra|viendra)(\p{Ll}{2,}[^é])era(?= (?:le|la|les|un|une|des|en|à|au|dans|par|ce|cette|son|sa|\d))/u

export const forecastAsFact: Corruption = (claim, { lang }, random) => {
  if (/[«»“”"]/u.test(claim)) return null
  const simple = factual(DONE[lang], claim, random)
  if (simple !== null && random() < 0.6) return simple
  const spot = lang === 'en' ? TO_COME.exec(claim) : FUTURE_ER.exec(claim)
  if (!spot?.[1]) return simple
  return spliced(claim, spot.index, spot.index + spot[0].length, lang === 'en' ? past(spot[1]) : `a ${spot[1]}é`)
}
/** "devrait ouvrir" told as sure: "ouvrira"; "expected to open" told as "will open". */
export const expectedAsSure: Corruption = (claim, { lang }, random) => {
  if (/[«»“”"]/u.test(claim)) return null
  return lang === 'fr'
    ? swapped(claim, /(?<!\p{L})devrai(?:t|ent)(?= \p{Ll}+(?:er|ir|re)(?!\p{L}))/gu, random, (word) =>
        word.endsWith('nt') ? 'vont' : 'va',
      )
    : swapped(claim, /(?<!\p{L})(?:is|are) (?:expected|likely) to(?= \p{Ll})/gu, random, () => 'will')
}
