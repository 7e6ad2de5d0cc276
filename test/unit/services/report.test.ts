// The figures of the report against numbers worked by hand, and the two printable documents.
import { describe, expect, it } from 'vitest'
import { harbour } from '../../make-desk.ts'
import { importOutputs } from '../../../electron/core/services/import-outputs.ts'
import { checks, openNewsroom, refusal, type Newsroom } from './newsroom.ts'

const hostile = `<script>alert("x")</script> & 'moi' <img src=x onerror=y>`
const card = {
  title: 'Points en locale',
  hypothesis: 'Ils tiennent.',
  task: 'key-points' as const,
  owner: 'me',
  referent: 'me',
  corpus: { query: '' },
  criterion: 'Rien de faux.',
  stopRule: 'Une erreur.',
}
const faithfulText = (number: number): string => `La flottille compte désormais 14 bateaux, dit la note ${'i'.repeat(number + 1)}.`
const wrongText = (number: number): string => `La flottille compte désormais ${900 + number} bateaux.`
const override = 'Vérifié au port par la rédaction.'

type Trial = { room: Newsroom; id: string; ids: string[] }

/** An experiment whose outputs came from another tool: `texts` on one article. */
async function trial(
  texts: readonly string[],
  more: Partial<Parameters<Newsroom['client']['experiments']['create']>[0]> = {},
): Promise<Trial> {
  const room = await openNewsroom()
  await room.bring('articles', 'a.jsonl', [{ id: 'n1', ...harbour, title: hostile }])
  const { id } = await room.client.experiments.create({ ...card, ...more })
  await room.client.experiments.approve({ id })
  async function* drafts() {
    for (const [index, text] of texts.entries()) {
      yield {
        file: 'o.jsonl',
        read: {
          ok: true as const,
          at: `line ${index + 1}`,
          draft: { id: `o${index}`, article: 'n1', task: 'key-points' as const, value: { text }, engine: 'autre' },
        },
      }
    }
  }
  expect(await importOutputs(room.desk, drafts(), id)).toMatchObject({ imported: texts.length })
  return { room, id, ids: texts.map((_, index) => `o${index}`) }
}

