// What an import says of each record, and the thesaurus made from the articles' own tags.
import { describe, expect, it } from 'vitest'
import type { DeskEvent } from '../../../shared/contract/events.ts'
import { harbour } from '../../make-desk.ts'
import { faithful, openNewsroom, propose, refusal } from './newsroom.ts'

const record = (id: string, more: object = {}) => ({ ...harbour, id, ...more })

describe('an import', () => {
  it('says new, unchanged, updated, in conflict, refused, each with its place', async () => {
    const room = await openNewsroom()
    expect(await room.bring('articles', 'a.jsonl', [record('n1'), record('n2'), { id: 'n3' }, record('n1')])).toEqual({
      imported: 2,
      updated: 0,
      unchanged: 0,
      rejected: [
        { file: 'a.jsonl', at: 'line 3', reason: 'body is missing' },
        { file: 'a.jsonl', at: 'line 4', reason: expect.stringMatching(/^id-conflict/) as string },
      ],
    })
    expect(
      await room.bring('articles', 'a.jsonl', [record('n1'), record('n2', { body: `${harbour.body}\n\nErratum.` }), record('n4')]),
    ).toEqual({ imported: 1, updated: 1, unchanged: 1, rejected: [] })
    expect(await room.bring('articles', 'b.jsonl', [record('n1'), record('n5')])).toMatchObject({
      imported: 1,
      rejected: [{ file: 'b.jsonl', at: 'line 1', reason: expect.stringMatching(/^id-conflict/) as string }],
    })
    expect((await room.client.articles.list({})).total).toBe(4)
  })

  it('asks rights once, which a record may override', async () => {
    const room = await openNewsroom()
    const path = room.file(
      'a.jsonl',
      [
        { id: 'n1', body: 'un' },
        { id: 'n2', body: 'deux', rights: 'own' },
        { id: 'n3', body: 'trois', aiUse: true },
      ]
        .map((line) => JSON.stringify(line))
        .join('\n'),
    )
    await room.client.imports.run({ rights: 'agency', source: { paths: [path] } })
    const of = async (id: string) => {
      const { rights, aiUse } = await room.client.articles.show({ id })
      return [rights, aiUse]
    }
    expect([await of('n1'), await of('n2'), await of('n3')]).toEqual([
      ['agency', false],
      ['own', true],
      ['agency', true],
    ])
  })

  it('keeps a barred link and its source through a correction and another import', async () => {
    const room = await openNewsroom()
    await room.bring('articles', 'a.jsonl', [record('n1')])
    await room.client.articles.barLinks({ id: 'n1', doNotLink: { reason: 'erasure' } })
    expect(await room.bring('articles', 'a.jsonl', [record('n1')])).toEqual({ imported: 0, updated: 0, unchanged: 1, rejected: [] })
    expect((await room.client.articles.show({ id: 'n1' })).doNotLink).toEqual({ reason: 'erasure' })
    await room.bring('articles', 'a.jsonl', [record('n1', { body: 'Tout autre chose.' })])
    expect((await room.client.articles.show({ id: 'n1' })).doNotLink, 'a bar set by a person fell with a new version').toEqual({
      reason: 'erasure',
    })
  })

  it('of another tool’s outputs knows the same from another, and refuses what cannot be reviewed', async () => {
    const room = await openNewsroom()
    await room.bring('articles', 'a.jsonl', [record('n1'), record('n2', { rights: 'agency', aiUse: false })])
    const output = (more: object) => ({ article: 'n1', task: 'key-points', value: { text: faithful }, engine: 'autre', ...more })
    expect(await room.bring('outputs', 'o.jsonl', [output({})])).toMatchObject({ imported: 1 })
    expect(await room.bring('outputs', 'o.jsonl', [output({})])).toMatchObject({ imported: 0, unchanged: 1 })
    // Another file of the same name, another output on the same line: a different output all the same.
    expect(await room.bring('outputs', 'o.jsonl', [output({ value: { text: 'Un autre point.' } })])).toMatchObject({
      imported: 1,
      unchanged: 0,
    })
    await room.bring('outputs', 'p.jsonl', [output({ id: 'own-1', value: { text: 'Un point nommé.' } })])
    const refused = await room.bring('outputs', 'p.jsonl', [
      output({ id: 'own-1', value: { text: 'Un autre sous le même nom.' } }),
      output({ article: 'absent' }),
      output({ article: 'n2' }),
      output({ task: 'moderation', value: { hold: true, probability: 1, clauses: [] } }),
      output({ value: { concept: 'x', label: 'y' } }),
    ])
    expect(refused.rejected.map(({ at, reason }) => `${at} ${reason.split(':')[0]}`)).toEqual([
      'line 1 id-conflict',
      'line 2 not-found',
      'line 3 not-cleared',
      'line 4 bad-input',
      'line 5 value has not the shape of key-points',
    ])
    const [point] = await propose(room, 'n1', ['La flottille compte désormais 41 bateaux.'])
    expect(point).toMatchObject({ origin: 'imported', engine: 'autre-outil' })
    expect(point?.flags.map((flag) => flag.code)).toContain('number-absent')
  })

  it('takes staged uploads part by part, in order, and leaves nothing behind', async () => {
    const room = await openNewsroom()
    const { imports } = room.client
    const bytes = Buffer.from(`${JSON.stringify(record('n1'))}\n`)
    const { upload } = await imports.beginUpload({ name: '../../etc/passé composé.jsonl', bytes: bytes.length })
    await imports.appendUpload({ upload, offset: 0, part: bytes.subarray(0, 300).toString('base64') })
    expect(await refusal(imports.appendUpload({ upload, offset: 0, part: 'AAAA' }))).toBe('bad-input')
    await imports.appendUpload({ upload, offset: 300, part: bytes.subarray(300).toString('base64') })
    expect(await refusal(imports.run({ source: { uploads: ['../../etc'] } }))).toBe('bad-input')
    const controller = new AbortController()
    const watching = room.desk.watch(controller.signal)
    const heard: DeskEvent[] = []
    const listening = (async () => {
      for await (const event of watching) heard.push(event)
    })()
    expect(await imports.run({ source: { uploads: [upload] }, ticket: 't1' })).toMatchObject({ imported: 1 })
    controller.abort()
    await listening
    expect(heard.filter((event) => event.type === 'import.progressed').at(-1)).toMatchObject({
      ticket: 't1',
      read: 1,
      totalBytes: bytes.length,
    })
    expect(await refusal(imports.run({ source: { uploads: [upload] } }))).toBe('not-found')
    expect((await room.client.articles.show({ id: 'n1' })).title).toBe(harbour.title)
  })
})

