// Every procedure and event, once. Shells and the page derive everything from this object.
import { articles, comments } from './articles.ts'
import { desk, exported, ledger, people } from './desk.ts'
import { events } from './events.ts'
import { engines, experiments, runs } from './experiments.ts'
import { imports, vocabulary } from './imports.ts'
import { reviews, suggestions } from './reviews.ts'

export const contract = {
  articles,
  comments,
  desk,
  engines,
  events,
  experiments,
  exports: exported,
  imports,
  ledger,
  people,
  reviews,
  runs,
  suggestions,
  vocabulary,
}
export type Contract = typeof contract