describe('the report', () => {
  it('counts as one would by hand', async () => {
    // 10 proposed, 3 of them with a number the article has not.
    const texts = [
      ...Array.from({ length: 7 }, (_, number) => faithfulText(number)),
      ...Array.from({ length: 3 }, (_, number) => wrongText(number)),
    ]
    const { room, id, ids } = await trial(texts, { criterion: { measure: 'acceptance', operator: '>=', value: 0.75 } })
    const { reviews, experiments } = room.client
    const at = (index: number) => ids[index]!
    for (const index of [0, 1, 2, 3]) await reviews.accept({ id: at(index), checks }) // 4 kept as they were
    await reviews.accept({ id: at(7), checks, override }) // … and one against the fact-lock: 5
    await reviews.edit({ id: at(8), value: { text: faithfulText(20) }, checks }) // 1 corrected
    await reviews.reject({ id: at(4), reason: 'redite' }) // 2 refused
    await reviews.reject({ id: at(9), reason: 'chiffre faux' })
    await reviews.unsure({ id: at(5) }) // 1 in doubt, 1 waiting
    for (const number of [30, 31, 32])
      await reviews.add({ item: 'n1', task: 'key-points', value: { text: faithfulText(number) }, checks, experiment: id })
    const [last] = (await room.client.suggestions.ofItem({ item: 'n1' })).filter((suggestion) => suggestion.origin === 'human').slice(-1)
    await reviews.undo({ id: last!.id }) // 2 additions stand
    const report = await experiments.report({ id })
    expect(report).toMatchObject({ items: 1, proposed: 10, added: 2, reviewers: 1, reviewToQuestion: false, withoutProtocol: false })
    expect(report.byState).toEqual({ proposed: 1, accepted: 5, edited: 1, rejected: 2, unsure: 1, withdrawn: 0, stale: 0 })
    expect(report.acceptance).toBeCloseTo(6 / 8)
    expect(report.unchanged).toBeCloseTo(5 / 8)
    expect(report.recall).toBeCloseTo(6 / 8)
    expect(report.agreement).toBeNull()
    // The corrected one no longer carries its finding: 2 of the 10 still do.
    expect(report.flagged).toBe(2)
    expect(report.criterion).toEqual({ measured: 6 / 8, met: true })
    expect(report.overrides).toEqual([{ item: 'n1', flag: 'number-absent', text: wrongText(0), reason: override }])
    expect(report.worst.map(({ text, kept, reason }) => [text, kept, reason])).toEqual([
      [wrongText(2), null, 'chiffre faux'],
      [faithfulText(4), null, 'redite'],
      [wrongText(1), faithfulText(20), ''],
    ])
  })

  it('has no share where nothing was decided, and judges no criterion in words', async () => {
    const { room, id } = await trial([faithfulText(0)])
    expect(await room.client.experiments.report({ id })).toMatchObject({
      acceptance: null,
      unchanged: null,
      recall: null,
      criterion: { measured: null, met: null },
      reviewToQuestion: false,
    })
  })

  it('judges both directions of a criterion, at its very edge', async () => {
    const { room, id, ids } = await trial([faithfulText(0), faithfulText(1)], {
      criterion: { measure: 'refused', operator: '<=', value: 0.5 },
    })
    await room.client.reviews.accept({ id: ids[0]!, checks })
    await room.client.reviews.reject({ id: ids[1]!, reason: 'redite' })
    expect((await room.client.experiments.report({ id })).criterion).toEqual({ measured: 0.5, met: true })
    await room.client.reviews.undo({ id: ids[0]! })
    expect((await room.client.experiments.report({ id })).criterion).toEqual({ measured: 1, met: false })
  })

  it('questions a review that kept 97 % as it was, from twenty decisions on', async () => {
    const { room, id, ids } = await trial(Array.from({ length: 34 }, (_, number) => faithfulText(number)))
    const { reviews, experiments } = room.client
    const questioned = async () => (await experiments.report({ id })).reviewToQuestion
    for (const one of ids.slice(0, 19)) await reviews.accept({ id: one, checks })
    expect(await questioned()).toBe(false) // 19 of 19, too few to say
    await reviews.accept({ id: ids[19]!, checks })
    expect(await questioned()).toBe(true) // 20 of 20
    await reviews.reject({ id: ids[20]!, reason: 'redite' })
    expect(await questioned()).toBe(false) // 20 of 21: 95,2 %
    for (const one of ids.slice(21, 33)) await reviews.accept({ id: one, checks })
    expect(await questioned()).toBe(false) // 32 of 33: 96,97 %
    await reviews.accept({ id: ids[33]!, checks })
    expect(await questioned()).toBe(true) // 33 of 34: 97,06 %
    expect((await experiments.document({ id, kind: 'report' })).html).toContain('Relecture à interroger')
  })

  it('marks what was made without protocol', async () => {
    const room = await openNewsroom()
    expect(await room.client.experiments.report({ id: 'essai-libre' })).toMatchObject({ withoutProtocol: true })
    expect(await refusal(room.client.experiments.report({ id: 'absent' }))).toBe('not-found')
  })
})

