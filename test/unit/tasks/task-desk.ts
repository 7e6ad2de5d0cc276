// A small in-memory desk for the tasks' tests: real search over the articles it is given.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../../../shared/domain/article.ts'
import type { Charter, Comment } from '../../../shared/domain/comment.ts'
import type { Concept } from '../../../shared/domain/vocabulary.ts'
import { fitBm25, searchBm25 } from '../../../electron/core/learning/bm25.ts'
import { cosine } from '../../../electron/core/learning/truncated-svd.ts'
import { readManifest } from '../../../electron/core/learning/model-file.ts'
import { builtinEngine } from '../../../electron/core/tasks/builtin-engine.ts'
import { lsaTerms, lsaVector, readLsa } from '../../../electron/core/tasks/links/lsa-model.ts'
import type { ModelName, TaskPorts } from '../../../electron/core/tasks/ports.ts'
import type { Task } from '../../../shared/domain/suggestion.ts'
import type { Outcome, TaskItem } from '../../../electron/core/engines/inference-engine.ts'

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
export const stamp = { trainedAt: '2026-11-22T00:00:00.000Z', corpusHash: 'test', seed: 0 }
export const lexicons: unknown[] = ['fr', 'en'].map((lang) =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../../resources/rules/${lang}.json`), 'utf8')),
)

export function article(fields: Partial<Article> & { id: string }): Article {
  const blank = {
    title: '',
    body: '',
    lang: 'fr',
    date: null,
    section: null,
    authors: [],
    url: null,
    tags: [],
    kind: null,
    deck: null,
    embargo: null,
    doNotLink: null,
  }
  return { ...blank, rights: 'own', aiUse: true, hash: fields.id, importedAt: '', ...fields }
}

export function comment(body: string): Comment {
  return {
    id: 'c1',
    article: null,
    parent: null,
    author: null,
    body,
    lang: 'fr',
    date: null,
    label: null,
    decision: null,
    clause: null,
    hash: 'c1',
    masked: 0,
    importedAt: '',
    decided: null,
  }
}

export function concept(id: string, labels: string[], fields: Partial<Concept> = {}): Concept {
  return {
    id,
    labels: labels.map((text, at) => ({ lang: 'fr', text, kind: at === 0 ? 'preferred' : 'alternate' })),
    definition: null,
    parent: null,
    active: true,
    replacedBy: null,
    ...fields,
  }
}

export const charter: Charter = {
  title: 'Charte',
  lang: 'fr',
  clauses: [
    { id: 'insultes', title: 'Insultes', text: 'Pas d’insultes.', category: 'insult', reason: '' },
    { id: 'haine', title: 'Haine', text: 'Pas de propos haineux.', category: 'hate', reason: '' },
    { id: 'menaces', title: 'Menaces', text: 'Pas de menaces.', category: 'threat', reason: '' },
    { id: 'vie-privee', title: 'Vie privée', text: 'Pas de coordonnées.', category: 'privacy', reason: '' },
  ],
}

interface DeskParts {
  articles?: Article[]
  concepts?: Concept[]
  charter?: Charter | null
  models?: Partial<Record<ModelName, Uint8Array>>
}

export function taskPorts({ articles = [], concepts = [], charter: house = charter, models = {} }: DeskParts): TaskPorts {
  const index = fitBm25(articles.map(lsaTerms))
  const lsa = models.lsa ? readLsa(models.lsa, sha256).lsa : null
  const vectors = lsa ? articles.map((one) => lsaVector(lsa, lsaTerms(one))) : []
  const inTime = (before?: string) => (row: number) =>
    before === undefined || articles[row]!.kind === 'resource' || (articles[row]!.date ?? '9') <= `${before}~`
  return {
    archive: {
      article: async (id) => articles.find((one) => one.id === id) ?? null,
      searchTerms: async (terms, { before, limit }) =>
        searchBm25(index, terms, limit, inTime(before)).map(({ row, score }) => ({ id: articles[row]!.id, score })),
      nearest: async (vector, { before, limit }) =>
        vectors
          .map((other, row) => ({ row, score: cosine(other, vector) }))
          .filter(({ row }) => inTime(before)(row))
          .sort((a, b) => b.score - a.score)
          .slice(0, limit)
          .map(({ row, score }) => ({ id: articles[row]!.id, score })),
    },
    vocabulary: { revision: async () => JSON.stringify(concepts), concepts: async () => concepts },
    charter: { current: async () => house },
    models: {
      digest: async (name) => (models[name] ? readManifest(models[name]).digest : null),
      load: async (name) => models[name] ?? null,
    },
    rules: { hash: 'shipped', lexicons },
    digest: sha256,
  }
}

export async function propose(task: Task, item: TaskItem, parts: DeskParts): Promise<Outcome> {
  return builtinEngine(taskPorts(parts)).propose(task, item, { signal: new AbortController().signal })
}
