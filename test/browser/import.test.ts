// Files brought by hand: what will be read, what is skipped and why, the thesaurus offered, then finding it all again.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { framePage } from './pages/frame-page.ts'
import { file, importPage } from './pages/import-page.ts'
import { say } from './say.ts'
import { noBrowser, openStage, type Stage } from './stage.ts'

const places = ['Kerbrat', 'Port-Lazen', 'Trévignec', 'Lannoyer'] as const

function record(index: number) {
  const place = places[index % places.length] ?? 'Kerbrat'
  const body = `Le conseil de ${place} a voté mardi un crédit de ${index + 10} 000 euros. La séance a duré deux heures et le vote a été acquis à l’unanimité des présents.`
  return {
    id: `jsonl-${index}`,
    title: `${place} vote son crédit numéro ${index}`,
    body,
    date: `2026-0${(index % 8) + 1}-12`,
    section: index % 2 ? 'Mer' : 'Conseil',
    tags: ['budget', place],
    lang: 'fr',
  }
}

const jsonl = [
  ...Array.from({ length: 12 }, (_, index) => JSON.stringify(record(index))),
  '{"id":"cassé", "title": ',
  JSON.stringify({ id: 'vide', title: 'Sans texte' }),
].join('\n')
const csv = [
  'reference;intitule;contenu;paru le;mots',
  ...Array.from(
    { length: 4 },
    (_, index) =>
      `csv-${index};La criée de Trévignec, épisode ${index};La criée a vendu ${index + 3} tonnes de langoustines ce jeudi, sous un soleil franc et devant des acheteurs nombreux.;2025-06-0${index + 1};pêche`,
  ),
].join('\n')

describe.skipIf(noBrowser)('bringing files', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(async () => stage?.close())

  test('a JSON Lines file with broken records says what will be skipped, and where', async () => {
    const { page } = stage
    const bring = importPage(page)
    await page.getByRole('button', { name: say('home.dropAct') }).click()
    await bring.input.setInputFiles([file('articles.jsonl', jsonl)])
    expect(await bring.files.count()).toBe(1)
    await bring.look.click()
    await bring.dialog.getByRole('heading', { name: say('articles.willSkip', { count: 2 }) }).waitFor()
    const skipped = await bring.dialog.getByRole('table', { name: say('articles.willSkip', { count: 2 }) }).textContent()
    expect(skipped).toContain('ligne 13')
    expect(skipped).toContain('ligne 14')
    expect(skipped, 'nothing of the file’s text is quoted').not.toContain('cassé')
    await bring.run.click()
    await bring.done.waitFor()
    expect(await bring.done.textContent()).toContain(say('articles.imported', { count: 12 }))
    expect(await bring.done.textContent()).toContain(say('articles.rejected', { count: 2 }))
  })

  test('without a thesaurus, one is offered from the tags, and made', async () => {
    const { dialog } = importPage(stage.page)
    const offer = say('articles.offer', {
      articles: say('common.articles', { count: 12 }),
      tags: say('common.tags', { count: 5 }),
      kept: 5,
    })
    await dialog.getByText(offer).waitFor()
    await dialog.getByRole('button', { name: say('articles.offerYes') }).click()
    await dialog.getByText(say('articles.offerDone', { count: 5 })).waitFor()
  })

  test('a CSV of another house: its columns are mapped by hand, the preview follows', async () => {
    const { page } = stage
    const bring = importPage(page)
    await bring.dialog.getByRole('button', { name: say('articles.again') }).click()
    await bring.input.setInputFiles([file('export.csv', csv)])
    await bring.rights.selectOption({ label: say('rights.third-party') })
    await bring.look.click()
    await bring.column('articles.field.title').selectOption('intitule')
    await bring.column('articles.field.body').selectOption('contenu')
    await bring.column('articles.field.date').selectOption('paru le')
    await bring.column('articles.field.id').selectOption('reference')
    await bring.dialog.getByText('La criée de Trévignec, épisode 0').waitFor()
    await bring.dialog.getByText(say('articles.willSkipNone')).waitFor()
    await bring.run.click()
    await bring.done.waitFor()
    expect(await bring.done.textContent()).toContain(say('articles.imported', { count: 4 }))
    await bring.see.click()
  })

  test('dropped files open the dialog; a broken one is refused with a reason, the other is kept; again changes nothing', async () => {
    const { page } = stage
    const bring = importPage(page)
    const note = '# Une note de plus\n\nLe marché de Lannoyer déménage place du Bourg à partir du 3 mars, pour quatre mois de travaux.'
    const dropBoth = async () => {
      await bring.drop([
        { name: 'note.md', text: note },
        { name: 'illisible.docx', text: 'ceci n’est pas un document Word' },
      ])
      await bring.dialog.waitFor()
      expect(await bring.files.count()).toBe(2)
      await bring.look.click()
      await bring.run.click()
      await bring.done.waitFor()
    }
    await dropBoth()
    expect(await bring.done.textContent()).toContain(say('articles.imported', { count: 1 }))
    expect(await bring.done.textContent()).toContain(say('articles.rejected', { count: 1 }))
    expect(await bring.dialog.getByRole('table', { name: say('articles.rejected', { count: 1 }) }).textContent()).toContain(
      'illisible.docx',
    )
    await bring.see.click()
    await dropBoth()
    expect(await bring.done.textContent()).toContain(say('articles.unchanged', { count: 1 }))
    await bring.see.click()
  })

  test('search as one types finds stems and accents; filters narrow; one gesture clears', async () => {
    const { page } = stage
    await framePage(page).open('frame.articles')
    const bring = importPage(page)
    const lead = (count: number) => page.getByRole('main').getByText(say('common.articles', { count }), { exact: true })
    await lead(17).waitFor()
    await bring.search.pressSequentially('langoustine', { delay: 20 })
    await lead(4).waitFor()
    await bring.search.fill('criee')
    await lead(4).waitFor()
    await bring.search.fill('')
    await bring.filter('articles.section').selectOption('Mer')
    await lead(6).waitFor()
    await page
      .getByRole('button', { name: say('articles.reset') })
      .first()
      .click()
    await bring.filter('articles.rights').selectOption('third-party')
    await lead(4).waitFor()
    await page.getByRole('link', { name: 'La criée de Trévignec, épisode 2' }).click()
    await page.getByText(say('article.aiNo')).waitFor()
    await page.goBack()
    expect(await bring.filter('articles.rights').inputValue(), 'the filter is remembered').toBe('third-party')
    await page
      .getByRole('button', { name: say('articles.reset') })
      .first()
      .click()
    await bring.search.fill('introuvable')
    await page.getByText(say('articles.nothing')).waitFor()
  })

  test('the palette finds an article by a word of its title', async () => {
    const { page } = stage
    await page.keyboard.press('Control+KeyK')
    await page.getByRole('dialog').getByRole('combobox').fill('marché')
    await page.getByRole('option', { name: /Une note de plus/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Une note de plus' }).waitFor()
  })

  test('the page broke none of its rules', () => {
    expect(stage.witness.strangers).toEqual([])
    expect(stage.witness.errors).toEqual([])
  })
})
