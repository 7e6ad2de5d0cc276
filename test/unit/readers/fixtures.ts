// Small valid files of every format, made in memory, for the readers' tests and the malformed-inputs test.
// It must not hold real articles.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import type { FileSource, Read } from '../../../electron/core/readers/source.ts'

/** A phrase that stands in every body and may stand in no reason. */
export const canary = 'Kanarienvogel-7391 chante à l’aube'

export type Kind = 'articles' | 'comments' | 'vocabulary' | 'outputs'
export type Fixture = { name: string; kind: Kind; bytes: Buffer; records: number }

const xmlHead = `<?xml version="1.0" encoding="UTF-8"?>\n`
const rssSpaces =
  'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"'

const text = (name: string, kind: Kind, records: number, content: string): Fixture => ({
  name,
  kind,
  records,
  bytes: Buffer.from(content, 'utf8'),
})

const jsonl = [
  {
    id: 'a1',
    title: 'Le port rouvre',
    body: `${canary}.\n\nDeuxième paragraphe.`,
    tags: ['port', 'pêche'],
    date: '2024-03-12',
    authors: ['Anne Le Gall'],
  },
  { id: 'a2', title: null, body: `Un "guillemet" et ${canary}`, lang: 'fr', rights: 'agency', aiUse: false },
  { id: 'a3', body: `${canary} encore`, author: 'Jean Dupont, Marie Martin', doNotLink: { reason: 'acquittal' } },
]
  .map((record) => JSON.stringify(record))
  .join('\n')

const wordpress = `${xmlHead}<rss version="2.0" ${rssSpaces}><channel><title>Blog</title><language>fr-FR</language>
<wp:author><wp:author_login>alg</wp:author_login><wp:author_email>a@b.fr</wp:author_email><wp:author_display_name><![CDATA[Anne Le Gall]]></wp:author_display_name></wp:author>
<item><title><![CDATA[L'eau & le port]]></title><link>https://exemple.fr/eau</link><pubDate>Tue, 12 Mar 2024 08:00:00 +0000</pubDate><dc:creator>alg</dc:creator><guid>https://exemple.fr/?p=12</guid>
<content:encoded><![CDATA[<!-- wp:paragraph --><p>${canary}</p><p>Suite &amp; fin</p>]]></content:encoded><excerpt:encoded><![CDATA[Le chapô]]></excerpt:encoded>
<wp:post_id>12</wp:post_id><wp:post_date>2024-03-12 09:00:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="mer"><![CDATA[Mer]]></category><category domain="post_tag" nicename="port"><![CDATA[port]]></category>
<wp:comment><wp:comment_id>5</wp:comment_id><wp:comment_author>Bob</wp:comment_author><wp:comment_author_email>bob@exemple.fr</wp:comment_author_email><wp:comment_author_IP>10.0.0.1</wp:comment_author_IP><wp:comment_date>2024-03-13 10:00:00</wp:comment_date><wp:comment_content><![CDATA[${canary} !]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>0</wp:comment_parent></wp:comment>
<wp:comment><wp:comment_id>6</wp:comment_id><wp:comment_author>Léa</wp:comment_author><wp:comment_date>2024-03-13 11:00:00</wp:comment_date><wp:comment_content><![CDATA[Réponse]]></wp:comment_content><wp:comment_approved>spam</wp:comment_approved><wp:comment_parent>5</wp:comment_parent></wp:comment></item>
<item><title>Page</title><content:encoded><![CDATA[${canary}]]></content:encoded><wp:post_id>13</wp:post_id><wp:status>publish</wp:status><wp:post_type>page</wp:post_type></item>
<item><title>Deux</title><content:encoded><![CDATA[Premier ${canary}

Second paragraphe]]></content:encoded><wp:post_id>14</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
</channel></rss>`

