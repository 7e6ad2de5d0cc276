// The implementer every procedure file starts from: the contract, the desk, the session, one error mapping.
import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import type { Desk } from '../desk.ts'
import type { Session } from '../services/session.ts'
import { wireError } from './errors.ts'

/** `uploadsOnly`: a page in a browser hands over bytes; it may never name a file of this machine. */
export type RouterContext = { readonly desk: Desk; readonly session: Session; readonly uploadsOnly?: boolean }

/** @throws DeskError `bad-input` when a page that may only upload names paths. */
export function allowedSource<S extends { uploads: string[] } | { paths: string[] }>(context: RouterContext, source: S): S {
  if (context.uploadsOnly === true && 'paths' in source)
    throw new DeskError('bad-input', 'source', 'a page in a browser can only upload', { field: 'source' })
  return source
}

export const os = implement(contract)
  .$context<RouterContext>()
  .use(async ({ context, next }) => {
    try {
      return await next()
    } catch (error) {
      throw wireError(error, context.desk.reportUnexpected)
    }
  })
