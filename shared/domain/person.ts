// The people of a desk.
import { z } from 'zod'

export const roleSchema = z.enum(['journalist', 'referent'])
export type Role = z.infer<typeof roleSchema>
export const channelSchema = z.enum(['window', 'host', 'cli'])
export type Channel = z.infer<typeof channelSchema>
/** How the desk knows who acts: from the operating system's account, or because somebody said so. */
export const identitySchema = z.enum(['os-account', 'declared'])
export type Identity = z.infer<typeof identitySchema>

export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(roleSchema).min(1),
  /** Référent or référente: the person chooses. */
  form: z.enum(['f', 'm', 'unspecified']),
})
export type Person = z.infer<typeof personSchema>
