// The packages of test/bench's own install, when it was made. Never installs anything.
// It must not know what they are measured at.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = import.meta.dirname
export const installCommand = 'npm ci --prefix test/bench'

export function havePeers(): boolean {
  return existsSync(join(folder, 'node_modules', '@orama', 'orama', 'package.json'))
}

async function load(path: string): Promise<unknown> {
  return import(pathToFileURL(createRequire(join(folder, 'package.json')).resolve(path)).href)
}

/** One of natural's classifiers, as much as is used here. */
export type NaturalClassifier = {
  addDocument: (tokens: string[], label: string) => void
  train: () => void
  classify: (tokens: string[]) => string
}
export type Natural = { BayesClassifier: new () => NaturalClassifier; LogisticRegressionClassifier: new () => NaturalClassifier }
export type MiniSearchIndex = { addAll: (documents: object[]) => void; search: (query: string, options?: object) => { id: string }[] }
export type MiniSearch = { default: new (options: object) => MiniSearchIndex }
export type Orama = {
  create: (options: object) => object
  insertMultiple: (db: object, documents: object[], batch: number) => Promise<unknown>
  search: (db: object, query: object) => Promise<{ count: number }> | { count: number }
}

// Only its classifiers: the whole package opens clients of four databases.
export const loadNatural = (): Promise<Natural> => load('natural/lib/natural/classifiers/index.js') as Promise<Natural>
export const loadMiniSearch = (): Promise<MiniSearch> => load('minisearch') as Promise<MiniSearch>
export const loadOrama = (): Promise<Orama> => load('@orama/orama') as Promise<Orama>
