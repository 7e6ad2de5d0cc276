// What a refused packet says is wrong with it; null when it went through.
import { ORPCError } from '@orpc/client'

export async function faultOf(call: Promise<unknown>): Promise<unknown> {
  const error: unknown = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error === null) return null
  if (!(error instanceof ORPCError)) throw error
  return (error.data as { details: Record<string, unknown> }).details['fault'] ?? error.code
}
