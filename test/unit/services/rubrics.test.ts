// The EBU form through the contract: on validated points only, ledgered, counted by axis.
import { describe, expect, it } from 'vitest'
import type { RubricLevel, RubricScores } from '../../../shared/domain/rubric.ts'
import { checks, openNewsroom, refusal, type Newsroom } from './newsroom.ts'
import { openDuel } from './two-engines.ts'

const scores = (accuracy: RubricLevel, note = '', others: RubricLevel = 'none'): RubricScores => ({
  accuracy: { level: accuracy, note },
  sourcing: { level: others, note: '' },
  opinion: { level: others, note: '' },
  editorialisation: { level: others, note: '' },
  context: { level: others, note: '' },
})

async function validated(count: number): Promise<{ room: Newsroom; id: string }> {
  const room = await openNewsroom()
  const { id } = await openDuel(room, count)
  for (let index = 0; index < count; index += 1) {
    const [output] = await room.client.suggestions.ofItem({ item: `a${index}` })
    await room.client.reviews.accept({ id: output!.id, checks })
  }
  await room.client.people.add({ id: 'lena', name: 'Léna', roles: ['journalist'] })
  await room.acts()
  return { room, id }
}

describe('the EBU form', () => {
  it('lists articles with validated points, and keeps one form a person', async () => {
    const { room, id } = await validated(2)
    const items = await room.client.rubrics.items({ experiment: id })
    expect(items.map(({ item, outputs, form }) => [item, outputs.length, form])).toEqual([
      ['a0', 1, null],
      ['a1', 1, null],
    ])
    await room.client.rubrics.save({ experiment: id, item: 'a0', scores: scores('some', 'Un chiffre arrondi.') })
    const again = await room.client.rubrics.save({ experiment: id, item: 'a0', scores: scores('significant', 'Un chiffre faux.') })
    expect(again.form).toMatchObject({ outdated: false, scores: { accuracy: { level: 'significant', note: 'Un chiffre faux.' } } })
    expect((await room.client.rubrics.items({ experiment: id, as: 'lena' }))[0]?.form).toBeNull()
    expect(await room.acts()).toEqual(['rubric.scored', 'rubric.scored'])
    expect(await room.client.ledger.verify({})).toMatchObject({ intact: true })
  })

  it('is refused where nothing was validated, and taken back by who gave it', async () => {
    const { room, id } = await validated(1)
    expect(await refusal(room.client.rubrics.save({ experiment: id, item: 'n’existe pas', scores: scores('none') }))).toBe('not-signed-off')
    await room.client.rubrics.save({ experiment: id, item: 'a0', scores: scores('none') })
    expect(await refusal(room.client.rubrics.withdraw({ experiment: id, item: 'a0', as: 'lena' }))).toBe('bad-transition')
    expect((await room.client.rubrics.withdraw({ experiment: id, item: 'a0' })).form).toBeNull()
    expect(await room.client.rubrics.totals({ experiment: id })).toMatchObject({ forms: 0, significant: { share: null } })
  })

  it('says when the outputs it speaks of have changed', async () => {
    const { room, id } = await validated(1)
    await room.client.rubrics.save({ experiment: id, item: 'a0', scores: scores('none') })
    const other = (await room.client.suggestions.ofItem({ item: 'a0' })).find((one) => one.state === 'proposed')
    await room.client.reviews.accept({ id: other!.id, checks })
    expect((await room.client.rubrics.items({ experiment: id }))[0]?.form?.outdated).toBe(true)
  })

  it('counts forms with a significant issue, by axis too, without the don’t-knows', async () => {
    const { room, id } = await validated(3)
    const save = (item: string, given: RubricScores, as: string) => room.client.rubrics.save({ experiment: id, item, scores: given, as })
    await save('a0', scores('significant'), 'me')
    await save('a1', scores('some'), 'me')
    await save('a1', scores('none', '', 'unknown'), 'lena')
    await save('a2', scores('unknown', '', 'unknown'), 'lena')
    const totals = await room.client.rubrics.totals({ experiment: id })
    expect(totals).toMatchObject({ articles: 3, read: 3, forms: 4, significant: { count: 1, of: 3 } })
    expect(totals.axes[0]).toMatchObject({ axis: 'accuracy', none: 1, some: 1, significant: 1, unknown: 1, share: 1 / 3 })
    expect(totals.axes[4]).toMatchObject({ axis: 'context', none: 2, significant: 0, unknown: 2, share: 0 })
    expect(JSON.stringify(totals)).not.toContain('lena')
  })
})
