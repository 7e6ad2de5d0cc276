// Plants one false word: a name, a quotation, a negation, a lost context.
// It must not know the fact-lock.
import { capital, pick, spliced } from './archives.ts'
import type { Random } from './archives.ts'
import { spots, swapped } from './corrupt-figures.ts'
import type { Corruption } from './corrupt-figures.ts'
import { FIRST_NAMES, namesIn } from './proper-names.ts'

/** A name of the archive, of as many words, that this article does not have. */
export const foreignName =
  (pool: ReadonlyMap<number, readonly string[]>): Corruption =>
  (claim, { title, body }, random) => {
    const name = pick(namesIn(claim), random)
    if (!name) return null
    const strangers = pool.get(name.text.split(' ').length) ?? []
    for (let tried = 0; tried < 20; tried++) {
      const stranger = pick(strangers, random)
      if (stranger && !stranger.split(' ').some((word) => `${title} ${body}`.toLowerCase().includes(word.toLowerCase().slice(0, 5))))
        return spliced(claim, name.start, name.end, stranger)
    }
    return null
  }

/** A name of the article itself in another's place. */
export const neighbourName: Corruption = (claim, { body }, random) => {
  const name = pick(namesIn(claim), random)
  if (!name) return null
  const apart = (other: string): boolean => !other.split(/[ -]/u).some((word) => claim.includes(word.slice(0, 4)))
  const others = [...new Set(body.split(/\n|(?<=\.) /u).flatMap((line) => namesIn(line).map((one) => one.text)))].filter(
    (other) => other.length > 3 && other.split(' ').length === name.text.split(' ').length && apart(other),
  )
  const other = pick(others, random)
  return other ? spliced(claim, name.start, name.end, other) : null
}

export const exchangedNames: Corruption = (claim, { lang }) => {
  const names = namesIn(claim)
  for (const [at, a] of names.entries()) {
    const b = names[at + 1]
    if (!b || a.text.split(' ').length !== b.text.split(' ').length) continue
    const between = claim.slice(a.end, b.start)
    // Names in a list may change places.
    if (between.length < 8 || /^[\s,&/-]*(?:and|et|ou|or)?[\s,/-]*$/u.test(between) || /(?<!\p{L})(?:et|and|ou|or)(?!\p{L})/u.test(between))
      continue
    if (lang === 'en' && /[’']s$/u.test(a.text + b.text)) continue
    return claim.slice(0, a.start) + b.text + between + a.text + claim.slice(b.end)
  }
  return null
}

export const otherFirstName: Corruption = (claim, { lang, body }, random) => {
  const people = namesIn(claim).filter(({ text }) => /^\p{Lu}\p{Ll}{2,9} \p{Lu}\p{Ll}{2,}$/u.test(text))
  const person = pick(people, random)
  if (!person) return null
  const [first = '', last = ''] = person.text.split(' ')
  const by = pick(
    FIRST_NAMES[lang].filter((one) => one !== first && !body.includes(one)),
    random,
  )
  return by ? spliced(claim, person.start, person.end, `${by} ${last}`) : null
}

const TITLES: Readonly<Record<'fr' | 'en', readonly (readonly [string, string])[]>> = {
  fr: [
    ['président', 'secrétaire général'],
    ['Premier ministre', 'président'],
    ['ministre', 'sénateur'],
    ['maire', 'préfet'],
    ['sénateur', 'maire'],
    ['député', 'ministre'],
    ['directeur', 'porte-parole'],
    ['procureur', 'avocat'],
    ['M\\.', 'Mme'],
    ['Mme', 'M.'],
  ],
  en: [
    ['[Pp]resident', 'Prime Minister'],
    ['[Pp]rime [Mm]inister', 'President'],
    ['[Mm]inister', 'Senator'],
    ['[Mm]ayor', 'Governor'],
    ['[Gg]overnor', 'Mayor'],
    ['[Ss]enator', 'Judge'],
    ['[Dd]irector', 'Secretary'],
    ['Mr\\.?', 'Mrs.'],
    ['Ms\\.?', 'Mr.'],
  ],
}
export const otherTitle: Corruption = (claim, { lang }, random) => {
  const usable = TITLES[lang].flatMap(([title, by]) =>
    spots(claim, new RegExp(`(?<![\\p{L}-])${title}(?= (?:\\p{Lu}\\p{Ll}+ )?\\p{Lu}\\p{Ll}+)`, 'gu')).map((spot) => ({ spot, by })),
  )
  const chosen = pick(usable, random)
  return chosen ? spliced(claim, chosen.spot.start, chosen.spot.end, chosen.by) : null
}

const QUOTED = /«\s?([^«»]{15,})\s?»|“([^“”]{15,})”|"([^"]{15,})"/gu
const FILLERS = {
  fr: 'terrible nouveau clairement grave seulement important toujours'.split(' '),
  en: 'terrible new clearly serious only important always'.split(' '),
}
const SUBSTITUTES = {
  fr: 'projet accord risque défi espoir colère effort avenir problème mensonge'.split(' '),
  en: 'project deal risk challenge hope anger effort future problem lie'.split(' '),
}
function insideQuotation(claim: string, random: Random, by: (words: string[]) => string[] | null): string | null {
  const spot = pick(spots(claim, QUOTED), random)
  if (!spot) return null
  const words = spot.text.split(' ')
  const made = words.length >= 4 ? by(words) : null
  return made ? spliced(claim, spot.start, spot.end, made.join(' ')) : null
}
export const changedQuotedWord: Corruption = (claim, { lang }, random) =>
  insideQuotation(claim, random, (words) => {
    const places = words
      .map((word, at) => ({ word, at }))
      .filter(({ word, at }) => at > 0 && at < words.length - 1 && /^\p{Ll}{4,}$/u.test(word))
    const place = pick(places, random)
    const by = pick(
      SUBSTITUTES[lang].filter((one) => !words.includes(one)),
      random,
    )
    return place && by ? words.map((word, at) => (at === place.at ? by : word)) : null
  })
