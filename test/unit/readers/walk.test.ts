// The list of files of an import, and what preview says of a table.
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { detectFormat } from '../../../electron/core/readers/detect-format.ts'
import { previewFile } from '../../../electron/core/readers/preview.ts'
import { walk } from '../../../electron/core/readers/walk.ts'
import { fixtures, makeFolder } from './fixtures.ts'

let folder: Awaited<ReturnType<typeof makeFolder>>
beforeAll(async () => {
  folder = await makeFolder()
})
afterAll(() => folder.remove())

test('files come sorted; hidden ones, links out of the root and circles are passed over', async () => {
  const root = join(folder.path, 'root')
  await mkdir(join(root, 'b'), { recursive: true })
  await mkdir(join(root, '.git'))
  for (const name of ['z.md', 'a.md', 'b/c.md', '.hidden.md', '.git/x.md', '../out.md']) await writeFile(join(root, name), 'x')
  await symlink(join(folder.path, 'out.md'), join(root, 'link.md'))
  await symlink(root, join(root, 'b', 'circle'))
  const found: string[] = []
  for await (const file of walk([root, join(root, 'a.md')])) found.push(file.path.slice(root.length + 1))
  expect(found).toEqual(['a.md', 'b/c.md', 'z.md'])
  await expect(walk([join(root, 'none')]).next()).rejects.toMatchObject({ code: 'bad-input' })
})

test('formats are told from names and first bytes', () => {
  const formats = Object.fromEntries(fixtures.map(({ name, bytes }) => [name, detectFormat(name, bytes)]))
  expect(formats).toMatchObject({
    'articles.json': 'json',
    'export.xml': 'wxr',
    'rss.xml': 'feed',
    'atom.xml': 'feed',
    'topics.rdf': 'rdf-xml',
    'copie.docx': 'docx',
  })
  expect(detectFormat('a.json', Buffer.from('{"body":"x"}\n{"body":'))).toBe('jsonl')
  expect(detectFormat('virus.exe', Buffer.from('MZ'))).toBeNull()
})

test('a preview gives the columns and the guessed map, the given one first', async () => {
  const source = await folder.put('t.csv', 'sep=;\nN°;Titre;Corps du texte;Date de publication;Rubrique;Auteur·e\n1;a;b;c;d;e\n')
  const preview = await previewFile(source, 'articles', { authors: 'Auteur·e' })
  expect(preview).toMatchObject({
    format: 'csv',
    columns: ['N°', 'Titre', 'Corps du texte', 'Date de publication', 'Rubrique', 'Auteur·e'],
    map: { title: 'Titre', body: 'Corps du texte', date: 'Date de publication', section: 'Rubrique', authors: 'Auteur·e' },
  })
})
