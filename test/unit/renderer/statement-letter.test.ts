// The letter to an author: every combination says the fields of a statement of reasons, in both languages, and nothing else.
import { describe, expect, it } from 'vitest'
import { book } from '../../../renderer/words/book.ts'
import { writeStatement, type StatementFacts } from '../../../renderer/words/statement-letter.ts'

const clause = { title: 'Respect des personnes', text: 'On n’insulte « personne ».', reason: 'Reformulez sans viser la personne.' }
const whole: StatementFacts = {
  date: '2026-03-04',
  articleTitle: 'Le port perd « deux » ligneurs',
  passage: 'bande d’abrutis',
  noticed: 'own',
  opinion: 'shown',
  charter: 'Charte de modération',
  clause,
  law: '',
}
const langs = ['fr', 'en'] as const
const opinions = ['shown', 'undecided', 'withheld', 'none'] as const

/** Every combination of the values each fact may have. */
function combinations(): StatementFacts[] {
  const values: { readonly [K in keyof StatementFacts]?: readonly StatementFacts[K][] } = {
    date: [whole.date, null],
    articleTitle: [whole.articleTitle, null],
    passage: [whole.passage, ''],
    noticed: ['own', 'notice'],
    opinion: opinions,
    clause: [clause, null],
    law: ['article 9 du code civil.', ''],
  }
  return Object.entries(values).reduce<StatementFacts[]>(
    (all, [name, options]) => all.flatMap((facts) => options.map((option) => ({ ...facts, [name]: option }))),
    [whole],
  )
}

describe('the letter to an author', () => {
  it('reads as a French newsroom writes', () => {
    expect(writeStatement('fr', whole).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(
      [
        'Bonjour,',
        'Votre commentaire du 4 mars 2026 sous l’article « Le port perd “deux” ligneurs » n’est pas publié. Cette décision porte sur lui seul ; elle vaut partout sur notre site et sans limite de durée.',
        'Nous l’avons relu de notre propre initiative, sans signalement. Le passage en cause : « bande d’abrutis ».',
        'Notre charte (Charte de modération) dit, sous « Respect des personnes » : « On n’insulte “personne”. » Reformulez sans viser la personne.',
        'Un logiciel de la rédaction avait donné un avis sur ce commentaire ; la décision a été prise par une personne.',
        'Vous pouvez contester cette décision en répondant à ce message : votre commentaire sera réexaminé. Vous pouvez aussi saisir un organisme certifié de règlement extrajudiciaire des litiges, ou la justice.',
        'Bien cordialement,\nLa rédaction',
      ].join('\n\n'),
    )
  })

  for (const lang of langs)
    it(`states every field whatever the facts, without holes (${lang})`, () => {
      const speak = book.getFixedT(lang)
      let count = 0
      for (const facts of combinations()) {
        const letter = writeStatement(lang, facts)
        count += 1
        expect(letter).not.toMatch(/\{\{|undefined|null|\n{3}| {2}|“”|«\s*»|\(\)/)
        // Restriction and scope, facts, automated means, redress: always. The ground: when there is one.
        expect(letter).toContain(speak('statement.scope'))
        expect(letter).toContain(speak(`statement.facts.${facts.noticed}`))
        expect(letter).toContain(speak(`statement.automation.${facts.opinion}`))
        expect(letter).toContain(speak('statement.redress'))
        expect(letter.includes(clause.reason)).toBe(facts.clause !== null)
        expect(letter.includes('article 9 du code civil.')).toBe(facts.law !== '')
        expect(letter).not.toContain('civil..')
        expect(letter.includes('abrutis')).toBe(facts.passage !== '')
        expect(letter.includes('2026')).toBe(facts.date !== null)
        expect(letter.includes('ligneurs')).toBe(facts.articleTitle !== null)
      }
      expect(count).toBe(256)
    })

  it('says of the machine only what happened', () => {
    const french = Object.fromEntries(opinions.map((opinion) => [opinion, writeStatement('fr', { ...whole, opinion })]))
    expect(new Set(Object.values(french)).size).toBe(4)
    for (const letter of Object.values(french)) expect(letter).toContain('la décision a été prise par une personne'.slice(3))
    expect(french['none']).not.toMatch(/avait donné un avis/)
  })

  it('takes what a comment holds as plain text, on one line', () => {
    const passage = 'il ment\n\n$t(statement.hello) {{title}} <b>'
    expect(writeStatement('fr', { ...whole, passage })).toContain('il ment $t(statement.hello) {{title}} <b>')
  })

  it('closes a quotation once', () => {
    const words = (passage: string) =>
      /en cause : (.*)/.exec(writeStatement('fr', { ...whole, passage }).replaceAll(/[\u00a0\u202f]/g, ' '))?.[1]
    expect(words('quel menteur !')).toBe('« quel menteur ! »')
    expect(words('Il ment.')).toBe('« Il ment. »')
    expect(words('Il ment')).toBe('« Il ment ».')
  })

  it('gives the house’s own way to contest, and the usual one where the charter says nothing of it', () => {
    const own = 'Écrivez à la médiatrice de la rédaction sous quinze jours.'
    for (const lang of langs) {
      const usual = writeStatement(lang, whole)
      const house = writeStatement(lang, { ...whole, redress: own })
      expect(house).toContain(own)
      expect(usual).not.toContain(own)
      expect(house.split('\n\n')).toHaveLength(usual.split('\n\n').length)
      expect(writeStatement(lang, { ...whole, redress: '  ' })).toBe(usual)
    }
  })

  it('is the same letter for the same facts', () => {
    for (const lang of langs) expect(writeStatement(lang, whole)).toBe(writeStatement(lang, { ...whole }))
  })
})
