// Finds an office put in the place of another: "ministre" where the article has "président".
// It must not know names: names.ts judges them.
import type { Flag } from '../../../../shared/domain/suggestion.ts'
import { flag } from './comparison.ts'
import type { Comparison } from './comparison.ts'

// Each line one office: words of one line say the same. Only offices that no editor would take for each other.
const OFFICES: readonly (readonly string[])[] = [
  'president presidente',
  'ministre minister premier premiere prime',
  'maire mayor mairesse',
  'senateur senatrice senator',
  'depute deputee',
  'prefet prefete',
  'gouverneur gouverneure governor',
  'juge judge justice magistrat magistrate',
  'procureur procureure prosecutor',
  'avocat avocate lawyer attorney',
  'directeur directrice director',
  'secretaire secretary',
  'roi king',
  'reine queen',
  'prince princesse princess',
  'pape pope',
  'eveque bishop archeveque archbishop',
  'general generale',
  'colonel',
  'capitaine captain',
  'sergent sergeant',
  'ambassadeur ambassadrice ambassador',
  'commissaire commissioner',
  'professeur professeure professor',
  'entraineur entraineuse coach',
  'congressman congresswoman representative',
  'chancelier chanceliere chancellor',
  'vice',
].map((line) => line.split(' '))
const OFFICE = new Map(OFFICES.flatMap((words, at) => words.map((word) => [word, at] as const)))

/** Offices that took another's place, as `name-absent`: a person with the wrong title is another person. */
export function titlesInPlace({ alignment }: Comparison): Flag[] {
  return (alignment?.differences ?? []).flatMap((difference) => {
    const mine = difference.claim.filter((word) => OFFICE.has(word.fold))
    const theirs = difference.source.filter((word) => OFFICE.has(word.fold))
    const [first, last] = [mine[0], mine.at(-1)]
    const [from, to] = [theirs[0], theirs.at(-1)]
    if (!first || !last || !from || !to) return []
    const known = new Set(theirs.map((word) => OFFICE.get(word.fold)))
    if (mine.some((word) => known.has(OFFICE.get(word.fold)))) return []
    const { sentence } = difference
    return [
      flag('name-absent', { start: first.start, end: last.end }, sentence.text.slice(from.start - sentence.start, to.end - sentence.start)),
    ]
  })
}
