// A phrase that stands in every file imported, whole or broken, stands in no log.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { tempFolder } from '../../temp-folder.ts'
import { openNewsroom } from './newsroom.ts'

const canary = 'CANARI-JAUNE-7f3a91'

const files: Readonly<Record<string, string>> = {
  'whole.jsonl': `{"id":"a","title":"${canary}","body":"${canary} dans le corps."}\n`,
  'broken.jsonl': `{"id":"b","body":"${canary}\n{"body": ${canary}}\n{"id":"c","body":"ok ${canary}"}\n`,
  'wrong.jsonl': `{"id":"d","body":"x","rights":"${canary}"}\n{"id":"${canary}"}\n[${canary}]\n`,
  'list.json': `[{"id":"e","body":"${canary}"}, {"id":"f", ${canary}`,
  'table.csv': `id;titre;texte\ng;${canary};${canary}\nh;"${canary};jamais refermé\n`,
  'feed.xml': `<?xml version="1.0"?><rss version="2.0"><channel><title>${canary}</title><item><guid>i</guid><title>${canary}</title><description>${canary}</description></item><item><title>${canary}</titel></item></channel></rss>`,
  'wxr.xml': `<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><wp:post_id>1</wp:post_id><title>${canary}</title><content:encoded><![CDATA[${canary}</content:encoded></item></channel></rss>`,
  'entity.xml': `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x "${canary}">]><rss><channel><item><title>&x;</title></item></channel></rss>`,
  'page.html': `<html><head><title>${canary}</title></head><body><article><p>${canary} est le texte de cette page, qui en dit assez pour être lue.</p></article><p>${canary}`,
  'note.md': `---\ntitle: "${canary}\n---\n# ${canary}\n\n${canary}\n`,
  'plain.txt': `${canary}\n\n${canary}\n`,
  'not.docx': `PK\u0003\u0004${canary}`,
  [`${canary}.jsonl`]: `{"id":"z","body":"nom de fichier"}\nbroken`,
  'thesaurus.ttl': `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<http://x/${canary}> a skos:Concept ; skos:prefLabel "${canary}"@fr ;; ${canary}`,
  'thesaurus.rdf': `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><${canary}></rdf:RDF>`,
}

/** Everything in the logs folder. */
function logsOf(folder: string): string {
  const logs = join(folder, 'logs')
  return existsSync(logs)
    ? readdirSync(logs)
        .map((name) => `${name}\n${readFileSync(join(logs, name), 'utf8')}`)
        .join('\n')
    : ''
}

it('never reaches a log, nor the words of an error', async () => {
  const room = await openNewsroom({ background: true })
  const { client } = room
  const folder = tempFolder()
  const said: string[] = []
  const note = async (call: Promise<unknown>): Promise<void> => {
    await call.then(
      (result) => said.push(JSON.stringify(result ?? null)),
      (error: unknown) => said.push(`${error instanceof Error ? error.message : ''}${JSON.stringify(error)}`),
    )
  }
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    writeFileSync(path, content)
    const source = { paths: [path] }
    for (const kind of ['articles', 'comments', 'outputs'] as const) {
      await client.imports.preview({ kind, source }).catch(() => undefined)
      await note(client.imports.run({ kind, source }))
    }
    await note(client.vocabulary.import({ source }))
  }
  await note(client.reviews.accept({ id: canary }).catch(() => undefined))
  await note(client.ledger.verify({ bundle: `{"${canary}"` }))
  await note(
    client.articles.save({ title: canary, body: canary, date: canary, section: canary, rights: 'own', aiUse: true }).then(() => null),
  )
  await client.people.add({ id: 'p', name: canary, roles: ['journalist'] })
  const imported = await client.articles.list({ query: 'canari' })
  const ids = (await client.articles.list({})).items.map((article) => article.id)
  for (const item of ids.slice(0, 4))
    for (const task of ['tags', 'key-points', 'links'] as const) await client.suggestions.suggest({ task, item }).catch(() => undefined)
  await room.desk.background.idle()
  expect(ids.length, 'nothing was imported').toBeGreaterThan(4)
  expect(imported.total).toBeGreaterThanOrEqual(0)
  await client.desk.doctor({})
  await room.desk.close()

  const logs = logsOf(room.folder)
  expect(logs).toContain('desk.opened')
  expect(logs).toContain('desk.closed')
  expect(logs).not.toContain(canary)
  expect(logs).not.toContain('CANARI')
  // A rejection names file, place and reason: its own file's name only, never what the file says.
  const withoutNames = said.map((words) => words.replaceAll(`${canary}.jsonl`, ''))
  expect(withoutNames.filter((words) => words.includes(canary) && !words.includes(`suggestion ${canary}`))).toEqual([])
})
