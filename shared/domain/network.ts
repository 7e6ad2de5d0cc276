// What the egress guard saw.
import { z } from 'zod'

/** One attempt to leave loopback. `api`: the call (`net.connect`, `dns.resolve4`, `dgram.send`). `allowed`: to a host the policy names. */
export const egressAttemptSchema = z.object({
  at: z.string(),
  host: z.string(),
  port: z.int().nullable(),
  api: z.string(),
  allowed: z.boolean(),
})
export type EgressAttempt = z.infer<typeof egressAttemptSchema>

export const egressReportSchema = z.object({
  shell: z.enum(['window', 'host', 'cli']),
  since: z.string(),
  /** Connections that left loopback: allowed by policy (on-premise) or none. */
  out: z.int(),
  blocked: z.int(),
  last: z.object({ at: z.string(), host: z.string(), api: z.string() }).nullable(),
  /** The latest attempts, newest first, `mostAttempts` at most: a loop that knocks must not fill the memory. Reports of before have none. */
  attempts: z.array(egressAttemptSchema).default([]),
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
