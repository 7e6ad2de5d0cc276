// Stable local pseudonyms for comment authors. Names are never stored: the only link back to them is
// a key in a folder apart, with the date it was made, so that its retention can be enforced.
import { createHmac, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { DeskError } from '../../../shared/domain/error.ts'
import type { Clock } from '../ports.ts'

const keyFileSchema = z.object({ key: z.string().regex(/^[0-9a-f]{64}$/), createdAt: z.string() })

/** The same author always gets the same pseudonym on this desk, until the key is erased. */
export async function openPseudonyms(folder: string, clock: Clock): Promise<(author: string) => string> {
  const key = Buffer.from(await openKey(join(folder, 'mapping'), clock), 'hex')
  return (author) => `lecteur-${createHmac('sha256', key).update(author.normalize('NFC').trim().toLowerCase()).digest('hex').slice(0, 10)}`
}

async function openKey(folder: string, clock: Clock): Promise<string> {
  const path = join(folder, 'pseudonyms.json')
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text !== null) {
    const parsed = keyFileSchema.safeParse(parseOrNull(text))
    if (!parsed.success)
      throw new DeskError(
        'bad-input',
        'pseudonym key',
        'its file is damaged: restore it from a backup, or remove it and authors get new pseudonyms',
      )
    return parsed.data.key
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const key = randomBytes(32).toString('hex')
  await writeFile(path, JSON.stringify({ key, createdAt: clock().toISOString() }), { mode: 0o600, flag: 'wx' })
  return key
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
