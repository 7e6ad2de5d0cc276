// Articles from every format, valid and broken, through the public reader.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readArticles } from '../../../electron/core/readers/read-articles.ts'
import { readComments } from '../../../electron/core/readers/read-comments.ts'
import { readOutputs } from '../../../electron/core/readers/read-outputs.ts'
import { readVocabulary } from '../../../electron/core/readers/read-vocabulary.ts'
import { articleDraftSchema } from '../../../shared/domain/article.ts'
import { sharedData } from '../../shared-data.ts'
import { canary, collect, fixtures, makeDocx, makeFolder, makeZip } from './fixtures.ts'

let folder: Awaited<ReturnType<typeof makeFolder>>
beforeAll(async () => {
  folder = await makeFolder()
})
afterAll(() => folder.remove())

const read = async (name: string, content: Buffer | string, options = {}) => collect(readArticles(await folder.put(name, content), options))
const line = (record: unknown): string => JSON.stringify(record)

describe('every fixture is read whole', () => {
  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', async (_name, fixture) => {
    const source = await folder.put(fixture.name, fixture.bytes)
    const readers = { articles: readArticles, comments: readComments, vocabulary: readVocabulary, outputs: readOutputs }
    const { drafts, rejected } = await collect<unknown>(readers[fixture.kind](source))
    expect(rejected).toEqual([])
    expect(drafts).toHaveLength(fixture.records)
    expect(JSON.stringify(drafts)).toContain(canary)
  })
})

