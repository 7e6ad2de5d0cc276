// A vocabulary from SKOS (RDF/XML, Turtle), CSV, JSON Lines or JSON, one result per concept.
// It must not know whether a parent exists: the store does.
import type { Concept } from '../../../shared/domain/vocabulary.ts'
import { conceptFields, readConceptRecord } from './concept-record.ts'
import { nameResults, openFile, readRecords, readText, refuseFormat } from './open-file.ts'
import type { OpenFile } from './open-file.ts'
import { readSkos } from './skos.ts'
import { limits } from './source.ts'
import type { FileSource, Piece, Read, ReadOptions } from './source.ts'

/** As `readArticles`. SKOS files are read whole (at most 50 MB): broken ones give one rejection and no concept. */
export async function* readVocabulary(source: FileSource, options: ReadOptions = {}): AsyncGenerator<Read<Concept>> {
  const file = await openFile(source, options)
  yield* nameResults(file.path, readPieces(file))
}

async function* readPieces(file: OpenFile): AsyncGenerator<Piece<Concept>> {
  if (file.format === 'jsonl' || file.format === 'json' || file.format === 'csv') yield* readRecords(file, conceptFields, readConceptRecord)
  else if (file.format === 'rdf-xml' || file.format === 'turtle') yield* readGraph(file)
  else yield refuseFormat(file)
}

async function* readGraph(file: OpenFile): AsyncGenerator<Piece<Concept>> {
  const read = await readText(file, limits.vocabulary)
  if ('reason' in read) return yield read
  const parse = file.format === 'turtle' ? (await import('./turtle.ts')).parseTurtle : (await import('./rdf-xml.ts')).parseRdfXml
  const parsed = parse(read.text)
  if ('reason' in parsed) return yield parsed
  let found = 0
  for (const piece of readSkos(parsed.statements)) {
    found += 1
    yield piece
  }
  if (found === 0) yield { at: 'record 1', reason: 'no concept in this file' }
}
