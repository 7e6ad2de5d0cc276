// An import that a person stops, and the columns remembered for the next file.
import { describe, expect, it } from 'vitest'
import { openNewsroom } from './newsroom.ts'

const csv = (rows: number, header = 'reference;accroche;contenu;paru le') =>
  [
    header,
    ...Array.from(
      { length: rows },
      (_, index) => `r${index};La criée, épisode ${index};La criée a vendu ${index} tonnes ce jeudi.;2025-06-01`,
    ),
  ].join('\n')
const map = { id: 'reference', title: 'accroche', body: 'contenu', date: 'paru le', deck: '' }

describe('stopping an import', () => {
  it('keeps what was read, says so, and the same file again goes on', async () => {
    const room = await openNewsroom()
    const total = 3000
    const path = room.file('long.csv', csv(total))
    let stopping: Promise<{ stopped: boolean }> | undefined
    const watching = new AbortController()
    const stream = await room.client.events.watch({}, { signal: watching.signal })
    const watch = (async () => {
      for await (const event of stream) {
        if (event.type === 'article.changed') stopping ??= room.client.imports.stop({ ticket: 'mine' })
      }
    })().catch(() => undefined)
    const result = await room.client.imports.run({ source: { paths: [path] }, map, ticket: 'mine' })
    watching.abort()
    await watch
    expect(await stopping).toEqual({ stopped: true })
    expect(result.stopped).toBe(true)
    expect(result.imported).toBeGreaterThan(0)
    expect(result.imported).toBeLessThan(total)
    expect((await room.client.articles.list({})).total).toBe(result.imported)

    const rest = await room.client.imports.run({ source: { paths: [path] }, map, ticket: 'again' })
    expect(rest).toEqual({ imported: total - result.imported, updated: 0, unchanged: result.imported, rejected: [], ticket: 'again' })
  })

  it('answers false when nothing carries the ticket', async () => {
    const { client } = await openNewsroom()
    expect(await client.imports.stop({ ticket: 'nobody' })).toEqual({ stopped: false })
  })
})

describe('the columns of an import', () => {
  const preview = async (room: Awaited<ReturnType<typeof openNewsroom>>, name: string, content: string) =>
    room.client.imports.preview({ source: { paths: [room.file(name, content)] } })

  it('are proposed again for the next file that has them, in any order, and for no other', async () => {
    const room = await openNewsroom()
    expect(await preview(room, 'a.csv', csv(3))).toMatchObject({ remembered: false, map: { deck: 'accroche' } })
    await room.client.imports.run({ source: { paths: [room.file('a.csv', csv(3))] }, map })

    const next = await preview(room, 'b.csv', 'contenu;paru le;reference;accroche\nUn texte.;2025-07-01;x1;Un titre')
    expect(next).toMatchObject({ remembered: true, map })
    expect(next.articles[0]).toMatchObject({ title: 'Un titre', deck: null, date: '2025-07-01' })
    expect(await preview(room, 'c.csv', csv(1, 'reference;accroche;contenu;date'))).toMatchObject({ remembered: false })
    const comments = await room.client.imports.preview({ kind: 'comments', source: { paths: [room.file('d.csv', csv(1))] } })
    expect(comments.remembered).toBe(false)
  })

  it('are guessed again when the person asks for it, and then forgotten', async () => {
    const room = await openNewsroom()
    const path = room.file('a.csv', csv(3))
    await room.client.imports.run({ source: { paths: [path] }, map })
    const guessed = await room.client.imports.preview({ source: { paths: [path] }, map: {} })
    expect(guessed).toMatchObject({ remembered: false, map: { deck: 'accroche' } })
    await room.client.imports.run({ source: { paths: [path] }, map: {} })
    expect(await preview(room, 'b.csv', csv(1))).toMatchObject({ remembered: false })
  })

  it('says which files have other columns than the first', async () => {
    const room = await openNewsroom()
    const paths = [
      room.file('a.csv', csv(1)),
      room.file('b.csv', csv(1, 'id;title;body;date')),
      room.file('c.md', '# Un titre\n\nUn texte.'),
    ]
    expect((await room.client.imports.preview({ source: { paths } })).otherColumns).toEqual(['b.csv'])
  })
})
