// What was done by mistake, taken back from its message by key or by button, or later from its own place.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directClient, type DirectClient } from '../../electron/core/router/router.ts'
import { harbour } from '../make-desk.ts'
import { experimentPage } from './pages/experiment-page.ts'
import { framePage } from './pages/frame-page.ts'
import { file, importPage } from './pages/import-page.ts'
import { say } from './say.ts'
import { noBrowser, openStage, type Stage } from './stage.ts'

const card = {
  title: 'Points à retenir au port',
  hypothesis: 'Les points tiennent.',
  task: 'key-points' as const,
  owner: 'me',
  referent: 'me',
  criterion: { measure: 'acceptance' as const, operator: '>=' as const, value: 0.6 },
  stopRule: 'Une citation fausse.',
}

describe.skipIf(noBrowser)('taking back', () => {
  let stage: Stage
  let client: DirectClient
  let article = ''
  let experiment = ''
  const main = () => stage.page.getByRole('main')
  const toast = (text: string | RegExp) => framePage(stage.page).toast(text)
  const shot = (name: string) => stage.page.screenshot({ path: `test-results/undo-${name}.png` })
  const press = (key: string) => stage.page.keyboard.press(key)
  /** The message, then its button. */
  const undo = async (said: string) => {
    await toast(said)
      .getByRole('button', { name: say('frame.undo') })
      .click()
  }

  beforeAll(async () => {
    stage = await openStage()
    client = await directClient(stage.desk.current(), 'host')
    article = (await client.articles.save(harbour)).id
    for (const title of ['Le port attend', 'La criée vend moins']) await client.articles.save({ ...harbour, title })
    const labels = [{ lang: 'fr', text: 'Pêche', kind: 'preferred' as const }]
    await client.vocabulary.save({ concept: { id: 'peche', labels, definition: null, parent: null, active: true, replacedBy: null } })
    experiment = (await client.experiments.create({ ...card, corpus: { articles: [article] } })).id
  })
  afterAll(async () => stage?.close())

  test('a correction, with Z: the article has its words again, and what was validated on it stands', async () => {
    const { page } = stage
    const text = 'Le conseil portuaire de Kerlouan a pris acte mardi 3 mars 2026 du départ de deux ligneurs.'
    const { id } = await client.reviews.add({
      item: article,
      task: 'key-points',
      value: { text },
      checks: ['accuracy', 'plausibility', 'sources', 'stands-alone'],
    })
    const state = async () => (await client.suggestions.ofItem({ item: article })).find((one) => one.id === id)?.state
    await stage.goTo(`#/articles/${article}`)
    await page.getByRole('button', { name: say('article.edit') }).click()
    const dialog = page.getByRole('dialog', { name: say('article.editTitle') })
    await dialog.getByRole('textbox').first().fill('Le port perd deux ligneurs')
    await dialog.getByRole('button', { name: say('common.save') }).click()
    await page.getByRole('heading', { level: 1, name: 'Le port perd deux ligneurs' }).waitFor()
    await toast(say('article.editSaved')).waitFor()
    expect(await state()).toBe('stale')
    await shot('correction')
    await main().focus()
    await press('z')
    await toast(say('undo.done.correction')).waitFor()
    await page.getByRole('heading', { level: 1, name: harbour.title }).waitFor()
    expect(await state()).toBe('accepted')
  })

  test('a term adopted, then one set aside', async () => {
    const { page } = stage
    const term = 'Hervé Quéméneur'
    await stage.goTo('#/vocabulary')
    const line = main().getByRole('listitem').filter({ hasText: term })
    const adopt = line.getByRole('button', { name: say('vocabulary.proposed.makeNamed', { term }) })
    await adopt.waitFor({ timeout: 30_000 })
    await adopt.click()
    await main().getByRole('heading', { name: term }).waitFor()
    await shot('adopted')
    await undo(say('undo.adopted', { term }))
    await toast(say('undo.done.adoption', { term })).waitFor()
    expect((await client.vocabulary.list({})).concepts.map((one) => one.concept.id)).toEqual(['peche'])
    expect(new URL(page.url()).hash).toBe('#/vocabulary')
    await line.getByRole('button', { name: say('vocabulary.parking.dismiss') }).click()
    await undo(say('vocabulary.parking.dismissed', { term }))
    await toast(say('undo.done.dismissal', { term })).waitFor()
    await line.waitFor()
  })

  test('a change of a card, an approval from its message, an approval from its page', async () => {
    const { page } = stage
    const screen = experimentPage(page)
    await stage.goTo(`#/experiments/${experiment}/edit`)
    await screen.field('title').fill('Autre titre')
    await main()
      .getByRole('button', { name: say('experiments.card.saveChange') })
      .click()
    await page.getByRole('heading', { level: 1, name: 'Autre titre' }).waitFor()
    await undo(say('experiments.said.saved'))
    await page.getByRole('heading', { level: 1, name: card.title }).waitFor()
    await screen.approve.click()
    await toast(say('experiments.said.approved')).waitFor()
    await main().focus()
    await press('z')
    await toast(say('undo.done.approval')).waitFor()
    await screen.approve.click()
    await main()
      .getByRole('button', { name: say('undo.unapprove') })
      .waitFor()
    await shot('approved')
    await main()
      .getByRole('button', { name: say('undo.unapprove') })
      .click()
    await screen.approve.click()
    await main()
      .getByRole('button', { name: say('undo.unapprove') })
      .waitFor()
  })

  test('a conclusion: from its message, then from the page once it left', async () => {
    const { page } = stage
    const screen = experimentPage(page)
    const [run] = await client.runs.start({ experiment })
    await client.runs.wait({ id: run!.id })
    const conclude = async () => {
      await stage.goTo(`#/experiments/${experiment}/report`)
      await screen.conclude.click()
      await screen.conclusion.getByRole('radio').first().check()
      await screen.conclusion.getByRole('textbox').fill('Les points tiennent.')
      await screen.conclusion.getByRole('button', { name: say('experiments.conclude.confirm') }).click()
      await main().getByText('Les points tiennent.').waitFor()
    }
    await conclude()
    await shot('concluded')
    await undo(say('experiments.said.concluded'))
    await main().getByText(say('experiments.report.noVerdict')).waitFor()
    await conclude()
    await client.packets.export({ experiment, texts: false })
    await main()
      .getByRole('button', { name: say('undo.reopenOpen') })
      .click()
    const dialog = page.getByRole('dialog', { name: say('undo.reopenTitle') })
    await dialog.getByRole('button', { name: say('undo.reopen') }).click()
    await dialog.getByText(say('undo.reopenNeedsReason')).waitFor()
    await shot('reopen')
    await dialog.getByRole('textbox').fill('Conclue par erreur.')
    await dialog.getByRole('button', { name: say('undo.reopen') }).click()
    await main().getByText(say('experiments.report.noVerdict')).waitFor()
  })

  test('a person added, a person taken away', async () => {
    const { page } = stage
    const row = (name: string) => main().getByRole('row').filter({ hasText: name })
    await stage.goTo('#/settings')
    await page.getByRole('button', { name: say('settings.addPerson') }).click()
    await main().getByLabel(say('settings.name'), { exact: true }).fill('Léna Corre')
    await main().getByLabel(say('settings.id')).fill('lcorre')
    await page.getByRole('button', { name: say('settings.add'), exact: true }).click()
    await row('Léna Corre').waitFor()
    await shot('people')
    await page.getByRole('button', { name: say('undo.removeNamed', { name: 'Léna Corre' }) }).click()
    await undo(say('undo.personRemoved', { name: 'Léna Corre' }))
    await row('Léna Corre').waitFor()
    await undo(say('settings.added', { name: 'Léna Corre' }))
    await toast(say('undo.done.person', { name: 'Léna Corre' })).waitFor()
    await row('Léna Corre').waitFor({ state: 'detached' })
  })

  test('an import; and nothing went wrong in the page', async () => {
    const { page } = stage
    const bring = importPage(page)
    await stage.goTo('#/home')
    await page.getByRole('button', { name: say('home.dropAct') }).click()
    const records = [1, 2].map((number) => JSON.stringify({ id: `e${number}`, title: `Erreur ${number}`, body: harbour.body, lang: 'fr' }))
    await bring.input.setInputFiles([file('erreur.jsonl', records.join('\n'))])
    await bring.look.click()
    await bring.run.click()
    await bring.done.waitFor()
    await shot('import')
    await bring.dialog.getByRole('button', { name: say('undo.import', { count: 2 }) }).click()
    await bring.dialog.getByText(say('undo.done.import', { count: 2 })).waitFor()
    expect((await client.articles.list({})).total).toBe(3)
    expect(await client.ledger.verify({})).toMatchObject({ intact: true })
    expect({ ...stage.witness, requests: 0 }).toEqual({ errors: [], strangers: [], requests: 0 })
  })
})
