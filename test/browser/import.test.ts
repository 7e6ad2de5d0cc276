// Files brought by hand: what will be read, what is skipped and why, the thesaurus offered, then finding it all again.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { framePage } from './pages/frame-page.ts'
import { file, importPage } from './pages/import-page.ts'
import { say, sayAnything } from './say.ts'
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
    await bring.firstRecords.filter({ hasText: 'La criée de Trévignec, épisode 0' }).waitFor()
    await bring.dialog.getByText(say('articles.columnsUnused', { columns: 'mots' })).waitFor()
    await bring.dialog.getByText(say('articles.willSkipNone')).waitFor()
    await bring.run.click()
    await bring.done.waitFor()
    expect(await bring.done.textContent()).toContain(say('articles.imported', { count: 4 }))
    await bring.see.click()
  })

  test('the next file of the same columns finds them chosen; without the text nothing can be imported', async () => {
    const { page } = stage
    const bring = importPage(page)
    await page.getByRole('button', { name: say('articles.import') }).click()
    await bring.input.setInputFiles([file('export-2.csv', csv.replaceAll('csv-', 'suite-'))])
    await bring.rights.selectOption({ label: say('rights.third-party') })
    await bring.look.click()
    await bring.dialog.getByText(say('articles.columnsRemembered')).waitFor()
    expect(await bring.column('articles.field.body').inputValue()).toBe('contenu')
    expect(await bring.column('articles.field.date').inputValue()).toBe('paru le')
    await bring.column('articles.field.body').selectOption('')
    await bring.dialog.getByText(say('articles.bodyNeeded')).waitFor()
    expect(await bring.run.isDisabled(), 'nothing can be read without the text').toBe(true)
    await bring.column('articles.field.body').selectOption('contenu')
    await bring.firstRecords.filter({ hasText: 'épisode 3' }).waitFor()
    await expect.poll(() => bring.run.isDisabled()).toBe(false)
    await page.keyboard.press('Escape')
    await bring.dialog.waitFor({ state: 'detached' })
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
      await bring.zone.waitFor({ state: 'detached' })
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
    await bring.dialog.getByRole('button', { name: say('articles.copyReport') }).click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Fichier\tOù\tPourquoi\nillisible\.docx\t/)
    const saving = page.waitForEvent('download')
    await bring.dialog.getByRole('button', { name: say('articles.saveReport') }).click()
    expect((await saving).suggestedFilename()).toBe(say('articles.reportFile'))
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
    await page.getByRole('button', { name: say('articles.moreFilters') }).click()
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
    await page.getByText(say('articles.nothingText')).waitFor()
  })

  test('dates are typed as people write them; chips say what narrows; reload keeps it', async () => {
    const { page } = stage
    const bring = importPage(page)
    const found = (count: number) => page.getByRole('main').getByText(say('common.articles', { count }), { exact: true })
    await bring.search.fill('langoustine')
    const [from, to] = [bring.filter('articles.from'), bring.filter('articles.to')]
    await from.fill('2 juin 2025')
    await from.press('Enter')
    await found(3).waitFor()
    expect(await from.inputValue()).toBe('02/06/2025')
    await to.fill('demain')
    await to.press('Enter')
    await page.getByText(say('articles.notADate')).waitFor()
    await to.fill('3/6/25')
    await to.press('Tab')
    await found(2).waitFor()
    await page.waitForURL(/from=2025-06-02&to=2025-06-03/)
    await page.reload()
    await found(2).waitFor()
    expect(await bring.search.inputValue()).toBe('langoustine')
    await page
      .getByRole('button', { name: say('articles.dropFilter', { what: say('articles.activeFrom', { day: '02/06/2025' }) }) })
      .click()
    await page.getByRole('button', { name: say('articles.dropFilter', { what: say('articles.activeTo', { day: '03/06/2025' }) }) }).click()
    await found(4).waitFor()
    await from.fill('juin 2025')
    await from.press('Enter')
    await expect.poll(() => to.inputValue(), { message: 'a month typed alone is a period' }).toBe('30/06/2025')
    await page
      .getByRole('button', { name: say('articles.reset') })
      .first()
      .click()
    await bring.filter('articles.tag').fill('KERBRAT')
    await bring.filter('articles.tag').press('Enter')
    await expect.poll(() => bring.filter('articles.tag').inputValue(), { message: 'the archive’s own spelling' }).toBe('Kerbrat')
  })

  test('the health sheet counts, and its table leads to the list', async () => {
    const { page } = stage
    await page
      .getByRole('button', { name: say('articles.reset') })
      .first()
      .click()
    await page.getByRole('link', { name: say('articles.health') }).click()
    await page.getByRole('heading', { level: 1, name: say('health.title') }).waitFor()
    const sections = page.locator('figure').filter({ hasText: say('health.sections') })
    await sections.locator('summary').click()
    await sections.getByRole('link', { name: 'Mer' }).click()
    await page
      .getByRole('main')
      .getByText(say('common.articles', { count: 6 }), { exact: true })
      .waitFor()
    expect(await importPage(page).filter('articles.section').inputValue()).toBe('Mer')
  })

  test('the palette finds an article by a word of its title', async () => {
    const { page } = stage
    await page.keyboard.press('Control+KeyK')
    await page.getByRole('dialog').getByRole('combobox').fill('marché')
    await page.getByRole('option', { name: /Une note de plus/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Une note de plus' }).waitFor()
  })

  test('a stopped import says what it kept, and keeps it', async () => {
    const { page } = stage
    const bring = importPage(page)
    const many = Array.from({ length: 20_000 }, (_, index) =>
      JSON.stringify({
        ...record(index),
        id: `long-${index}`,
        section: 'Longue',
        body: `${record(index).body} Numéro ${index}. `.repeat(3),
      }),
    )
    await framePage(page).open('frame.articles')
    await page.getByRole('button', { name: say('articles.import') }).click()
    await bring.input.setInputFiles([file('long.jsonl', [...many.slice(0, 50), '{"id":', ...many.slice(50)].join('\n'))])
    await bring.look.click()
    await bring.run.click()
    await bring.dialog.getByText(sayAnything('articles.bytesOf', 'done', 'total')).waitFor({ timeout: 30_000 })
    await bring.stop.click()
    await bring.stopped.waitFor({ timeout: 30_000 })
    await bring.dialog.getByText(say('articles.stoppedText')).waitFor()
    const said = (await bring.stopped.textContent()) ?? ''
    const kept = Number(/(\d[\d\s]*) nouveaux/.exec(said)?.[1]?.replaceAll(/\s/g, ''))
    expect(kept).toBeGreaterThan(0)
    expect(kept).toBeLessThan(many.length)
    await bring.see.click()
    await stage.goTo('#/articles?section=Longue')
    await page
      .getByRole('main')
      .getByText(say('common.articles', { count: kept }), { exact: true })
      .waitFor()
    await page.getByRole('button', { name: say('articles.dropFilter', { what: 'Rubrique : Longue' }) }).click()
  })

  test('the page broke none of its rules', () => {
    expect(stage.witness.strangers).toEqual([])
    expect(stage.witness.errors).toEqual([])
  })
})
