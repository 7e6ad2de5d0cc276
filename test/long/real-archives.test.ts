// The real open archives, 3,899 articles: imported, learnt from, tried, decided, exported, verified. Prints how long each step takes.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Suggestion, Task } from '../../shared/domain/suggestion.ts'
import { requiredChecks } from '../../electron/core/services/review-checks.ts'
import { makeDesk } from '../make-desk.ts'
import { sharedData } from '../shared-data.ts'

const archives = ['wikinews-fr-winer', 'geotribu-fr', 'digitalgov-news'].map((name) => ({
  name,
  path: sharedData(`${name}/articles.jsonl`),
}))
const missing = archives.some(({ path }) => path === null)

const override = 'Vérifié dans l’article par le service.'

it.skipIf(missing)('carries three real archives from import to a verified export', async () => {
  const { client, desk, folder } = await makeDesk({ background: true })
  const steps: string[] = []
  const timed = async <T>(step: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now()
    const result = await work()
    steps.push(`${step}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
    return result
  }

  // Each archive's file under its own name, as a newsroom's would be: a source is known by it.
  const files = archives.map(({ name, path }) => {
    const copy = join(folder, `${name}.jsonl`)
    writeFileSync(copy, readFileSync(path!))
    return copy
  })
  const result = await timed('import', () => client.imports.run({ source: { paths: files } }))
  expect({ imported: result.imported, rejected: result.rejected.slice(0, 3) }).toEqual({ imported: 3899, rejected: [] })
  await timed('thesaurus from tags', () => client.vocabulary.makeFromTags({ min: 3, merge: true }))
  await timed('full text, training and vectors', () => desk.background.idle())
  const again = await timed('import again', () => client.imports.run({ source: { paths: files } }))
  expect(again).toEqual({ imported: 0, updated: 0, unchanged: 3899, rejected: [] })

  const [one] = (await client.articles.list({ limit: 1 })).items
  const comments = [
    'Merci pour cet article.',
    'Bande d’abrutis, allez tous crever !',
    'Gagnez 5000 € par semaine : http://arnaque.example',
  ].map((body, index) => ({ id: `c${index}`, article: one!.id, author: `Lecteur ${index}`, body }))
  const commentsFile = join(folder, 'comments.jsonl')
  writeFileSync(commentsFile, comments.map((comment) => JSON.stringify(comment)).join('\n'))
  await client.imports.run({ kind: 'comments', source: { paths: [commentsFile] } })

  const made: Suggestion[] = []
  const tries = async (task: Task, items: readonly string[]): Promise<void> => {
    const suggested: Suggestion[] = []
    await timed(`${task}, ${items.length} items`, async () => {
      for (const item of items) suggested.push(...(await client.suggestions.suggest({ task, item })).suggestions)
    })
    expect(suggested.length, `${task} proposed nothing`).toBeGreaterThan(0)
    made.push(...suggested)
    steps.push(`  ${suggested.length} proposals`)
  }
  const some: string[] = []
  for (const path of files) {
    const lines = readFileSync(path, 'utf8').trim().split('\n')
    // From the later half: links look back in time.
    for (let pick = 1; pick <= 8; pick += 1)
      some.push((JSON.parse(lines[Math.floor((lines.length * (8 + pick)) / 17)]!) as { id: string }).id)
  }
  for (const task of ['tags', 'key-points', 'links'] as const) await tries(task, some)
  await tries(
    'moderation',
    comments.map((comment) => comment.id),
  )
  for (const suggestion of made) {
    for (const evidence of suggestion.evidence) {
      if (evidence.kind !== 'text' || evidence.field === 'parent' || suggestion.task === 'moderation') continue
      const article = await client.articles.show({ id: evidence.item })
      expect(article[evidence.field].slice(evidence.start, evidence.end), suggestion.task).toBe(evidence.quote)
    }
  }

  await timed('a decision of every kind', async () => {
    const points = made.filter((suggestion) => suggestion.task === 'key-points')
    const links = made.filter((suggestion) => suggestion.task === 'links')
    const [accepted, edited, rejected, doubted, undone, withdrawn] = points as [
      Suggestion,
      Suggestion,
      Suggestion,
      Suggestion,
      Suggestion,
      Suggestion,
    ]
    const given = (point: Suggestion) => ({ checks: [...requiredChecks('key-points', point.flags)], override })
    await client.reviews.accept({ id: accepted.id, ...given(accepted) })
    await client.reviews.edit({
      id: edited.id,
      value: { text: 'Un point réécrit par la rédaction.' },
      checks: ['accuracy', 'plausibility', 'sources'],
      override,
    })
    await client.reviews.reject({ id: rejected.id, reason: 'hors sujet' })
    await client.reviews.unsure({ id: doubted.id })
    await client.reviews.accept({ id: undone.id, ...given(undone) })
    await client.reviews.undo({ id: undone.id })
    await client.reviews.accept({ id: withdrawn.id, ...given(withdrawn) })
    await client.exports.make({ format: 'json', ids: [withdrawn.id] })
    await client.reviews.withdraw({ id: withdrawn.id, reason: 'démenti' })
    const [tag] = made.filter((suggestion) => suggestion.task === 'tags')
    await client.reviews.decideItem({ item: tag!.item, task: 'tags', kept: [tag!.id] })
    await client.reviews.decideItem({ item: links[0]!.item, task: 'links', kept: [links[0]!.id] })
    await client.reviews.add({
      item: accepted.item,
      task: 'key-points',
      value: { text: 'Un point que la machine avait manqué.' },
      checks: ['accuracy', 'plausibility', 'sources'],
      override,
    })
    for (const [index, decision] of (['publish', 'refuse', 'doubt'] as const).entries())
      await client.reviews.decideComment({ comment: `c${index}`, decision })
    await client.reviews.undoComment({ comment: 'c2' })
  })
  for (const format of ['json', 'csv', 'ninjs', 'html', 'md'] as const) {
    const { count, content } = await timed(`export ${format}`, () => client.exports.make({ format }))
    expect(count).toBe(5)
    expect(content.length).toBeGreaterThan(100)
  }
  const verified = await timed('ledger verify', () => client.ledger.verify({}))
  expect(verified).toMatchObject({ intact: true, signer: 'trusted', erased: 0 })
  expect((await client.desk.doctor({})).lines.find((line) => line.check === 'full-text')).toMatchObject({
    level: 'green',
    details: { articles: 3899, left: 0 },
  })
  console.log([...steps, `${verified.entries} ledger entries`].join('\n'))
})
