import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { article, jsonLines } from './news.ts'
import { answer, freshFolder, marbre } from './run-marbre.ts'

type Suggested = {
  task: string
  engine: string
  item: string
  suggestions: {
    id: string
    value: { text: string }
    evidence: { kind: string; field: 'title' | 'body'; start: number; end: number; quote: string }[]
    flags: { code: string }[]
    state: string
  }[]
}
type Stored = { id: string; title: string; body: string; tags: string[] }
type Decided = { id: string; state: string; entry: string }

const minutes = 600_000

describe('a whole day at the headless desk', () => {
  it(
    'imports, suggests, decides, exports and verifies',
    async () => {
      const { folder, data } = freshFolder()
      const file = join(folder, 'articles.jsonl')
      writeFileSync(file, `${jsonLines([1, 2, 3, 4].map((number) => article(number)))}{"broken\n`)

      const first = await answer<{ imported: number; rejected: { file: string; at: string; reason: string }[] }>(data, 'import', file)
      expect(first).toMatchObject({ imported: 4, updated: 0, unchanged: 0, rejected: [{ file: 'articles.jsonl' }] })
      expect(first.rejected[0]?.at).toContain('5')
      expect(await answer(data, 'import', file)).toMatchObject({ imported: 0, updated: 0, unchanged: 4 })

      const listed = await answer<Stored[]>(data, 'articles', 'list', '--query', 'digue', '--limit', '3')
      expect(listed).toHaveLength(3)
      expect(Object.keys(listed[0] ?? {}).slice(0, 5)).toEqual(['id', 'title', 'lang', 'date', 'tags'])
      const stored = await answer<Stored>(data, 'articles', 'show', 'article-1')
      expect(stored).toMatchObject({
        id: 'article-1',
        title: article(1)['title'],
        body: article(1)['body'],
        rights: 'own',
        authors: [],
        url: null,
      })

      const suggested = await answer<Suggested>(data, 'suggest', 'key-points', '--article', 'article-1')
      expect(suggested).toMatchObject({ task: 'key-points', engine: 'builtin', item: 'article-1' })
      expect(suggested.suggestions.length).toBeGreaterThanOrEqual(3)
      for (const { evidence } of suggested.suggestions)
        for (const { field, start, end, quote } of evidence) expect(stored[field].slice(start, end)).toBe(quote)
      const again = await answer<Suggested>(data, 'suggest', 'key-points', '--article', 'article-1')
      expect(again.suggestions.map(({ id }) => id)).toEqual(suggested.suggestions.map(({ id }) => id))

      const [kept, edited, refused] = suggested.suggestions.map(({ id }) => id) as [string, string, string]
      const unchecked = await marbre(['review', 'accept', kept, '--as', 'me', '--data', data, '--json'])
      expect([unchecked.code, unchecked.out]).toEqual([1, ''])
      expect(unchecked.lastLine).toContain('[checks-missing]')
      const accepted = await answer<Decided>(
        data,
        'review',
        'accept',
        kept,
        '--as',
        'me',
        '--checks',
        'stands-alone,accuracy,plausibility,sources',
      )
      expect(accepted).toMatchObject({ id: kept, state: 'accepted' })

      const invented = JSON.stringify({ text: 'Le budget de la digue atteint 97 millions d’euros.' })
      const ungrounded = await marbre([
        'review',
        'edit',
        edited,
        '--value',
        invented,
        '--as',
        'me',
        '--checks',
        'accuracy,plausibility,sources',
        '--data',
        data,
      ])
      expect(ungrounded.lastLine).toContain('[ungrounded]')
      const words = JSON.stringify({ text: 'La halle aux poissons restera ouverte pendant le chantier.' })
      expect(
        await answer(data, 'review', 'edit', edited, '--value', words, '--as', 'me', '--checks', 'accuracy,plausibility,sources'),
      ).toMatchObject({ state: 'edited' })
      const mute = await marbre(['review', 'reject', refused, '--as', 'me', '--data', data])
      expect([mute.code, mute.lastLine]).toEqual([1, expect.stringContaining('[bad-input]')])
      expect(await answer(data, 'review', 'reject', refused, '--as', 'me', '--reason', 'hors sujet')).toMatchObject({ state: 'rejected' })
      expect(await answer<unknown[]>(data, 'review', 'list', '--task', 'key-points')).toHaveLength(suggested.suggestions.length - 3)

      const unsigned = await marbre(['export', '--format', 'json', '--id', kept, refused, '--data', data, '--json'])
      expect([unsigned.code, unsigned.out]).toEqual([1, ''])
      expect(unsigned.lastLine).toContain('[not-signed-off]')
      const exported = await answer<Record<string, unknown>[]>(data, 'export', '--format', 'json')
      expect(new Set(exported.map(({ id }) => id))).toEqual(new Set([kept, edited]))
      expect(exported.find(({ id }) => id === kept)).toMatchObject({
        task: 'key-points',
        item: 'article-1',
        state: 'accepted',
        decidedBy: 'me',
        channel: 'cli',
        engine: 'builtin',
        entry: accepted.entry,
      })
      const undone = await marbre(['review', 'undo', kept, '--as', 'me', '--data', data])
      expect([undone.code, undone.lastLine]).toEqual([1, expect.stringContaining('[bad-transition]')])

      const markdown = join(folder, 'points.md')
      expect(await answer(data, 'export', '--format', 'md', '--id', edited, '--out', markdown)).toMatchObject({ count: 1 })
      expect(readFileSync(markdown, 'utf8')).toContain('halle aux poissons restera ouverte pendant le chantier')
      expect(await answer(data, 'review', 'withdraw', kept, '--as', 'me', '--reason', 'démenti')).toMatchObject({ state: 'withdrawn' })

      const verified = await answer<{ entries: number; intact: boolean }>(data, 'ledger', 'verify')
      expect(verified).toMatchObject({ intact: true, erased: 0, signer: 'trusted' })
      const bundle = join(folder, 'bundle.json')
      expect(await answer(data, 'ledger', 'export', '--out', bundle)).toMatchObject({ entries: verified.entries })
      const elsewhere = join(folder, 'no-desk-is-needed')
      expect(await answer(elsewhere, 'ledger', 'verify', '--bundle', bundle)).toMatchObject({
        intact: true,
        signer: 'unverified',
        entries: verified.entries,
      })
      writeFileSync(bundle, readFileSync(bundle, 'utf8').replace('suggestion.rejected', 'suggestion.accepted'))
      const forged = await marbre(['ledger', 'verify', '--bundle', bundle, '--json', '--data', elsewhere])
      expect(forged.code).toBe(1)
      expect(JSON.parse(forged.out)).toMatchObject({ intact: false, broken: { why: 'altered' } })
      expect(forged.lastLine).toContain('[ledger-broken]')
    },
    minutes,
  )
})

