// Keys under a passphrase: the signing key and the pseudonyms' key, for a backup that is asked to carry them.
// It must not know where they come from.
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'
import { DeskError } from '../../../../shared/domain/error.ts'

/** scrypt at about a quarter of a second and 128 MB: what RFC 7914 and OWASP advise for a file that may be stolen. */
const cost = { N: 2 ** 17, r: 8, p: 1 } as const
const shortest = 12

const boxSchema = z.object({
  kdf: z.literal('scrypt'),
  N: z.literal(cost.N),
  r: z.literal(cost.r),
  p: z.literal(cost.p),
  salt: z.base64(),
  cipher: z.literal('aes-256-gcm'),
  iv: z.base64(),
  tag: z.base64(),
  data: z.base64(),
})
const filesSchema = z.record(z.string(), z.base64())

function stretch(passphrase: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, 32, { ...cost, maxmem: 256 * 1024 * 1024 }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

/** @throws DeskError `bad-input` for a passphrase of fewer than 12 characters. */
export async function lockKeys(files: ReadonlyMap<string, Buffer>, passphrase: string): Promise<Buffer> {
  if (Array.from(passphrase).length < shortest) throw new DeskError('bad-input', 'passphrase', `must have at least ${shortest} characters`)
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await stretch(passphrase, salt), iv)
  const plain = JSON.stringify(Object.fromEntries([...files].map(([name, bytes]) => [name, bytes.toString('base64')])))
  const data = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  const text = (bytes: Buffer): string => bytes.toString('base64')
  const box: z.infer<typeof boxSchema> = {
    kdf: 'scrypt',
    ...cost,
    salt: text(salt),
    cipher: 'aes-256-gcm',
    iv: text(iv),
    tag: text(cipher.getAuthTag()),
    data: text(data),
  }
  return Buffer.from(JSON.stringify(box))
}

/** The files by name. @throws DeskError `key-locked` when the passphrase is not the one, or the box is damaged. */
export async function unlockKeys(box: Buffer, passphrase: string): Promise<Map<string, Buffer>> {
  try {
    const { salt, iv, tag, data } = boxSchema.parse(JSON.parse(box.toString('utf8')))
    const key = await stretch(passphrase, Buffer.from(salt, 'base64'))
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'), { authTagLength: 16 })
    decipher.setAuthTag(Buffer.from(tag, 'base64'))
    const plain = Buffer.concat([decipher.update(Buffer.from(data, 'base64')), decipher.final()]).toString('utf8')
    return new Map(Object.entries(filesSchema.parse(JSON.parse(plain))).map(([name, bytes]) => [name, Buffer.from(bytes, 'base64')]))
  } catch {
    throw new DeskError('key-locked', 'keys', 'this passphrase does not open them')
  }
}