describe('JSON Lines', () => {
  test('a bad record is named by its line, the rest is kept', async () => {
    const bad = [
      line({ id: 1.5, body: canary }),
      `{"body": "${canary}`,
      line({ title: 'x' }),
      line({ body: 7 }),
      line({ body: canary, tags: [1] }),
      '[]',
      line({ body: ' ' }),
    ]
    const { drafts, rejected } = await read(
      'bad.jsonl',
      [line({ id: 'a', body: 'ok' }), ...bad, '', line({ id: 'b', body: 'ok' })].join('\r\n'),
    )
    expect(drafts.map((draft) => draft.id)).toEqual(['a', 'b'])
    expect(rejected.map(({ at, reason }) => `${at}: ${reason}`)).toEqual([
      'line 2: id must be text',
      'line 3: not valid JSON',
      'line 4: body is missing',
      'line 5: body must be text',
      'line 6: tags must be a list of texts',
      'line 7: not a JSON object',
      'line 8: body is empty',
    ])
    expect(JSON.stringify(rejected)).not.toContain('Kanarien')
  })

  test('own ids are verbatim up to 200 printable characters, else hashed', async () => {
    const ids = ['../../etc/passwd', 'é'.repeat(200), 'x'.repeat(201), 'a\tb', ' ', 12]
    const { drafts } = await read('ids.jsonl', ids.map((id) => line({ id, body: 'x' })).join('\n'))
    expect(drafts.map((draft) => draft.id)).toEqual([
      '../../etc/passwd',
      'é'.repeat(200),
      expect.stringMatching(/^x-[0-9a-f]{16}$/),
      expect.stringMatching(/^x-[0-9a-f]{16}$/),
      expect.stringMatching(/^x-[0-9a-f]{16}$/),
      '12',
    ])
  })

  test('NUL, lone surrogates, deep nesting and a record over 5 MB are refused alone', async () => {
    const deep = `{"body":"ok","x":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    const { drafts, rejected } = await read(
      'hostile.jsonl',
      [
        '{"body":"a\\u0000"}',
        '{"body":"a\\ud800"}',
        line({ body: 'x'.repeat(5 * 1024 * 1024) }),
        deep,
        '{"__proto__":{"body":"p"}}',
        line({ body: 'fin' }),
      ].join('\n'),
    )
    expect(drafts.at(-1)?.body).toBe('fin')
    expect(rejected.map(({ at }) => at)).toEqual(expect.arrayContaining(['line 1', 'line 2', 'line 3', 'line 5']))
  })

  test('text is NFC with LF and otherwise as imported; HTML bodies become paragraphs, prose about HTML does not', async () => {
    const bodies = ['  e\u0301t\r\né  ', '<p>Un&nbsp;mot</p><script>x</script><p>Deux</p>', 'La balise <p> ouvre un paragraphe.</p>']
    const { drafts } = await read('text.jsonl', bodies.map((body) => line({ body })).join('\n'))
    expect(drafts.map((draft) => draft.body)).toEqual(['  ét\né  ', 'Un\u00a0mot\n\nDeux', 'La balise <p> ouvre un paragraphe.</p>'])
  })

  test('what is written is what is read, for any text', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .filter((value) => value.trim() !== '' && !value.includes('\0') && value.isWellFormed())
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), fc.constantFrom('p.jsonl', 'p.json'), async (bodies, name) => {
        const records = bodies.map((body, index) => line({ id: `i${index}`, body }))
        const { drafts, rejected } = await read(name, name === 'p.json' ? `[${records.join(',')}]` : records.join('\n'))
        expect(rejected).toEqual([])
        expect(drafts.map((draft) => draft.body)).toEqual(bodies.map((body) => body.replace(/\r\n?/g, '\n').normalize('NFC')))
      }),
      { numRuns: 60 },
    )
  })
})

describe('CSV', () => {
  test('reads again after a broken quote, a short row and a broken encoding', async () => {
    const rows = ['id,title,body', 'a,Un,ok', 'b,"Deux,ok', 'c,Trois,ok', 'd,Quatre', 'e,"Ci"nq,ok', 'f,Six,"ok', 'suite"', 'g,Sept,ok']
    const { drafts, rejected } = await read('broken.csv', rows.join('\n'))
    expect(drafts.map((draft) => draft.id)).toEqual(['a', 'c', 'f', 'g'])
    expect(rejected.map(({ at, reason }) => `${at}: ${reason}`)).toEqual([
      'line 3: broken quotation marks',
      'line 5: 2 values for 3 columns',
      'line 6: broken quotation marks',
    ])
  })

  test('a given map wins over the guess; windows-1252 and UTF-16 are read', async () => {
    const table = 'Réf;Accroche;Corps\n1;Été;Le café à Bruges\n'
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(table, 'utf16le')])
    for (const bytes of [Buffer.from(table, 'latin1'), utf16, Buffer.from(utf16).swap16(), Buffer.from(`\ufeff${table}`)]) {
      const { drafts, rejected } = await read('fr.csv', bytes, { map: { title: 'Accroche' } })
      expect(rejected).toEqual([])
      expect(drafts).toMatchObject([{ id: '1', title: 'Été', body: 'Le café à Bruges' }])
    }
  })

  test('any table survives writing and reading', async () => {
    const cell = fc.string({ maxLength: 20, unit: fc.constantFrom('a', '"', ',', ';', '\n', 'é', ' ', '|') })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), async (rows) => {
        const quote = (value: string): string => `"${value.replaceAll('"', '""')}"`
        const { drafts, rejected } = await read(
          'any.csv',
          `title,body\n${rows.map(([title, body]) => `${quote(title)},${quote(`b${body}`)}`).join('\n')}\n`,
        )
        expect(rejected).toEqual([])
        expect(drafts.map(({ title, body }) => [title, body])).toEqual(rows.map(([title, body]) => [title, `b${body}`]))
      }),
      { numRuns: 60 },
    )
  })
})

describe('XML', () => {
  const feed = (items: string, head = ''): string => `<?xml version="1.0"?>${head}<rss version="2.0"><channel>${items}</channel></rss>`
  const item = (body: string): string => `<item><title>t</title><description>${body}</description></item>`

  test('entities a file declares are never expanded, one broken item leaves the others', async () => {
    const lol = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    const { drafts, rejected } = await read('lol.xml', feed(item('un') + item('&b;') + item('&x;') + item('<b>') + item('cinq'), lol))
    expect(drafts.map((draft) => draft.body)).toEqual(['un', 'cinq'])
    expect(rejected.map(({ at }) => at)).toEqual(['item 2', 'item 3', 'item 4'])
  })

  test('an item never closed does not swallow the next', async () => {
    const open = '<item><title>t</title><description><![CDATA[perdu</description></item>'
    const { drafts, rejected } = await read('open.xml', feed(item('un') + open + item('<![CDATA[deux]]>') + item('trois')))
    expect(drafts.map((draft) => draft.body)).toContain('trois')
    expect(drafts.map((draft) => draft.body).join()).not.toContain('perdu')
    expect(rejected.length).toBeGreaterThan(0)
  })
})

