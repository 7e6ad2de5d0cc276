// What main and the core's utility process say to each other beside the page's port.
// It must not know Electron nor the desk.
import { z } from 'zod'

/** Where the desk is, and the person's public key: its fingerprint, and its 32 raw bytes in base64. */
const openSchema = z.object({ dataDir: z.string(), resources: z.string(), key: z.string(), publicKey: z.string() })
export type OpenCore = z.infer<typeof openSchema>

/** From main to the core. `serve` comes with one transferred port: a page's. */
const toCoreSchema = z.discriminatedUnion('type', [
  openSchema.extend({ type: z.literal('open') }),
  z.object({ type: z.literal('serve') }),
  z.object({ type: z.literal('signed'), id: z.int(), signature: z.string().nullable() }),
  /** A request the window's walls cancelled, so that the seal counts the page's attempts with the core's. */
  z.object({ type: z.literal('cancelled'), host: z.string() }),
  z.object({ type: z.literal('close') }),
])
export type ToCore = z.infer<typeof toCoreSchema>

/** From the core to main. `sign` asks for the Ed25519 signature of a hash, 64 hex digits. */
const toMainSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('refused'), code: z.string(), what: z.string(), why: z.string() }),
  z.object({ type: z.literal('sign'), id: z.int(), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
])
export type ToMain = z.infer<typeof toMainSchema>

/** The message, or undefined when it is none of ours. */
export function readToCore(message: unknown): ToCore | undefined {
  return toCoreSchema.safeParse(message).data
}

/** The message, or undefined when it is none of ours. */
export function readToMain(message: unknown): ToMain | undefined {
  return toMainSchema.safeParse(message).data
}
