// The five formats, with outputs made to break them; and what IT forbids.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { directClient } from '../../../electron/core/router/router.ts'
import { harbour } from '../../make-desk.ts'
import { tempFolder } from '../../temp-folder.ts'
import { checks, faithful, openNewsroom, propose, proposeTags, refusal, type Newsroom } from './newsroom.ts'

/** RFC 4180, as a spreadsheet reads it: rows as objects under the header's names. */
function parseCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
    if (end === '\r\n') rows.push([])
  }
  const [header = [], ...records] = rows.filter((row) => row.length > 1)
  return records.map((record) => Object.fromEntries(header.map((name, index) => [name, record[index] ?? ''])))
}

const title = `=HYPERLINK("http://x","y"); <b>*Port*</b> & Cie`
const override = 'Formulation voulue par la rédaction.'
const point = `+1 bateau, "14" <i>au port</i>; [lien](http://x)\nsuite`

async function validated(): Promise<Newsroom> {
  const room = await openNewsroom()
  const { client } = room
  await client.desk.changeSettings({ newsroom: 'Le <Courrier>' })
  await room.bring('articles', 'a.jsonl', [
    { id: 'n1', ...harbour, title, url: 'https://courrier.example/port', lang: 'fr' },
    { id: 'n2', ...harbour, title: '@Ailleurs' },
  ])
  const [one, two] = await propose(room, 'n1', [faithful, 'Un point encore en attente.'])
  await client.reviews.edit({ id: one!.id, value: { text: point }, checks, override })
  expect(two!.state).toBe('proposed')
  for (const tag of await proposeTags(room, 'n1')) await client.reviews.accept({ id: tag.id })
  await client.reviews.add({ item: 'n1', task: 'links', value: { article: 'n2', anchor: null, type: 'context' } })
  return room
}