describe('the printable documents', () => {
  it('say the facts in both languages, and hold no markup but their own', async () => {
    const fields = ['title', 'hypothesis', 'stopRule', 'desk', 'peopleConcerned', 'dataConcerned', 'editorialResponsibility'] as const
    const marked = Object.fromEntries(fields.map((field) => [field, `${field} ${hostile}`]))
    const { room, id, ids } = await trial([wrongText(0), wrongText(1)], {
      ...marked,
      from: '2026-03-01',
      to: '2026-03-31',
      worksCouncil: { status: 'not-needed', because: hostile },
    })
    const { client } = room
    await client.reviews.accept({ id: ids[0]!, checks, override: `${hostile} pour la raison` })
    await client.reviews.reject({ id: ids[1]!, reason: `refus ${hostile}` })
    await client.experiments.conclude({ id, verdict: 'stop', reason: `conclusion ${hostile}` })
    const { hash } = await client.experiments.show({ id })
    const escaped = '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;moi&#39; &lt;img src=x onerror=y&gt;'
    const document = async (kind: 'report' | 'works-council', lang: 'fr' | 'en') =>
      (await client.experiments.document({ id, kind, lang })).html
    for (const lang of ['fr', 'en'] as const) {
      const report = await document('report', lang)
      const council = await document('works-council', lang)
      for (const html of [report, council]) {
        expect(html.startsWith('<!doctype html>')).toBe(true)
        expect(html).toContain(`<html lang="${lang}">`)
        expect(html).not.toMatch(/<script|<img|onerror=y>/)
        expect(html).not.toMatch(/https?:\/\//)
        expect(html).toContain(hash.slice(0, 16))
        expect(html).not.toMatch(/undefined|\[object|NaN|Invalid Date/)
      }
      for (const words of [
        `title ${escaped}`,
        `hypothesis ${escaped}`,
        `stopRule ${escaped}`,
        `desk ${escaped}`,
        `refus ${escaped}`,
        `conclusion ${escaped}`,
        `${escaped} pour la raison`,
        wrongText(1),
      ])
        expect(report).toContain(words)
      for (const field of ['title', 'hypothesis', 'stopRule', 'peopleConcerned', 'dataConcerned', 'editorialResponsibility'])
        expect(council).toContain(`${field} ${escaped}`)
      expect(council).toContain(escaped)
      expect(report).toContain(lang === 'fr' ? 'Arrêter' : 'Stop')
      expect(report).toContain(lang === 'fr' ? '50' : '50%')
      expect(council).not.toContain(wrongText(0))
    }
  })
})

describe('the printed Bilan', () => {
  it('answers who, when, from what, with what, changed how, on a sheet the page’s policy accepts', async () => {
    const texts = [...Array.from({ length: 20 }, (_, number) => faithfulText(number)), wrongText(0)]
    const { room, id, ids } = await trial(texts, {
      criterion: { measure: 'unchanged', operator: '>=', value: 0.6, text: '' },
      editorialResponsibility: 'la rédactrice en chef adjointe',
      worksCouncil: { status: 'pending' },
    })
    const { reviews, experiments } = room.client
    for (const one of ids.slice(0, 12)) await reviews.accept({ id: one, checks })
    for (const one of ids.slice(12, 19)) await reviews.reject({ id: one, reason: 'redite' })
    await reviews.edit({ id: ids[20]!, value: { text: faithfulText(40) }, checks })
    await experiments.conclude({ id, verdict: 'continue', reason: 'On continue.' })
    const report = await experiments.report({ id })
    // 20 decisions: two batches; 12 kept, 7 refused, 1 edited
    expect(report.plots.progress.map(({ decided, acceptance }) => [decided, acceptance])).toEqual([
      [10, 1],
      [10, 0.3],
    ])
    // « La flottille compte désormais 900 bateaux. » → « … 14 bateaux, dit la note iii… » : 1 word replaced, 4 added, of 10
    expect(report.plots.edits).toMatchObject({ measured: 1, median: 0.5 })
    expect(report.plots.findings).toMatchObject([{ flag: 'number-absent', byState: { edited: 1, accepted: 0 } }])
    expect(report.sources).toMatchObject({ articles: 1, comments: 0, rights: { own: 1, unknown: 0 }, from: '2026-03-04', to: '2026-03-04' })
    expect(report.minutes).toBeNull()
    const { html } = await experiments.document({ id, kind: 'report' })
    const text = html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
    for (const said of [
      'Poursuivre',
      'au moins 60 %',
      '60 % · Atteint',
      'la rédactrice en chef adjointe',
      '1 article',
      'autre : sorties venues d’un autre outil',
      'gardés tels quels : 12 ; modifiés : 1 ; refusés : 7',
      'Chiffre absent de l’article',
      'La consultation du CSE était encore en attente.',
      'La carte a été approuvée par la personne qui l’a écrite.',
      '1 proposition n’est pas relue.',
      report.experiment.approval!.entry,
      report.experiment.conclusion!.entry,
      report.experiment.hash,
    ])
      expect(text).toContain(said)
    // the app shows the same markup: no style attribute, no colour but ink
    expect(html).not.toMatch(/ style=/)
    expect(html.match(/<h2>/g)?.length).toBe(html.match(/<section/g)?.length)
    expect(html).toContain('counter(page) " / " counter(pages)')
  })

  it('lets no title out of the page’s running head', async () => {
    const { room, id } = await trial([faithfulText(0)], { title: `</style><script>x</script>"; } body { display: none` })
    const { html } = await room.client.experiments.document({ id, kind: 'report' })
    const style = html.slice(html.indexOf('<style>') + 7, html.indexOf('</style>'))
    expect(style).toContain('.paper h1')
    expect(html.split('</style>')).toHaveLength(2)
    expect(html).not.toContain('<script>')
    expect(style).not.toContain('} body {')
  })
})
