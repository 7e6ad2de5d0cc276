// Profiles of link targets: those the archive keeps, else made from the articles and remembered for a while.
// It must not know what they are compared with.
import type { Archive } from '../ports.ts'
import { profileOf, type LinkProfile } from './link-profile.ts'
import type { Lsa } from './lsa-model.ts'
import { dayOf } from './may-link.ts'
import { decodeProfile } from './profile-bytes.ts'

export interface ProfiledTarget {
  readonly id: string
  readonly day: string | null
  readonly kind: string | null
  readonly tags: readonly string[]
  readonly profile: LinkProfile
}

interface Made {
  readonly title: string
  readonly body: string
  readonly profile: LinkProfile
}

/** Some 2 kB each. */
const mostRemembered = 4_000
const made = new WeakMap<Lsa, Map<string, Made>>()

/** In the order of `ids`; articles that are gone are left out. */
export async function profilesFor(archive: Archive, lsa: Lsa, ids: readonly string[]): Promise<ProfiledTarget[]> {
  const kept = (await archive.profiles?.(ids, lsa.digest)) ?? []
  const known = new Map(kept.map(({ id, day, kind, tags, bytes }) => [id, { id, day, kind, tags, profile: decodeProfile(bytes) }]))
  const targets: ProfiledTarget[] = []
  for (const id of ids) {
    const target = known.get(id) ?? (await profiled(archive, lsa, id))
    if (target) targets.push(target)
  }
  return targets
}

async function profiled(archive: Archive, lsa: Lsa, id: string): Promise<ProfiledTarget | null> {
  const article = await archive.article(id)
  if (!article) return null
  const remembered = made.get(lsa) ?? new Map<string, Made>()
  made.set(lsa, remembered)
  const last = remembered.get(id)
  const profile = last && last.body === article.body && last.title === article.title ? last.profile : profileOf(lsa, article)
  remembered.delete(id)
  remembered.set(id, { title: article.title, body: article.body, profile })
  if (remembered.size > mostRemembered) remembered.delete(remembered.keys().next().value ?? id)
  return { id, day: dayOf(article.date), kind: article.kind, tags: article.tags, profile }
}