describe('ids', () => {
  it(
    'are kept verbatim, hashed when they cannot be, and refused when another source owns them',
    async () => {
      const { folder, data } = freshFolder()
      const longest = 'é'.repeat(200)
      const file = join(folder, 'a.jsonl')
      const unnamed = article(5, { id: null, url: 'https://example.org/cinq' })
      writeFileSync(
        file,
        jsonLines([article(1, { id: '../../etc/passwd' }), article(2, { id: longest }), article(3, { id: `${longest}é` }), unnamed]),
      )
      expect(await answer(data, 'import', file)).toMatchObject({ imported: 4, rejected: [] })
      const ids = (await answer<Stored[]>(data, 'articles', 'list')).map(({ id }) => id)
      expect(ids).toContain('../../etc/passwd')
      expect(ids).toContain(longest)
      const hashed = (name: string) => `x-${createHash('sha256').update(name).digest('hex').slice(0, 16)}`
      expect(ids).toContain(hashed('https://example.org/cinq'))
      expect(await answer(data, 'articles', 'show', '../../etc/passwd')).toMatchObject({ id: '../../etc/passwd' })
      const other = join(folder, 'other')
      mkdirSync(other)
      writeFileSync(join(other, 'b.jsonl'), jsonLines([article(9, { id: longest })]))
      const clash = await answer<{ imported: number; rejected: { reason: string }[] }>(data, 'import', join(other, 'b.jsonl'))
      expect(clash).toMatchObject({ imported: 0, updated: 0 })
      expect(clash.rejected[0]?.reason).toContain('id-conflict')
    },
    minutes,
  )
})

