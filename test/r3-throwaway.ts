import { mkdirSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { startOllamaServer } from './ollama-server/ollama-server.ts'
import { goodBehaviour } from './ollama-server/behaviour.ts'
import { openStage } from './browser/stage.ts'
const out = '/tmp/m/R3'
mkdirSync(out, { recursive: true })
const withOllama = process.argv[2] === 'ollama'
const server = withOllama ? await startOllamaServer({ models: [{ name: 'ministral-3:3b', size: 2.9e9, license: 'Apache License', parameterSize: '3.8B', quantization: 'Q4_K_M' }, { name: 'embeddinggemma:300m', size: 6e8, capabilities: ['embedding'] }, { name: 'gpt-oss:120b-cloud', size: 400, remoteHost: 'https://ollama.com', remoteModel: 'gpt-oss:120b' }, { name: 'llama3.3:70b', size: 43e9, parameterSize: '70B' }] }) : null
if (server) process.env['OLLAMA_HOST'] = server.url
void goodBehaviour
const stage = await openStage({ first: 'sample', deviceScaleFactor: 1, reducedMotion: 'reduce' })
const { page, goTo } = stage
stage.context.setDefaultTimeout(60_000)
const pre = withOllama ? 'o-' : ''
const settle = async (route: string) => {
  await goTo(route)
  await page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForFunction(() => !document.querySelector('main [aria-busy=true], main [role=status][data-loading]')).catch(() => console.log('busy', route))
  await page.waitForTimeout(700)
}
const shot = async (name: string) => {
  for (const theme of name.endsWith('-fr') ? (['light', 'dark'] as const) : (['light'] as const)) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.waitForTimeout(100)
    await page.screenshot({ path: `${out}/${pre}${name}-${theme}.png` })
    const axe = new AxeBuilder({ page }).setLegacyMode(true)
    const { violations } = await axe.analyze()
    for (const v of violations) console.log(name, theme, v.id, v.nodes.map((n) => n.target.join(' ') + ' ' + n.html.slice(0, 120)).slice(0, 3))
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
}
const step = async (name: string, work: () => Promise<void>) => {
  try { await work() } catch (error) { console.log('FAILED', name, String(error).slice(0, 400)); await page.screenshot({ path: `${out}/fail-${name}.png` }) }
}
await page.setViewportSize({ width: 1440, height: withOllama ? 2400 : 1500 })
for (const lang of ['fr', 'en']) {
  await step(`lang-${lang}`, async () => {
    await settle('#/settings')
    await page.locator('select').first().selectOption(lang)
    await page.waitForTimeout(500)
  })
  for (const [name, route] of Object.entries({ prompts: '#/engines/prompts', ...(withOllama ? { engines: '#/engines' } : {}) }))
    await step(name, async () => { await settle(route); await shot(`${name}-${lang}`) })
  if (withOllama) continue
  for (const [name, route] of Object.entries({ vocabulary: '#/vocabulary', }))
    await step(name, async () => { await settle(route); await shot(`${name}-${lang}`) })
  await step('vocab-more', async () => {
    await page.getByRole('button', { name: lang === 'fr' ? 'C’est une variante de…' : 'It is another name of…' }).first().click()
    await shot(`vocab-alt-${lang}`)
    await page.getByRole('tab', { name: lang === 'fr' ? 'Règles' : 'Rules' }).click()
    await page.locator('textarea').first().fill('"Porsaven" + digue -> Digue')
    await page.getByRole('button', { name: lang === 'fr' ? /Essayer/ : /Try/ }).click()
    await page.waitForTimeout(1500)
    await shot(`vocab-rules-${lang}`)
    await settle('#/comments')
    await page.locator('main select').first().selectOption({ index: (await page.locator('main select').first().locator('option').count()) - 1 })
    await page.waitForTimeout(2000)
    await shot(`comments-lane-${lang}`)
  })
  await step('links', async () => {
    await settle('#/articles/corvellec-proces')
    const region = page.getByRole('region', { name: lang === 'fr' ? /^Liens/ : /^Links/ })
    await region.getByRole('button').first().click()
    await page.waitForTimeout(4000)
    await shot(`article-${lang}`)
    await settle('#/review/links/corvellec-proces')
    await shot(`links-${lang}`)
  })
  await step('settings-dialogs', async () => {
    await settle('#/settings')
    await page.getByRole('button', { name: lang === 'fr' ? 'Faire une sauvegarde' : 'Make a backup' }).click()
    await page.getByText(lang === 'fr' ? 'Sauvegarde faite' : 'Backup made').waitFor()
    await shot(`settings-backup-${lang}`)
    await page.getByRole('button', { name: lang === 'fr' ? 'Effacer les vieux commentaires' : 'Erase old comments' }).click()
    await page.getByRole('dialog').waitFor()
    await page.waitForTimeout(500)
    await shot(`settings-purge-${lang}`)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: lang === 'fr' ? 'Tout effacer' : 'Erase everything' }).click()
    await page.waitForTimeout(700)
    await shot(`settings-purgeall-${lang}`)
    if (lang === 'en') {
      const label = await page.getByRole('dialog').locator('label').last().textContent()
      await page.getByRole('dialog').locator('input').last().fill(label?.split(': ')[1] ?? '')
      await page.getByRole('button', { name: 'Erase for good' }).click()
      await page.getByText('Erasing done').waitFor()
      await shot('settings-erased-en')
    }
    await page.keyboard.press('Escape')
  })
}
console.log(stage.witness.errors)
await stage.close()
await server?.close()
process.exit(0)
