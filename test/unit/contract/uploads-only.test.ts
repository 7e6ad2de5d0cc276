// A page in a browser hands over bytes; it may not make the core read a file it names.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeDesk } from '../../make-desk.ts'
import { threeWays } from './three-ways.ts'

it('refuses a path over the WebSocket, takes it in this process', async () => {
  const { desk, folder } = await makeDesk()
  const path = join(folder, 'article.jsonl')
  writeFileSync(path, `${JSON.stringify({ id: 'a', title: 'Titre', body: 'Un texte assez long pour être lu.' })}\n`)
  const answers = new Map<string, string>()
  for (const { name, client } of await threeWays(desk)) {
    const answer = await client.imports.preview({ kind: 'articles', source: { paths: [path] } }).then(
      (preview) => `${preview.articles.length} read`,
      (error: unknown) => (error as { code: string }).code,
    )
    answers.set(name, answer)
  }
  const refused = [...answers].filter(([, answer]) => answer === 'bad-input').map(([name]) => name)
  expect(answers.size).toBe(3)
  expect(refused).toHaveLength(1)
  expect(refused[0]).toMatch(/socket/i)
})
