// What IT allows on this machine. Strict: an unknown key is an error, never ignored.
import { z } from 'zod'

export const exportFormatSchema = z.enum(['json', 'csv', 'ninjs', 'html', 'md'])
export type ExportFormat = z.infer<typeof exportFormatSchema>
/** `packet`: review packets and the readings that answer them. */
export const leavingFormatSchema = z.enum([...exportFormatSchema.options, 'packet'])

export const policySchema = z.strictObject({
  version: z.literal(1),
  /** An on-premise engine needs a host named below as well: naming one is enough. */
  engines: z.array(z.enum(['builtin', 'ollama', 'on-premise'])).default(['builtin', 'ollama', 'on-premise']),
  onPremiseHosts: z.array(z.string()).default([]),
  allowedModelDigests: z.array(z.string()).nullable().default(null),
  allowBrowserHost: z.boolean().default(true),
  allowCliSignOff: z.boolean().default(true),
  allowFreeTrial: z.boolean().default(true),
  allowSelfApproval: z.boolean().default(true),
  allowSyncedFolder: z.boolean().default(false),
  retentionDays: z
    .strictObject({ comments: z.int().min(1).nullable().default(null), drafts: z.int().min(1).nullable().default(null) })
    .default({ comments: null, drafts: null }),
  exportFormats: z.array(leavingFormatSchema).default(['json', 'csv', 'ninjs', 'html', 'md', 'packet']),
})
export type Policy = z.infer<typeof policySchema>