describe('an export', () => {
  it('in JSON has the fields of the command line’s contract, and no person’s name', async () => {
    const { client } = await validated()
    const made = await client.exports.make({ format: 'json' })
    expect(made).toMatchObject({ format: 'json', mime: 'application/json', count: 4 })
    expect(made.name).toMatch(/^marbre-\d{4}-\d\d-\d\d\.json$/)
    const outputs = JSON.parse(made.content) as Record<string, unknown>[]
    expect(outputs.map((output) => output['task'])).toEqual(['key-points', 'tags', 'tags', 'links'])
    for (const output of outputs) {
      expect(Object.keys(output)).toEqual([
        'id',
        'task',
        'item',
        'value',
        'state',
        'decidedBy',
        'decidedAt',
        'channel',
        'checks',
        'engine',
        'entry',
        'withoutProtocol',
      ])
      expect(output).toMatchObject({ item: 'n1', decidedBy: 'me', channel: 'host', withoutProtocol: true })
    }
    expect(outputs[0]).toMatchObject({ state: 'edited', value: { text: point }, checks })
  })

  it('in CSV runs no formula and comes back as it was', async () => {
    const { client } = await validated()
    const { content } = await client.exports.make({ format: 'csv' })
    const rows = parseCsv(content)
    expect(rows).toHaveLength(4)
    expect(rows.map((row) => row['text'])).toEqual([`'${point}`, 'Pêche', 'Port', `'@Ailleurs`])
    expect(rows.every((row) => row['title'] === `'${title}`)).toBe(true)
    for (const row of rows) for (const field of Object.values(row)) expect(field).not.toMatch(/^[=+\-@\t\r]/)
    expect(content).toContain('\r\n')
  })

  it('in HTML and Markdown holds no markup but its own', async () => {
    const { client } = await validated()
    const html = (await client.exports.make({ format: 'html' })).content
    expect(html).not.toMatch(/<b>|<i>|<Courrier>/)
    expect(html).toContain('&lt;i&gt;au port&lt;/i&gt;')
    expect(html).toContain('essai libre, sans protocole')
    const md = (await client.exports.make({ format: 'md' })).content
    expect(md).not.toMatch(/(?<!\\)\[lien/)
    expect(md).not.toMatch(/(?<!\\)<i/)
    // A line break in a point must not end its list item and start something else.
    expect(md.split('\n').filter((line) => line.startsWith('suite'))).toEqual([])
  })

  it('in ninjs has the shape of an item, its subjects, points and links', async () => {
    const { client } = await validated()
    const [item, ...others] = JSON.parse((await client.exports.make({ format: 'ninjs' })).content) as Record<string, unknown>[]
    expect(others).toEqual([])
    expect(item).toMatchObject({
      uri: 'https://courrier.example/port',
      type: 'text',
      language: 'fr',
      headlines: [{ role: 'main', value: title }],
      subjects: [{ name: 'Pêche' }, { name: 'Port' }],
      bodies: [{ role: 'keypoint', contenttype: 'text/plain', value: point }],
      associations: [{ uri: 'urn:marbre:n2', headlines: [{ value: '@Ailleurs' }] }],
    })
    expect(Number.isNaN(Date.parse(String(item?.['versioncreated'])))).toBe(false)
  })

  it('never claims a journalist’s review for the command line or a declared person', async () => {
    const room = await validated()
    const { client } = room
    const claims = (html: string) => html.split('Relu par un journaliste').length - 1
    expect(claims((await client.exports.make({ format: 'html' })).content)).toBe(4)
    await client.people.add({ id: 'lena', name: 'Léna Bihan', roles: ['journalist'] })
    const [declared, typed] = await propose(room, 'n2', ['Le port compte 14 bateaux.', 'Le port de Kerlouan compte 14 bateaux.'])
    await client.reviews.accept({ id: declared!.id, checks, as: 'lena' })
    const cli = await directClient(room.desk, 'cli')
    await cli.reviews.accept({ id: typed!.id, checks })
    for (const format of ['html', 'md'] as const) {
      const { content } = await client.exports.make({ format, ids: [declared!.id, typed!.id] })
      expect(content).not.toMatch(/Relu par|Bihan/)
      expect(content).toMatch(/validé par/)
    }
  })
})

describe('the policy', () => {
  afterEach(() => {
    delete process.env['MARBRE_POLICY']
  })
  const rule = (rules: object): void => {
    const path = join(tempFolder(), 'policy.json')
    writeFileSync(path, JSON.stringify({ version: 1, ...rules }))
    process.env['MARBRE_POLICY'] = path
  }

  it('forbids free trials, signing off from the command line, formats, the browser', async () => {
    rule({ allowFreeTrial: false, allowCliSignOff: false, exportFormats: ['json'] })
    const room = await openNewsroom()
    await room.bring('articles', 'a.jsonl', [{ id: 'n1', ...harbour }])
    await room.bring('comments', 'c.jsonl', [{ id: 'c1', body: 'Bonjour.' }])
    const [point1] = await propose(room, 'n1', [faithful])
    expect(await refusal(room.client.suggestions.suggest({ task: 'key-points', item: 'n1' }))).toBe('not-approved')
    expect(await refusal(room.client.suggestions.suggestTransient({ task: 'key-points', record: { ...harbour, id: 't' } }))).toBe(
      'not-approved',
    )

    const cli = await directClient(room.desk, 'cli')
    const id = point1!.id
    const signOffs = [
      cli.reviews.accept({ id, checks }),
      cli.reviews.edit({ id, value: { text: faithful }, checks }),
      cli.reviews.reject({ id, reason: 'non' }),
      cli.reviews.unsure({ id }),
      cli.reviews.undo({ id }),
      cli.reviews.withdraw({ id, reason: 'non' }),
      cli.reviews.add({ item: 'n1', task: 'key-points', value: { text: faithful }, checks }),
      cli.reviews.decideItem({ item: 'n1', task: 'tags', kept: [] }),
      cli.reviews.decideComment({ comment: 'c1', decision: 'publish' }),
      cli.reviews.undoComment({ comment: 'c1' }),
    ]
    expect(await Promise.all(signOffs.map(refusal))).toEqual(signOffs.map(() => 'role-required'))
    expect(await room.acts()).toEqual([])
    await room.client.reviews.accept({ id, checks })

    for (const format of ['csv', 'ninjs', 'html', 'md'] as const)
      expect(await refusal(room.client.exports.make({ format }))).toBe('bad-input')
    expect((await room.client.exports.make({ format: 'json' })).count).toBe(1)

    rule({ allowBrowserHost: false })
    await expect(openNewsroom()).rejects.toMatchObject({ code: 'role-required' })
    rule({ allowEverything: true })
    await expect(openNewsroom()).rejects.toMatchObject({ code: 'policy-invalid' })
  })
})
