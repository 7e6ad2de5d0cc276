// Articles, comments, imports.
import {
  barLinks,
  countArchive,
  countThread,
  demandArticle,
  listArchive,
  listThread,
  openArticle,
  openComment,
  readHealth,
  saveArticle,
  viewFacets,
} from '../services/articles.ts'
import { previewImport, runImport } from '../services/imports.ts'
import { readPasted } from '../services/paste.ts'
import { stopRunning } from '../services/running-imports.ts'
import { appendUpload, beginUpload, discardUpload } from '../services/uploads.ts'
import { allowedSource, os } from './base.ts'

const done = { done: true as const }

export const articles = {
  list: os.articles.list.handler(({ input: { offset, limit, uncounted, ...filter }, context: { desk }, signal }) =>
    listArchive(desk, filter, { offset, limit, uncounted }, { byMeaning: desk.meaning.search, signal }),
  ),
  count: os.articles.count.handler(async ({ input, context: { desk }, signal }) => ({ total: await countArchive(desk, input, signal) })),
  show: os.articles.show.handler(({ input, context: { desk } }) => demandArticle(desk, input.id)),
  open: os.articles.open.handler(async ({ input, context: { desk, session } }) => openArticle(desk, await session.actor(), input.id)),
  readPasted: os.articles.readPasted.handler(({ input }) => readPasted(input)),
  save: os.articles.save.handler(({ input, context: { desk } }) => saveArticle(desk, input)),
  barLinks: os.articles.barLinks.handler(async ({ input, context: { desk } }) => {
    await barLinks(desk, input.id, input.doNotLink)
    return done
  }),
  health: os.articles.health.handler(({ context: { desk } }) => readHealth(desk)),
  facets: os.articles.facets.handler(({ context: { desk } }) => viewFacets(desk)),
}

export const comments = {
  list: os.comments.list.handler(async ({ input: { offset, limit, uncounted, ...filter }, context: { desk, session }, signal }) =>
    listThread(desk, await session.actor(), filter, { offset, limit, uncounted, signal }),
  ),
  count: os.comments.count.handler(async ({ input, context: { desk }, signal }) => ({ total: await countThread(desk, input, signal) })),
  show: os.comments.show.handler(async ({ input, context: { desk, session } }) => openComment(desk, await session.actor(), input.id)),
}

export const imports = {
  beginUpload: os.imports.beginUpload.handler(async ({ input, context: { desk } }) => ({
    upload: await beginUpload(desk, input.name, input.bytes),
  })),
  appendUpload: os.imports.appendUpload.handler(async ({ input, context: { desk } }) => {
    await appendUpload(desk, input.upload, input.offset, input.part)
    return done
  }),
  discardUpload: os.imports.discardUpload.handler(async ({ input, context: { desk } }) => {
    await discardUpload(desk, input.upload)
    return done
  }),
  preview: os.imports.preview.handler(({ input: { source, ...options }, context }) =>
    previewImport(context.desk, allowedSource(context, source), options),
  ),
  run: os.imports.run.handler(({ input: { source, ticket, ...options }, context }) =>
    runImport(context.desk, allowedSource(context, source), options, ticket),
  ),
  stop: os.imports.stop.handler(({ input, context: { desk } }) => ({ stopped: stopRunning(desk.store, input.ticket) })),
}
