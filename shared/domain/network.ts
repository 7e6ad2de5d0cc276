// What the egress guard saw.
import { z } from 'zod'

export const egressReportSchema = z.object({
  shell: z.enum(['window', 'host', 'cli']),
  since: z.string(),
  /** Connections that left loopback: allowed by policy (on-premise) or none. */
  out: z.int(),
  blocked: z.int(),
  last: z.object({ at: z.string(), host: z.string(), api: z.string() }).nullable(),
})
export type EgressReport = z.infer<typeof egressReportSchema>

export const doctorLineSchema = z.object({
  check: z.string(),
  level: z.enum(['green', 'orange', 'red']),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})
export const doctorReportSchema = z.object({ at: z.string(), level: z.enum(['green', 'orange', 'red']), lines: z.array(doctorLineSchema) })
export type DoctorLine = z.infer<typeof doctorLineSchema>
export type DoctorReport = z.infer<typeof doctorReportSchema>
