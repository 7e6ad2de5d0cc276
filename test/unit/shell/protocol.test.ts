// app://bundle serves the built page and nothing outside it, under the strict policy.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerBundle, bundleScheme, serveBundle } from '../../../electron/shell/protocol.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marbre-bundle-'))
  await mkdir(join(folder, 'page', 'assets'), { recursive: true })
  await writeFile(join(folder, 'page', 'index.html'), '<!doctype html>')
  await writeFile(join(folder, 'page', 'assets', 'a.js'), 'export {}')
  await writeFile(join(folder, 'secret.js'), 'secret')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const ask = (url: string, method = 'GET') => answerBundle(join(folder, 'page'), { url, method })

test('the page and its assets, with type and policy', async () => {
  const page = await ask('app://bundle/')
  expect(await page.text()).toBe('<!doctype html>')
  const script = await ask('app://bundle/assets/a.js?v=1#x')
  expect(script.status).toBe(200)
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  const policy = script.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';")
  expect(policy).toContain("connect-src 'self';")
  expect(policy).not.toMatch(/unsafe|http|ws:|\*/)
  expect(script.headers.get('x-content-type-options')).toBe('nosniff')
})

test('nothing else', async () => {
  const urls = [
    'app://bundle/../secret.js',
    'app://bundle/%2e%2e/secret.js',
    'app://bundle/..%2fsecret.js',
    'app://bundle/%2e%2e%5csecret.js',
  ]
  urls.push('app://other/index.html', 'file:///etc/passwd', 'app://bundle/assets', 'app://bundle/nowhere.js', 'nonsense', 'app://bundle:8/')
  for (const url of urls) expect([url, (await ask(url)).status]).toEqual([url, 404])
  for (const method of ['POST', 'HEAD', 'PUT']) expect((await ask('app://bundle/', method)).status).toBe(405)
})

test('the scheme is a secure, standard origin that cannot bypass the policy', async () => {
  expect(bundleScheme.privileges).toMatchObject({ standard: true, secure: true, bypassCSP: false })
  const handled = new Map<string, (request: Request) => Response | Promise<Response>>()
  serveBundle({ handle: (scheme, handler) => void handled.set(scheme, handler) }, join(folder, 'page'))
  expect([...handled.keys()]).toEqual(['app'])
})
