// The five formats validated outputs leave in. Pure: outputs in, one document out.
import type { ExportFormat } from '../../../../shared/domain/policy.ts'
import type { ExportedOutput } from '../exportable.ts'
import { csvField, escapeHtml, escapeMarkdown } from './markup.ts'
import { byArticle, mayClaimReview, shownText, type ExportParts } from './rows-of.ts'

export type Formatted = { mime: string; extension: string; content: string }

const words = {
  fr: {
    tags: 'Tags',
    'key-points': 'Points à retenir',
    links: 'À lire aussi',
    moderation: '',
    reviewed: 'Relu par un journaliste',
    trial: 'essai libre, sans protocole',
    by: 'validé par',
  },
  en: {
    tags: 'Tags',
    'key-points': 'Key points',
    links: 'Read also',
    moderation: '',
    reviewed: 'Reviewed by a journalist',
    trial: 'free trial, without protocol',
    by: 'signed off by',
  },
} as const

function toJson(parts: ExportParts): string {
  const outputs = parts.outputs.map(({ identity: _identity, role: _role, ...output }) => output)
  return `${JSON.stringify(outputs, null, 2)}\n`
}

function toCsv(parts: ExportParts): string {
  const columns = [
    'id',
    'task',
    'item',
    'title',
    'text',
    'state',
    'decidedBy',
    'decidedAt',
    'channel',
    'checks',
    'engine',
    'withoutProtocol',
    'entry',
  ]
  const rows = parts.outputs.map((output) => [
    output.id,
    output.task,
    output.item,
    parts.articles.get(output.item)?.title ?? '',
    shownText(output, parts.articles),
    output.state,
    output.decidedBy,
    output.decidedAt,
    output.channel,
    output.checks.join(' '),
    output.engine,
    String(output.withoutProtocol),
    output.entry,
  ])
  return `${[columns, ...rows].map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`
}

/** IPTC ninjs 2.1: tags as `subjects`, links as `associations`; key points have no home in ninjs and go to `bodies` with their role. */
function toNinjs(parts: ExportParts): string {
  const items = byArticle(parts).map(({ article, outputs }) => ({
    uri: article.url ?? `urn:marbre:${encodeURIComponent(article.id)}`,
    type: 'text',
    language: article.lang ?? undefined,
    versioncreated: outputs
      .map((output) => output.decidedAt)
      .toSorted()
      .at(-1),
    headlines: [{ role: 'main', value: article.title }],
    subjects: outputs.flatMap((output) =>
      'concept' in output.value
        ? [{ name: output.value.label, uri: `urn:marbre:tag:${encodeURIComponent(output.value.concept)}`, creator: 'house' }]
        : [],
    ),
    bodies: outputs.flatMap((output) =>
      'text' in output.value ? [{ role: 'keypoint', contenttype: 'text/plain', value: output.value.text }] : [],
    ),
    // What was tried without an approved card says so wherever it goes.
    ...(outputs.some((output) => output.withoutProtocol) ? { ednote: words[parts.lang].trial } : {}),
    associations: outputs.flatMap((output) =>
      'article' in output.value
        ? [
            {
              name: output.value.type,
              type: 'text',
              uri: parts.articles.get(output.value.article)?.url ?? `urn:marbre:${encodeURIComponent(output.value.article)}`,
              headlines: [{ value: shownText(output, parts.articles) }],
            },
          ]
        : [],
    ),
  }))
  return `${JSON.stringify(items, null, 2)}\n`
}

function tasksOf(outputs: readonly ExportedOutput[]): ('tags' | 'key-points' | 'links')[] {
  return (['key-points', 'tags', 'links'] as const).filter((task) => outputs.some((output) => output.task === task))
}

function mention(output: ExportedOutput, lang: 'fr' | 'en'): string {
  const said = [mayClaimReview(output) ? words[lang].reviewed : `${words[lang].by} ${output.decidedBy} (${output.channel})`]
  if (output.withoutProtocol) said.push(words[lang].trial)
  return said.join(' · ')
}

function toHtml(parts: ExportParts): string {
  const { lang } = parts
  const sections = byArticle(parts).map(({ article, outputs }) => {
    const lists = tasksOf(outputs).map((task) => {
      const items = outputs.filter((output) => output.task === task)
      const lines = items.map(
        (output) =>
          `    <li data-marbre-entry="${escapeHtml(output.entry)}" title="${escapeHtml(mention(output, lang))}">${escapeHtml(shownText(output, parts.articles))}</li>`,
      )
      return `  <h3>${words[lang][task]}</h3>\n  <ul>\n${lines.join('\n')}\n  </ul>`
    })
    return `<section>\n  <h2>${escapeHtml(article.title)}</h2>\n${lists.join('\n')}\n</section>`
  })
  return `<!doctype html>\n<html lang="${lang}">\n<meta charset="utf-8">\n<title>${escapeHtml(parts.newsroom)}</title>\n${sections.join('\n')}\n</html>\n`
}

function toMarkdown(parts: ExportParts): string {
  const { lang } = parts
  const sections = byArticle(parts).map(({ article, outputs }) => {
    const lists = tasksOf(outputs).map((task) => {
      const lines = outputs
        .filter((output) => output.task === task)
        .map((output) => `- ${escapeMarkdown(shownText(output, parts.articles))} — *${escapeMarkdown(mention(output, lang))}*`)
      return `### ${words[lang][task]}\n\n${lines.join('\n')}`
    })
    return `## ${escapeMarkdown(article.title)}\n\n${lists.join('\n\n')}`
  })
  return `${sections.join('\n\n')}\n`
}

const formats = {
  json: (parts) => ({ mime: 'application/json', extension: 'json', content: toJson(parts) }),
  csv: (parts) => ({ mime: 'text/csv', extension: 'csv', content: toCsv(parts) }),
  ninjs: (parts) => ({ mime: 'application/json', extension: 'ninjs.json', content: toNinjs(parts) }),
  html: (parts) => ({ mime: 'text/html', extension: 'html', content: toHtml(parts) }),
  md: (parts) => ({ mime: 'text/markdown', extension: 'md', content: toMarkdown(parts) }),
} satisfies Record<ExportFormat, (parts: ExportParts) => Formatted>

export function formatOutputs(format: ExportFormat, parts: ExportParts): Formatted {
  return formats[format](parts)
}