describe('a thesaurus from the articles’ tags', () => {
  it('keeps tags used often enough, and merges spellings only when asked', async () => {
    const room = await openNewsroom()
    const tags = [['Élections'], ['Élections', 'Pêche'], ['élection', 'Pêche'], ['Pêche', 'Rare'], ['élection']]
    await room.bring(
      'articles',
      'a.jsonl',
      tags.map((list, number) => record(`n${number}`, { tags: list })),
    )
    const { vocabulary } = room.client
    const preview = await vocabulary.previewFromTags({ min: 2 })
    expect(preview.articles).toBe(5)
    expect(preview.merges.map(({ keep, merge }) => [keep, ...merge].toSorted())).toEqual([['Élections', 'élection'].toSorted()])
    const labels = async () =>
      (await vocabulary.list({})).concepts.map(({ concept, articles }) => [
        concept.labels
          .map((label) => label.text)
          .toSorted()
          .join('/'),
        articles,
      ])
    expect(await vocabulary.makeFromTags({ min: 3, merge: false })).toMatchObject({ concepts: 1 })
    expect(await labels()).toEqual([['Pêche', 3]])
    const merged = await openNewsroom()
    await merged.bring(
      'articles',
      'a.jsonl',
      tags.map((list, number) => record(`n${number}`, { tags: list })),
    )
    expect(await merged.client.vocabulary.makeFromTags({ min: 3, merge: true })).toMatchObject({ concepts: 2, labels: 3 })
    const made = (await merged.client.vocabulary.list({})).concepts
    expect(made.map(({ articles }) => articles).toSorted((a, b) => a - b)).toEqual([3, 4])
    // Made again, nothing is doubled.
    await merged.client.vocabulary.makeFromTags({ min: 3, merge: true })
    expect((await merged.client.vocabulary.list({})).concepts).toEqual(made)
  })
})
