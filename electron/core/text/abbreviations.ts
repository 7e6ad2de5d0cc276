// Abbreviations whose point does not end a sentence, lower case, without the point.
// It must not know how sentences are cut.

const SHARED = ['dr', 'pr', 'st', 'ste', 'cf', 'vs', 'vol', 'p', 'pp', 'n', 'no', 'nos', 'fig', 'art', 'op', 'cit', 'ed', 'éd', 'jr', 'mt']

/** Always followed by the rest of the sentence. */
export const LEADING_ABBREVIATIONS: Readonly<Record<'fr' | 'en', ReadonlySet<string>>> = {
  fr: new Set([
    ...SHARED,
    ...['m', 'mm', 'mme', 'mmes', 'mlle', 'mlles', 'me', 'mgr', 'av', 'bd', 'boul', 'pl', 'chap', 'ch', 'al', 'env', 'ex', 'réf', 'ref'],
    ...[
      'tél',
      'tel',
      'col',
      'gén',
      'cdt',
      'cne',
      'lt',
      'sgt',
      'adj',
      'prof',
      'rv',
      'inf',
      'sup',
      'c-à-d',
      'coll',
      'dir',
      'trad',
      'dép',
      'arr',
      'h',
    ],
  ]),
  en: new Set([
    ...SHARED,
    ...[
      'mr',
      'mrs',
      'ms',
      'messrs',
      'prof',
      'rev',
      'gov',
      'sen',
      'rep',
      'gen',
      'col',
      'lt',
      'sgt',
      'capt',
      'cmdr',
      'hon',
      'sr',
      'ft',
      'ave',
    ],
    ...['blvd', 'rd', 'eg', 'ie', 'approx', 'dept', 'est', 'univ', 'adm', 'supt', 'insp'],
  ]),
}

/** May end a sentence; they only go on before a figure or a bracket ("janv. 2024", "Inc. (NYSE)"). */
export const ENDING_ABBREVIATIONS: Readonly<Record<'fr' | 'en', ReadonlySet<string>>> = {
  fr: new Set(['janv', 'févr', 'fév', 'avr', 'juil', 'sept', 'oct', 'nov', 'déc', 'etc', 'min', 'max', 'hab', 'km']),
  en: new Set([
    'jan',
    'feb',
    'mar',
    'apr',
    'jun',
    'jul',
    'aug',
    'sep',
    'sept',
    'oct',
    'nov',
    'dec',
    'inc',
    'corp',
    'co',
    'ltd',
    'etc',
    'al',
  ]),
}