export const addedQuotedWord: Corruption = (claim, { lang }, random) =>
  insideQuotation(claim, random, (words) => {
    const at = 2 + Math.floor(random() * (words.length - 3))
    const by = pick(
      FILLERS[lang].filter((one) => !words.includes(one)),
      random,
    )
    return by ? [...words.slice(0, at), by, ...words.slice(at)] : null
  })
export const droppedQuotedWord: Corruption = (claim, _article, random) =>
  insideQuotation(claim, random, (words) => {
    const places = words
      .map((word, at) => ({ word, at }))
      .filter(({ word, at }) => at > 1 && at < words.length - 2 && /^\p{Ll}{4,}$/u.test(word))
    const place = pick(places, random)
    return place ? words.filter((_word, at) => at !== place.at) : null
  })
/** Marks put round the newspaper's own words, a little changed: nobody said that. */
export const inventedQuotation: Corruption = (claim, { lang }, random) => {
  if (/[«»“”"]/u.test(claim)) return null
  const words = claim.replace(/\.$/u, '').split(' ')
  if (words.length < 12) return null
  const from = 4 + Math.floor(random() * 3)
  const part = words.slice(from, from + 7)
  if (part.some((word) => /[()]/u.test(word))) return null
  const at = part.findIndex((word, rank) => rank > 1 && /^\p{Ll}{4,}$/u.test(word))
  const changed = part.map((word, rank) => (rank === at && random() < 0.6 ? (pick(SUBSTITUTES[lang], random) ?? word) : word))
  const marks = lang === 'fr' ? ['« ', ' »'] : ['“', '”']
  return [...words.slice(0, from), `${marks[0] ?? ''}${changed.join(' ')}${marks[1] ?? ''}`, ...words.slice(from + 7)].join(' ') + '.'
}

export const droppedNegation: Corruption = (claim, { lang }, random) => {
  if (lang === 'en') {
    const made =
      swapped(
        claim,
        /(?<=(?:is|are|was|were|has|have|had|will|would|could|should|may|can|do|does|did)) not(?! only| just)/giu,
        random,
        () => '',
      ) ??
      swapped(
        claim,
        /(?<!\p{L})(?:isn|aren|wasn|weren|hasn|haven|hadn|couldn|wouldn|shouldn|don|doesn|didn)['’]t(?!\p{L})/gu,
        random,
        (word) => word.slice(0, -3),
      ) ??
      swapped(claim, /(?<!\p{L})never (?=\p{L})/gu, random, () => '') ??
      swapped(claim, /(?<!\p{L})without(?!\p{L})/gu, random, () => 'with') ??
      swapped(claim, /(?<= )no (?=(?!longer|more|matter)\p{Ll}{4})/gu, random, () => 'some ')
    return made
  }
  const spot = pick([...claim.matchAll(/(?<!\p{L})(?:ne |n['’])((?:\p{L}+['’]?\s?){1,3}?) (?:pas|jamais|plus)(?!\p{L})/giu)], random)
  if (spot?.[1]) return spliced(claim, spot.index, spot.index + spot[0].length, spot[1])
  return (
    swapped(claim, /(?<!\p{L})sans (?=(?:le |la |les |un |une |l['’])?\p{Ll}+(?<!er|ir|re|oir)(?!\p{L}))/gu, random, () => 'avec ') ??
    swapped(claim, /(?<=\s)aucune? (?=\p{Ll})/gu, random, (word) => (word.trim() === 'aucun' ? 'un ' : 'une '))
  )
}

export const addedNegation: Corruption = (claim, { lang }, random) => {
  const spot =
    lang === 'fr'
      ? pick(
          [
            ...claim.matchAll(
              /(?<=\p{Ll}{3,}[ »] ?)(a|ont|est|sont|avait|avaient|était|étaient|sera|seront|peut|peuvent|doit|doivent|permet|permettent|reste|devient|fait)(?= (?!pas|plus|jamais|donc)\p{Ll})/gu,
            ),
          ],
          random,
        )
      : pick(
          [...claim.matchAll(/(?<=\p{L}{2,} )(is|are|was|were|has|have|had|will|can|would|could)(?= (?!not|no|never)\p{Ll}{2})/gu)],
          random,
        )
  if (!spot || /(?<!\p{L})(?:ne|n['’]|not|pas)\s?$/u.test(claim.slice(0, spot.index))) return null
  const word = spot[0]
  const made =
    lang === 'fr'
      ? `${/^[aeéhio]/u.test(word) ? 'n’' : 'ne '}${word} ${random() < 0.7 ? 'pas' : 'jamais'}`
      : random() < 0.7
        ? `${word} not`
        : `${word} never`
  return spliced(claim, spot.index, spot.index + word.length, made)
}

const OPPOSITES: Readonly<Record<'fr' | 'en', string>> = {
  fr: `hausse/baisse augmentation/diminution augmenté/diminué augmente/diminue augmenter/réduire gagné/perdu gagne/perd victoire/défaite succès/échec plus/moins supérieur/inférieur supérieure/inférieure
ouvert/fermé ouverture/fermeture accepté/refusé accepte/refuse adopté/rejeté approuvé/rejeté autorisé/interdit légal/illégal premier/dernier première/dernière début/fin avant/après majorité/minorité favorable/opposé
nord/sud est/ouest facile/difficile gratuit/payant public/privé publique/privée possible/impossible meilleur/pire rapide/lent grand/petit grande/petite nouveau/ancien nouvelle/ancienne haut/bas positif/négatif soutien/opposition pour/contre
condamné/acquitté mort/vivant amélioré/dégradé améliorer/dégrader simple/complexe fort/faible créé/supprimé créer/supprimer ajouté/retiré`,
  en: `rise/fall rose/fell increase/decrease increased/decreased more/less more/fewer higher/lower won/lost win/lose victory/defeat success/failure open/closed opened/closed opening/closing accepted/rejected approved/rejected
allowed/banned legal/illegal first/last before/after majority/minority supported/opposed support/oppose north/south northern/southern east/west eastern/western easy/difficult easier/harder free/paid public/private possible/impossible
best/worst better/worse fast/slow faster/slower large/small larger/smaller new/old high/low positive/negative guilty/innocent convicted/acquitted alive/dead improved/worsened improve/worsen simple/complex strong/weak created/destroyed added/removed
most/least above/below inside/outside safe/dangerous`,
}
export const opposite: Corruption = (claim, { lang }, random) => {
  const pairs = OPPOSITES[lang].split(/\s+/u).flatMap((pair) => {
    const [a = '', b = ''] = pair.split('/')
    return [
      [a, b],
      [b, a],
    ] as const
  })
  const usable = pairs.flatMap(([word, by]) => {
    if (lang === 'fr' && ['est', 'plus', 'contre', 'pour', 'mort', 'public', 'fin', 'avant', 'haut', 'bas', 'fort', 'ouest'].includes(word))
      return []
    if (
      lang === 'en' &&
      [
        'more',
        'most',
        'first',
        'last',
        'before',
        'after',
        'opening',
        'open',
        'public',
        'support',
        'new',
        'least',
        'less',
        'best',
        'free',
      ].includes(word) &&
      !new RegExp(`(?<!\\p{L})${word} (?:than|\\p{Ll}{4})`, 'u').test(claim)
    )
      return []
    return spots(claim, new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}-])`, 'gu')).map((spot) => ({ spot, by }))
  })
  const chosen = pick(usable, random)
  return chosen ? spliced(claim, chosen.spot.start, chosen.spot.end, chosen.by) : null
}

/** A pronoun where the sentence named its subject: whom it means is lost. */
export const pronounOpening: Corruption = (claim, { lang }, random) => {
  const name =
    /^(?:(?:Le|La|L['’]|The) )?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,2}(?= (?:a|est|avait|était|sera|is|was|has|had|said|will|won) )/u.exec(claim)
  if (!name) return null
  return spliced(
    claim,
    0,
    name[0].length,
    pick(lang === 'fr' ? ['Il', 'Elle', 'Ce dernier', 'Celui-ci'] : ['He', 'She', 'It', 'They'], random) ?? '',
  )
}
export const linkedOpening: Corruption = (claim, { lang }, random) => {
  if (!/^(?:Le|La|Les|Un|Une|The|A|An) /u.test(claim)) return null
  const lead =
    pick(
      lang === 'fr'
        ? ['En revanche, ', 'Par ailleurs, ', 'De son côté, ', 'Cependant, ', 'En outre, ']
        : ['However, ', 'Meanwhile, ', 'In addition, ', 'Moreover, ', 'Instead, '],
      random,
    ) ?? ''
  return lead + claim.charAt(0).toLowerCase() + claim.slice(1)
}
export const looseSpeech: Corruption = (claim, { lang }, random) => {
  if (!/\p{L}\.$/u.test(claim) || /[«“"]/u.test(claim) || namesIn(claim).length > 0) return null
  const tail = pick(
    lang === 'fr'
      ? ['a-t-il ajouté', 'a-t-elle précisé', 'explique-t-il', 'poursuit-elle']
      : ['he said', 'she added', 'they explained', 'he told reporters'],
    random,
  )
  return `${claim.slice(0, -1)}, ${tail ?? ''}.`
}
export const looseDay: Corruption = (claim, { lang, body }, random) => {
  const day =
    pick(lang === 'fr' ? ['lundi', 'mardi', 'jeudi', 'samedi'] : ['on Monday', 'on Tuesday', 'on Thursday', 'yesterday'], random) ?? ''
  if (!/\p{L}\.$/u.test(claim) || !body.toLowerCase().includes(day.replace('on ', '').toLowerCase())) return null
  return capital(`${claim.slice(0, -1)} ${day}.`)
}
