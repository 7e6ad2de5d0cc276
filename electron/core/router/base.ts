// The implementer every procedure file starts from: the contract, the desk, the session, one error mapping.
import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import type { Session } from '../services/session.ts'
import { wireError } from './errors.ts'

export type RouterContext = { readonly desk: Desk; readonly session: Session }

export const os = implement(contract)
  .$context<RouterContext>()
  .use(async ({ context, next }) => {
    try {
      return await next()
    } catch (error) {
      throw wireError(error, context.desk.reportUnexpected)
    }
  })