describe('one text from a file', () => {
  it(
    'is tried and forgotten',
    async () => {
      const { folder, data } = freshFolder()
      const file = join(folder, 'one.json')
      writeFileSync(file, JSON.stringify(article(1)))
      const suggested = await answer<Suggested>(data, 'suggest', 'key-points', '--file', file)
      expect(suggested.suggestions.length).toBeGreaterThan(0)
      for (const { id } of suggested.suggestions) expect(id).toMatch(/^tmp-/)
      expect(await answer(data, 'articles', 'list')).toEqual([])
      expect(await answer(data, 'review', 'list')).toEqual([])
      writeFileSync(file, '{"body": "Phrase canari jamais citée", ')
      const broken = await marbre(['suggest', 'key-points', '--file', file, '--data', data])
      expect([broken.code, broken.lastLine]).toEqual([1, expect.stringMatching(/^marbre: --file: is not JSON.* \[bad-input\]$/)])
      expect(broken.err).not.toContain('canari')
    },
    minutes,
  )
})

describe('comments and tags', () => {
  it(
    'are imported, proposed and decided',
    async () => {
      const { folder, data } = freshFolder()
      const file = (name: string, records: readonly unknown[]) => {
        writeFileSync(join(folder, name), jsonLines(records))
        return join(folder, name)
      }
      await answer(
        data,
        'import',
        file(
          'articles.jsonl',
          [1, 2, 3, 4, 5, 6].map((number) => article(number)),
        ),
        '--rights',
        'agency',
        '--ai-use',
        'yes',
      )
      const comments = [
        { id: 'c1', article: 'article-1', author: 'Zoé', body: 'Sale voleur, appelle-moi au 06 12 34 56 78 !!!', lang: 'fr' },
      ]
      expect(await answer(data, 'import', file('comments.jsonl', comments), '--kind', 'comments')).toMatchObject({
        imported: 1,
        rejected: [],
      })
      const opinion = await answer<{ item: string; suggestions: { value: { hold: boolean | null } }[] }>(
        data,
        'suggest',
        'moderation',
        '--comment',
        'c1',
      )
      expect(opinion).toMatchObject({ task: 'moderation', item: 'c1' })
      expect(JSON.stringify(opinion)).not.toMatch(/06 12 34|Zoé/)
      const refused = await answer(
        data,
        'review',
        'refuse',
        'c1',
        '--as',
        'me',
        '--clause',
        'c1',
        '--public-reason',
        'Injure.',
        '--note',
        'premier message',
      )
      expect(refused).toMatchObject({ comment: 'c1', decision: 'refuse', entry: expect.any(String) })

      expect(await answer(data, 'vocabulary', 'from-tags', '--min', '3')).toMatchObject({ concepts: 3, labels: 3, rejected: [] })
      const concepts = [{ id: 'halle', fr: 'Halle aux poissons', aliases: ['criée'], active: true }]
      expect(await answer(data, 'vocabulary', 'import', file('concepts.jsonl', concepts))).toMatchObject({ concepts: 1, rejected: [] })
      const tags = await answer<{ suggestions: { id: string; value: { concept: string; label: string } }[] }>(
        data,
        'suggest',
        'tags',
        '--article',
        'article-1',
      )
      expect(tags.suggestions.map(({ value }) => value.label)).toContain('Port-Aven')
      expect(await answer(data, 'review', 'accept', tags.suggestions[0]?.id ?? '', '--as', 'me')).toMatchObject({ state: 'accepted' })
      expect(await answer(data, 'suggest', 'links', '--article', 'article-6')).toMatchObject({ task: 'links', item: 'article-6' })
    },
    minutes,
  )
})
