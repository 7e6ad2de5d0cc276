// The contract, served. The only room that knows @orpc/server.
import { createRouterClient, ORPCError, type RouterClient } from '@orpc/server'
import { RPCHandler as PortHandler } from '@orpc/server/message-port'
import { RPCHandler as SocketHandler } from '@orpc/server/ws'
import type { WebSocket } from 'ws'
import { DeskError } from '../../../shared/domain/error.ts'
import type { Desk } from '../desk.ts'
import { openSession, type Session } from '../services/session.ts'
import { articles, comments, imports } from './archive-procedures.ts'
import { os, type RouterContext } from './base.ts'
import { comparisons } from './comparison-procedures.ts'
import { desk, events, exported, ledger, people } from './desk-procedures.ts'
import { wireError } from './errors.ts'
import { evaluations } from './evaluation-procedures.ts'
import { engines } from './engine-procedures.ts'
import { experiments, runs } from './experiment-procedures.ts'
import { links } from './link-procedures.ts'
import { moderation } from './moderation-procedures.ts'
import { packets } from './packet-procedures.ts'
import { prompts } from './prompt-procedures.ts'
import { readings } from './reading-procedures.ts'
import { reviews, suggestions } from './review-procedures.ts'
import { rubrics } from './rubric-procedures.ts'
import { safekeeping } from './safekeeping-procedures.ts'
import { tagging } from './tagging-procedures.ts'
import { undo } from './undo-procedures.ts'
import { vocabulary } from './vocabulary-procedures.ts'

export const router = os.router({
  articles,
  comments,
  comparisons,
  desk,
  engines,
  evaluations,
  events,
  experiments,
  exports: exported,
  imports,
  ledger,
  links,
  moderation,
  packets,
  people,
  prompts,
  readings,
  reviews,
  rubrics,
  runs,
  safekeeping,
  suggestions,
  tagging,
  undo,
  vocabulary,
})

export type DirectClient = RouterClient<typeof router>

type Call<R> = { readonly context: RouterContext; readonly next: () => Promise<R> }

/** What goes wrong outside any procedure, in the one form: nothing matched, or the message could not be read. */
async function refuseStrangers<R extends { matched: boolean }>({ context, next }: Call<R>): Promise<R> {
  const result = await next().catch((error: unknown) => {
    const known = error instanceof ORPCError ? error : new DeskError('bad-input', 'message', 'cannot be read')
    throw wireError(known, context.desk.reportUnexpected)
  })
  if (!result.matched) throw wireError(new DeskError('not-found', 'procedure', 'is not of this contract'), context.desk.reportUnexpected)
  return result
}

/** Serves one page's WebSocket (the loopback host). */
export async function serveSocket(current: Desk, socket: WebSocket): Promise<void> {
  const session = await openSession(current, 'host')
  await new SocketHandler(router, { interceptors: [refuseStrangers] }).upgrade(socket, {
    context: { desk: current, session, uploadsOnly: true },
  })
}

/** What a port must do; Electron's `MessagePortMain` and Node's `MessagePort` both can. */
export type ServedPort = Parameters<PortHandler<{ desk: Desk; session: Session }>['upgrade']>[0]

/** Serves one page's MessagePort (the window). */
export async function servePort(current: Desk, port: ServedPort): Promise<void> {
  const session = await openSession(current, 'window')
  new PortHandler(router, { interceptors: [refuseStrangers] }).upgrade(port, { context: { desk: current, session } })
}

/** Calls the procedures in this process (CLI, tests), through the same validation and error mapping. */
export async function directClient(current: Desk, channel: 'cli' | 'host' | 'window' = 'cli'): Promise<DirectClient> {
  const session = await openSession(current, channel)
  return createRouterClient(router, { context: { desk: current, session } })
}