/** Every format a reader takes, each with records that are all valid. */
export const fixtures: readonly Fixture[] = [
  text('articles.jsonl', 'articles', 3, jsonl),
  text('articles.json', 'articles', 3, `[${jsonl.replaceAll('\n', ',\n')}]`),
  text(
    'articles.csv',
    'articles',
    3,
    `Identifiant;Titre;Texte;Date de publication;Mots-clés;Auteur\nc1;"Un ""titre""";"${canary}\n\nsur deux lignes; oui";2024-03-12;"port, pêche";Anne Le Gall\nc2;Deux;${canary};;;\nc3;;Trois ${canary};2024-01-01;a;b\n`,
  ),
  text(
    'rss.xml',
    'articles',
    2,
    `${xmlHead}<rss version="2.0" ${rssSpaces}><channel><language>fr</language><item><title>Un &amp; deux</title><link>https://e.fr/1</link><guid>g1</guid><pubDate>Tue, 12 Mar 2024 08:00:00 +0100</pubDate><description>Le chapô</description><content:encoded><![CDATA[<p>${canary}</p>]]></content:encoded><category>port</category></item><item><title>Trois</title><description>&lt;p&gt;${canary}&lt;/p&gt;</description></item></channel></rss>`,
  ),
  text(
    'atom.xml',
    'articles',
    2,
    `${xmlHead}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>F</title><entry><id>urn:1</id><title>Un</title><link rel="alternate" href="https://e.fr/1"/><published>2024-03-12T08:00:00Z</published><author><name>Anne</name></author><category term="port"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${canary}</p><p>Deux</p></div></content></entry><entry><id>urn:2</id><title>Deux</title><summary>${canary}</summary></entry></feed>`,
  ),
  text('export.xml', 'articles', 2, wordpress),
  text(
    'page.html',
    'articles',
    1,
    `<!doctype html><html lang="fr"><head><title>Le port | Le Courrier</title><link rel="canonical" href="https://e.fr/port"><meta property="og:title" content="Le port rouvre"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Le port rouvre","datePublished":"2024-03-12","author":{"name":"Anne Le Gall"},"articleSection":"Mer"}</script></head><body><nav><a href="/">Accueil</a></nav><article><h1>Le port rouvre</h1>${`<p>${canary} parce que la tempête est passée, et que les pêcheurs attendaient depuis des jours de reprendre la mer.</p>`.repeat(4)}</article><script>alert('x')</script></body></html>`,
  ),
  text(
    'note.md',
    'articles',
    1,
    `---\ntitle: "Le port: il rouvre"\ndate: 2024-03-12\ntags: [port, pêche]\nauthors:\n  - Anne Le Gall\nsection: Mer\n---\n\n## Contexte\n\nUn **texte** avec [un lien](https://e.fr) et ${canary}.\n\n- un\n- deux\n`,
  ),
  text('note.txt', 'articles', 1, `Le port rouvre\n\nPublié le 12 mars 2024\n\n${canary} parce que la tempête est passée.\n\nFin.\n`),
  {
    name: 'copie.docx',
    kind: 'articles',
    records: 1,
    bytes: makeDocx(
      `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Le port rouvre</w:t></w:r></w:p><w:p><w:r><w:t>${canary}</w:t></w:r></w:p><w:p><w:r><w:t>Fin.</w:t></w:r></w:p>`,
    ),
  },
  text(
    'comments.jsonl',
    'comments',
    2,
    `{"id":"k1","article":"a1","author":"Bob","body":"${canary}","label":1}\n{"id":"k2","article":"a1","parent":"k1","body":"Réponse ${canary}","label":"0","decision":"publish"}\n`,
  ),
  text(
    'comments.csv',
    'comments',
    2,
    `id,article,parent,auteur,commentaire,label\nk1,a1,,Bob,"${canary}, oui",1\nk2,a1,k1,Léa,Non ${canary},0\n`,
  ),
  text('comments.xml', 'comments', 2, wordpress),
  text(
    'topics.jsonl',
    'vocabulary',
    2,
    `{"id":"t1","fr":"Mer","en":"Sea","parent":null,"active":true}\n{"slug":"t2","title":"Port","deck":"${canary}","aliases":["havre","quai"],"parent":"t1","active":false,"replacedBy":"t1"}\n`,
  ),
  text('topics.csv', 'vocabulary', 2, `id,fr,en,alias,parent\nt1,Mer,Sea,"océan, large",\nt2,Port ${canary},Harbour,,t1\n`),
  text(
    'topics.rdf',
    'vocabulary',
    2,
    `${xmlHead}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#"><skos:Concept rdf:about="https://v.fr/mer"><skos:prefLabel xml:lang="fr">Mer</skos:prefLabel><skos:definition xml:lang="fr">${canary}</skos:definition><skos:narrower><skos:Concept rdf:about="https://v.fr/port"><skos:prefLabel xml:lang="fr-FR">Port</skos:prefLabel><skos:altLabel xml:lang="fr">Havre</skos:altLabel></skos:Concept></skos:narrower></skos:Concept></rdf:RDF>`,
  ),
  text(
    'topics.ttl',
    'vocabulary',
    2,
    `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix v: <https://v.fr/> .\nv:mer a skos:Concept ; skos:prefLabel "Mer"@fr, "Sea"@en ; skos:definition "${canary}"@fr .\nv:port a skos:Concept ; skos:prefLabel "Port"@fr ; skos:altLabel "Havre"@fr ; skos:broader v:mer .\n`,
  ),
  text(
    'outputs.jsonl',
    'outputs',
    2,
    `{"id":"o1","article":"a1","task":"tags","value":{"concept":"t1","label":"Mer"},"engine":"autre"}\n{"article":"a1","task":"key-points","value":{"text":"${canary}"},"engine":"autre"}\n`,
  ),
]

/** A ZIP archive of these entries; `declare` overrides what the directory says of the size. */
export function makeZip(entries: Record<string, Buffer>, declare?: number): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(entries)) {
    const packed = deflateRawSync(content)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(declare ?? content.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    parts.push(Buffer.from('PK\u0003\u0004', 'latin1'), fields, Buffer.from(name), packed)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, place, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(Object.keys(entries).length, 8)
  end.writeUInt16LE(Object.keys(entries).length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, list, end])
}

/** A minimal Word file with this body; `more` adds or replaces parts. */
export function makeDocx(body: string, more: Record<string, Buffer> = {}): Buffer {
  return makeZip({
    '[Content_Types].xml': Buffer.from(
      `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': Buffer.from(
      `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': Buffer.from(
      `${xmlHead}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
    'word/styles.xml': Buffer.from(
      `${xmlHead}<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    ),
    ...more,
  })
}

/** A temporary folder, and a way to put files in it. */
export async function makeFolder(): Promise<{
  path: string
  put: (name: string, content: Buffer | string) => Promise<FileSource>
  remove: () => Promise<void>
}> {
  const path = await mkdtemp(join(tmpdir(), 'marbre-readers-'))
  return {
    path,
    put: async (name, content) => {
      await writeFile(join(path, name), content)
      return { name, path: join(path, name) }
    },
    remove: () => rm(path, { recursive: true, force: true }),
  }
}

/** Everything a reader gives, kept and refused apart. */
export async function collect<T>(
  results: AsyncIterable<Read<T>>,
): Promise<{ drafts: T[]; rejected: { file: string; at: string; reason: string }[] }> {
  const drafts: T[] = []
  const rejected: { file: string; at: string; reason: string }[] = []
  for await (const result of results) {
    if (result.ok) drafts.push(result.draft)
    else rejected.push(result.rejection)
  }
  return { drafts, rejected }
}
