// The referent's desk by keyboard: a plan, a blind second reading, two readings side by side, an arbitration.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directClient, type DirectClient } from '../../electron/core/router/router.ts'
import { say } from './say.ts'
import { noBrowser, openStage, type Stage } from './stage.ts'

const articles = ['digue-report-2026', 'maternite-fermeture-nuits', 'conserverie-scop', 'corvellec-relaxe']
const secret = 'Motif que seul le premier lecteur connaît'

describe.skipIf(noBrowser)('the second reading', () => {
  let stage: Stage
  let client: DirectClient
  let experiment = ''

  /** Opinions of the first reader, through the core: five refused or edited, the rest accepted. */
  async function decideFirst(): Promise<void> {
    const points = await client.reviews.list({ experiment })
    for (const [index, point] of points.entries()) {
      const checks = point.flags.some((flag) => flag.code === 'verbatim')
        ? (['stands-alone'] as const)
        : (['accuracy', 'plausibility', 'sources'] as const)
      if (index % 3 === 2) await client.reviews.reject({ id: point.id, reason: secret, as: 'first' })
      else await client.reviews.accept({ id: point.id, checks: [...checks], override: 'Vérifié auprès de la source citée.', as: 'first' })
    }
  }

  beforeAll(async () => {
    stage = await openStage({ first: 'sample' })
    client = await directClient(stage.desk.current(), 'host')
    await client.people.add({ id: 'first', name: 'Première Lectrice', roles: ['journalist'], form: 'f' })
    const referent = (await client.desk.session({})).person.id
    const card = {
      title: 'Points à retenir, quatre articles',
      hypothesis: 'Deux points sur trois peuvent être repris.',
      task: 'key-points' as const,
      owner: 'first',
      referent,
      corpus: { articles },
      criterion: { measure: 'acceptance' as const, operator: '>=' as const, value: 0.6 },
      stopRule: 'un fait faux validé',
    }
    experiment = (await client.experiments.create(card)).id
    await client.experiments.approve({ id: experiment })
    const [run] = await client.runs.start({ experiment })
    await client.runs.wait({ id: run!.id })
    await decideFirst()
  }, 120_000)
  afterAll(async () => stage?.close())

  const main = () => stage.page.getByRole('main')
  const shot = (name: string) => stage.page.screenshot({ path: `test-results/second-reading-${name}.png` })
  const clean = async () => {
    const { violations } = await new AxeBuilder({ page: stage.page }).setLegacyMode(true).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  }

  test('the referent’s desk leads to a plan', async () => {
    const { goTo, page } = stage
    await goTo('#/experiments')
    await main()
      .getByRole('link', { name: say('referent.open') })
      .click()
    await main()
      .getByRole('heading', { level: 1, name: say('referent.title') })
      .waitFor()
    await main().getByText(say('referent.watch.worksCouncil')).waitFor()
    await clean()
    await main()
      .getByRole('link', { name: new RegExp(`${say('referent.watch.noPlan')}.*quatre articles`) })
      .click()
    await page.getByLabel(say('referent.plan.every')).fill('1')
    await page.keyboard.press('Enter')
    await main()
      .getByRole('heading', { name: say('referent.reading.list') })
      .waitFor()
  })

  test('nothing of the first decision is on the page or came over the wire', async () => {
    const sockets: string[] = []
    stage.page.on('websocket', (socket) => socket.on('framereceived', (frame) => sockets.push(String(frame.payload))))
    await stage.page.reload()
    await main()
      .getByRole('heading', { name: say('referent.reading.list') })
      .waitFor()
    await main().locator('[data-unvalidated]').waitFor()
    const wire = sockets.join('\n')
    expect(wire).toContain('suggestion')
    for (const hidden of [secret, 'Première Lectrice', '"rejected"', '"accepted"']) expect(wire.includes(hidden), hidden).toBe(false)
    expect(await main().textContent()).not.toContain(secret)
    await shot('blind')
    await clean()
  })

  test('by keyboard: would accept, would refuse, doubt, would edit, undo', async () => {
    const { page } = stage
    const read = (done: number) =>
      main()
        .getByText(new RegExp(`^${done} lues? sur|^${done} lu`))
        .first()
        .waitFor()
    const press = async (key: string) => {
      await page.waitForTimeout(450)
      await page.keyboard.press(key)
    }
    await press('KeyV')
    await read(1)
    await press('KeyR')
    await page.getByRole('dialog').getByRole('textbox').fill('Trop secondaire pour être retenu')
    await page.reload()
    await main().locator('[data-unvalidated]').waitFor()
    await press('KeyR')
    expect(await page.getByRole('dialog').getByRole('textbox').inputValue()).toBe('Trop secondaire pour être retenu')
    await page.getByRole('dialog').getByRole('textbox').press('Enter')
    await read(2)
    await press('KeyD')
    await page.getByRole('dialog').getByRole('textbox').fill('La source manque')
    await page.keyboard.press('Enter')
    await read(3)
    await press('KeyE')
    const text = page.getByRole('dialog').getByLabel(say('referent.reading.editText'))
    const proposed = await text.inputValue()
    await text.fill(`${proposed} (à préciser)`)
    const why = page.getByRole('dialog').getByLabel(say('referent.reading.why'))
    await why.fill('La date manque')
    await page.reload()
    await main().locator('[data-unvalidated]').waitFor()
    await press('KeyE')
    expect(await text.inputValue()).toBe(`${proposed} (à préciser)`)
    expect(await why.inputValue()).toBe('La date manque')
    await text.press('Enter')
    await read(4)
    // the press counts once the next output is on the page
    for (const done of [5, 6, 7]) {
      await press('KeyV')
      await read(done)
    }
    await press('KeyK')
    await page.keyboard.press('KeyZ')
    await read(6)
    await shot('read')
  })

  test('a reading taken back gives its words back', async () => {
    const { page } = stage
    await main()
      .getByRole('listitem')
      .filter({ hasText: say('referent.reading.verdict.edit') })
      .first()
      .getByRole('link')
      .click()
    await main()
      .getByRole('button', { name: say('referent.reading.undo') })
      .click()
    await page.getByText(say('referent.reading.undone')).first().waitFor()
    await main()
      .getByRole('button', { name: say('referent.reading.verdict.edit') })
      .click()
    const dialog = page.getByRole('dialog', { name: say('referent.reading.editTitle') })
    expect(await dialog.getByLabel(say('referent.reading.editText')).inputValue()).toMatch(/\(à préciser\)$/)
    expect(await dialog.getByLabel(say('referent.reading.why')).inputValue()).toBe('La date manque')
    await dialog.getByLabel(say('referent.reading.why')).press('Enter')
    await dialog.waitFor({ state: 'detached' })
  })

  test('two readings that differ stand side by side, without names, and are settled', async () => {
    const { page, goTo } = stage
    await goTo('#/experiments/referent')
    const table = main().getByRole('region', { name: say('referent.settle.caption') })
    await table.waitFor()
    await shot('desk')
    expect(await main().textContent()).not.toContain('Première Lectrice')
    await table.getByRole('link').first().click()
    await main()
      .getByRole('heading', { level: 1, name: say('referent.settle.pageTitle') })
      .waitFor()
    await clean()
    await shot('compare')
    expect(await main().textContent()).not.toContain('Première Lectrice')
    await main().getByLabel(say('referent.settle.why'), { exact: true }).fill('Le point reste central pour le lecteur.')
    await page.reload()
    await expect
      .poll(() => main().getByLabel(say('referent.settle.why'), { exact: true }).inputValue(), { timeout: 5000 })
      .toBe('Le point reste central pour le lecteur.')
    await main()
      .getByRole('button', { name: say('referent.settle.keepFirst') })
      .click()
    await main()
      .getByText(new RegExp(say('referent.settle.kept.first')))
      .waitFor()
    expect((await client.ledger.list({ limit: 1 })).entries[0]?.body.act).toBe('reading.arbitrated')
    await page.setViewportSize({ width: 1280, height: 720 })
    await goTo('#/experiments/referent')
    await table.waitFor()
    await shot('desk-1280')
    expect(await client.ledger.verify({})).toMatchObject({ intact: true })
  })

  test('a packet of the experiment is made, opened read-only, and refused once changed', async () => {
    const { page, goTo, folder } = stage
    await page.setViewportSize({ width: 1440, height: 820 })
    await goTo('#/experiments/referent')
    await main()
      .getByRole('button', { name: say('referent.packet.make') })
      .click()
    const dialog = page.getByRole('dialog', { name: say('referent.packet.make') })
    await dialog.getByLabel(say('referent.packet.texts')).check()
    await dialog.getByText(say('referent.packet.textsWarning')).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: say('referent.packet.save') }).click(),
    ])
    const file = join(folder, 'paquet.json')
    await download.saveAs(file)
    const changed = join(folder, 'change.json')
    await writeFile(changed, (await readFile(file, 'utf8')).replace(secret, 'Autre motif'))
    const choose = main().locator('input[type=file]')
    await choose.setInputFiles(changed)
    await main()
      .getByText(new RegExp(say('referent.packet.refused')))
      .waitFor()
    expect(await client.packets.list({})).toEqual([])
    await choose.setInputFiles(file)
    // nothing is shown of it before its reader has chosen whether to read it again
    await main().getByText(say('packetReadings.before')).waitFor()
    expect(await main().textContent()).not.toContain(secret)
    await shot('packet-plan')
    await clean()
    await main()
      .getByRole('link', { name: say('packetReadings.look') })
      .click()
    await main()
      .getByRole('complementary', { name: say('referent.packet.outputs') })
      .waitFor()
    await shot('packet')
    await clean()
    const before = (await client.ledger.list({ limit: 1 })).total
    for (const key of ['Digit1', 'KeyV', 'KeyR', 'KeyD', 'KeyE', 'KeyZ', 'Enter', 'KeyJ']) await page.keyboard.press(key)
    await main()
      .getByText(say('referent.packet.place', { at: 2, total: articles.length }))
      .waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect((await client.ledger.list({ limit: 1 })).total).toBe(before)
    await goTo('#/experiments/referent')
    await main()
      .getByRole('button', { name: say('referent.packet.closeFor', { title: 'Points à retenir, quatre articles' }) })
      .waitFor()
    await clean()
    await page.screenshot({ path: 'test-results/second-reading-desk-full.png', fullPage: true })
  })

  /** Reads the packet again on the stage that is open, by keyboard, and saves its readings; says how many. */
  async function readAway(away: DirectClient, back: string, text: string): Promise<number> {
    const { page, goTo } = stage
    const { id: packet } = await away.packets.import({ text })
    await goTo(`#/experiments/referent/reading/${packet}`)
    await page.getByLabel(say('referent.plan.every')).fill('1')
    await page.keyboard.press('Enter')
    await main().locator('[data-unvalidated]').waitFor()
    expect(await main().textContent()).not.toContain(secret)
    await shot('packet-blind')
    await clean()
    // The first reader refused one in three: the reader validates all, and some differ.
    const { lines } = await away.readings.queue({ packet })
    for (const done of lines.keys()) {
      await page.waitForTimeout(450)
      await page.keyboard.press('KeyV')
      await main()
        .getByText(say('referent.reading.progress', { count: done + 1, total: lines.length }))
        .waitFor()
    }
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      main()
        .getByRole('button', { name: say('packetReadings.send') })
        .click(),
    ])
    await download.saveAs(back)
    await goTo(`#/experiments/referent/packet/${packet}`)
    await main()
      .getByRole('complementary', { name: say('referent.packet.outputs') })
      .waitFor()
    await shot('packet-read')
    return lines.length
  }

  test('a packet is read again blind, its readings sent back and received beside the desk’s own', async () => {
    const home = stage
    const back = join(home.folder, 'lectures.json')
    // on another laptop: nobody reads their own packet again
    stage = await openStage()
    const away = await directClient(stage.desk.current(), 'host')
    let count: number
    try {
      count = await readAway(away, back, await readFile(join(home.folder, 'paquet.json'), 'utf8'))
    } finally {
      await stage.close()
      stage = home
    }
    expect(await readFile(back, 'utf8')).not.toContain('Première Lectrice')
    const { page, goTo } = stage
    await goTo('#/experiments/referent')
    await main().locator('input[type=file]').setInputFiles(back)
    await page
      .getByText(new RegExp(say('packetReadings.received', { count })))
      .first()
      .waitFor()
    const table = main().getByRole('region', { name: say('referent.settle.caption') })
    const returned = table.getByRole('row').filter({ hasText: say('packetReadings.fromElsewhere') })
    await returned.first().waitFor()
    await shot('returned')
    await clean()
    await returned.first().getByRole('link').click()
    await main().getByLabel(say('referent.settle.why'), { exact: true }).fill('La première lecture avait raison.')
    await shot('returned-compare')
    await main()
      .getByRole('button', { name: say('referent.settle.keepFirst') })
      .click()
    await main()
      .getByText(new RegExp(say('referent.settle.kept.first')))
      .waitFor()
    expect(await client.ledger.verify({})).toMatchObject({ intact: true })
  })

  test('a comment is read again without the decision nor the opinion, its harsh words blurred', async () => {
    const { page, goTo } = stage
    const { person } = await client.desk.session({})
    const { id } = await client.experiments.create({
      title: 'Avis sur les commentaires',
      hypothesis: 'L’avis fait gagner du temps sans changer les décisions.',
      task: 'moderation',
      owner: person.id,
      referent: person.id,
      engines: ['builtin'],
      corpus: { query: '' },
      criterion: { measure: 'agreement', operator: '>=', value: 0.8 },
      stopRule: 'trop d’erreurs',
      worksCouncil: { status: 'done' },
    })
    await client.experiments.approve({ id })
    for (const run of await client.runs.start({ experiment: id })) await client.runs.wait({ id: run.id })
    const opinions = (await client.reviews.list({ experiment: id })).filter(({ task }) => task === 'moderation')
    const held = opinions.find(
      ({ evidence, value }) => 'clauses' in value && value.hold === true && evidence.some(({ kind }) => kind === 'clause'),
    )
    const calm = opinions.find(({ value }) => 'clauses' in value && value.hold === false)
    for (const [opinion, decision] of [
      [held, 'refuse'],
      [calm, 'publish'],
    ] as const)
      if (opinion) await client.reviews.decideComment({ comment: opinion.item, decision, note: secret, as: 'first' })
    await client.readings.setPlan({ experiment: id, every: 1 })
    await goTo(`#/experiments/${id}/reading/${held?.id ?? ''}`)
    await main().getByText(say('packetReadings.blind')).waitFor()
    expect(await main().textContent()).not.toContain(secret)
    await shot('comment')
    await clean()
    await page.waitForTimeout(450)
    await page.keyboard.press('KeyV')
    await main()
      .getByText(say('referent.reading.progress', { count: 1, total: 2 }))
      .waitFor()
    await goTo(`#/experiments/referent/${held?.id ?? ''}`)
    await main().getByText(say('packetReadings.will.accept')).waitFor()
    await shot('comment-compare')
    await clean()
  })

  test('the page broke none of its rules', () => {
    expect(stage.witness.strangers).toEqual([])
    expect(stage.witness.errors).toEqual([])
  })
})