describe('Word', () => {
  const paragraph = '<w:p><w:r><w:t>texte</w:t></w:r></w:p>'
  const big = Buffer.alloc(30 * 1024 * 1024)

  test.each([
    ['a bomb', makeDocx(paragraph, { 'word/bomb.xml': big }), 'the archive unpacks to too much'],
    ['a bomb that lies', makeZip({ 'word/document.xml': big }, 1000), 'damaged archive'],
    ['no document', makeZip({ 'a.txt': Buffer.from('x') }), 'not a Word document'],
    [
      'entities',
      makeDocx(paragraph, { 'word/document.xml': Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') }),
      'the document declares XML entities',
    ],
    ['half a file', makeDocx(paragraph).subarray(0, 300), 'damaged archive'],
  ])('%s is refused before anything is unpacked', async (_name, bytes, reason) => {
    expect(await read('b.docx', bytes)).toEqual({ drafts: [], rejected: [{ file: 'b.docx', at: 'record 1', reason }] })
  })
})

describe('a paste', () => {
  test('Word debris, scripts, hidden text and trackers go; title, section and date are guessed', async () => {
    const html =
      `<html xmlns:o="x"><head><style>p{}</style></head><body><!--StartFragment--><!--[if gte mso 9]><xml>debris</xml><![endif]--><p>Politique</p><h1>Le port rouvre<o:p></o:p></h1>` +
      `<p>Publié le 12 mars 2024</p><p class=MsoListParagraph><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>Un point</p>` +
      `<p>Voir https://e.fr/a?utm_source=x&amp;id=2 <a href="https://t.co/?fbclid=1">ici</a><script>alert(1)</script><span style="display:none">caché</span></p><!--EndFragment--></body></html>`
    const { drafts } = await collect(readArticles({ html, text: 'inutile' }))
    expect(drafts).toMatchObject([{ title: 'Le port rouvre', date: '2024-03-12' }])
    expect(drafts[0]?.body).toContain('- Un point')
    expect(drafts[0]?.body).toContain('Voir https://e.fr/a?id=2 ici')
    expect(drafts[0]?.body).not.toMatch(/debris|alert|caché|fbclid/)
  })
})

describe('what is no content', () => {
  test('a missing file and an unknown format are bad-input; inside a chosen folder the latter is a rejection', async () => {
    await expect(collect(readArticles({ name: 'no.jsonl', path: `${folder.path}/no.jsonl` }))).rejects.toMatchObject({ code: 'bad-input' })
    const source = await folder.put('photo.jpg', Buffer.from([0xff, 0xd8]))
    await expect(collect(readArticles(source))).rejects.toMatchObject({ code: 'bad-input' })
    expect((await collect(readArticles({ ...source, root: folder.path }))).rejected).toEqual([
      { file: 'photo.jpg', at: 'file', reason: 'no reader for this format' },
    ])
  })
})

describe('real files', () => {
  test.each([
    ['geotribu-fr/articles.jsonl', 760],
    ['digitalgov-news/articles.jsonl', 1948],
    ['wikinews-fr-winer/articles.jsonl', 1191],
  ])('%s is read whole', async (file, count) => {
    const path = sharedData(file)
    if (path === null) return
    const { drafts, rejected } = await collect(readArticles({ name: 'articles.jsonl', path }))
    expect(rejected).toEqual([])
    expect(drafts).toHaveLength(count)
    expect(new Set(drafts.map((draft) => draft.id)).size).toBe(count)
    expect(drafts.every((draft) => articleDraftSchema.safeParse(draft).success)).toBe(true)
  })

  test.each([
    ['iptc-mediatopics/mediatopics.jsonl', 1286],
    ['digitalgov-news/topics.jsonl', 51],
  ])('vocabulary %s is read whole', async (file, count) => {
    const path = sharedData(file)
    if (path === null) return
    const { drafts, rejected } = await collect(readVocabulary({ name: 'v.jsonl', path }))
    expect(rejected).toEqual([])
    expect(drafts).toHaveLength(count)
  })
})
