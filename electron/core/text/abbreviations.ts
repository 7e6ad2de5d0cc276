// Abbreviations whose point does not end a sentence, lower case, without the point.
// It must not know how sentences are cut.
import { primaryLanguage } from './stems.ts'

/** What the point of a word says of the sentence it stands in. */
export interface Abbreviations {
  /** Titles, streets, "cf.": always followed by the rest of the sentence. */
  readonly leading: ReadonlySet<string>
  /** "p. 12", "art. L. 123-4", "vol. II": go on before a figure, a Roman figure, a lettered article or a bracket only. */
  readonly numbered: ReadonlySet<string>
  /** "janv. 2024", "Inc. (NYSE)": go on before a figure or a bracket only. */
  readonly ending: ReadonlySet<string>
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

const SHARED = 'dr pr prof st ste cf vs jr mt'
const NUMBERED = 'p pp n no nos nr num fig figs art arts vol vols chap ch op ed éd éds § v par sect sec t l h al cap lib'

const FRENCH: Abbreviations = {
  leading: set(
    `${SHARED} m mm mr mme mmes mlle mlles me mgr av bd boul pl env ex réf ref tél tel col gén cdt cne lt sgt adj rv inf sup c-à-d coll dir trad dép arr vve`,
  ),
  numbered: set(`${NUMBERED} livr ann alin min`),
  ending: set('janv févr fév avr juil sept oct nov déc etc max hab km er'),
}
const ENGLISH: Abbreviations = {
  leading: set(
    `${SHARED} mr mrs ms messrs mx rev gov sen rep gen col maj lt sgt capt cmdr cpl hon sr ft ave blvd rd eg ie approx dept est univ adm supt insp pres det assn`,
  ),
  numbered: set(NUMBERED),
  ending: set('jan feb mar apr jun jul aug sep sept oct nov dec inc corp co ltd etc'),
}
const OTHERS: Readonly<Record<string, Abbreviations>> = {
  es: {
    leading: set(`${SHARED} sr sra srta srs sres d dña dª ud uds vd avda avd ee gral lic ing arq c`),
    numbered: set(`${NUMBERED} pág págs núm núms ap`),
    ending: set('etc ene feb mar abr may jun jul ago sept oct nov dic aprox'),
  },
  de: {
    leading: set(`${SHARED} hr fr frl ca bzw z b d h u a o i s e v evtl ggf inkl vgl geb gest sog dipl ing hl`),
    numbered: set(`${NUMBERED} s str abs bd kap abb tab ziff`),
    ending: set('usw etc jan feb mär apr jun jul aug sep sept okt nov dez mio mrd'),
  },
  it: {
    leading: set(`${SHARED} sig sigg dott avv ing geom rag on sen gen col cap mons arch v ecc.mo s ss`),
    numbered: set(`${NUMBERED} pag pagg num co`),
    ending: set('ecc gen feb mar apr mag giu lug ago set ott nov dic'),
  },
  pt: {
    leading: set(`${SHARED} sr sra srs exmo exma d dra eng arq av r prof profa`),
    numbered: set(`${NUMBERED} pág págs nº`),
    ending: set('etc jan fev mar abr mai jun jul ago set out nov dez'),
  },
  nl: {
    leading: set(`${SHARED} dhr mevr mr ir drs ing mw o.a d.w.z bijv ca resp`),
    numbered: set(`${NUMBERED} blz afb`),
    ending: set('enz etc jan feb mrt apr jun jul aug sept okt nov dec'),
  },
}
const merged = (a: Abbreviations, b: Abbreviations): Abbreviations => ({
  leading: new Set([...a.leading, ...b.leading]),
  numbered: new Set([...a.numbered, ...b.numbered]),
  ending: new Set([...a.ending, ...b.ending]),
})
const KNOWN: Readonly<Record<string, Abbreviations>> = { fr: FRENCH, en: ENGLISH, ...OTHERS }
const UNKNOWN = merged(FRENCH, ENGLISH)

/** The abbreviations of a language; those of French and English for one without a list. */
export function abbreviations(lang: string | null): Abbreviations {
  return KNOWN[primaryLanguage(lang)] ?? UNKNOWN
}

/** Also plain words ("la réponse est. …", "he asked me."): abbreviations only with a capital. */
export const CAPITAL_ONLY = set('me est rev gov rep gen hon sen adm col cap fr hr pl det pres ing')
