// Every screen in both themes and both languages: axe, the page's own policy, requests, sizes; and a picture of each.
import { AxeBuilder } from '@axe-core/playwright'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Lang } from '../../renderer/words/book.ts'
import { framePage } from './pages/frame-page.ts'
import { say } from './say.ts'
import { noBrowser, openStage, type Stage } from './stage.ts'

const folder = join(import.meta.dirname, '..', '..', 'test-results', 'screens')
const sizes = { full: { width: 1440, height: 820 }, laptop: { width: 1280, height: 720 }, zoomed: { width: 720, height: 410 } } as const

/** Every address a person can stand on, by the name of its picture. */
const screens: Readonly<Record<string, string>> = {
  home: '#/home',
  'review-points': '#/review/key-points',
  'review-tags': '#/review/tags/digue-report-2026',
  'review-links': '#/review/links/corvellec-proces',
  'review-comments': '#/review/moderation',
  articles: '#/articles',
  health: '#/articles?sheet=health',
  article: '#/articles/digue-report-2026',
  comments: '#/comments',
  comment: '#/comments/c-003',
  experiments: '#/experiments',
  'experiment-new': '#/experiments/new',
  'experiment-readings': '#/experiments/referent',
  'experiment-blind': '#/experiments/CONCLUDED/blind',
  'experiment-rubric': '#/experiments/CONCLUDED/rubric',
  'experiment-report': '#/experiments/CONCLUDED/report',
  'experiment-print': '#/experiments/CONCLUDED/print/report',
  'experiment-note': '#/experiments/CONCLUDED/print/works-council',
  vocabulary: '#/vocabulary',
  'vocabulary-quality': '#/vocabulary?view=quality',
  ledger: '#/ledger',
  engines: '#/engines',
  'engines-measures': '#/engines/measures',
  'engines-prompts': '#/engines/prompts',
  settings: '#/settings',
  'settings-keys': '#/settings/keys',
}

describe.skipIf(noBrowser)('every screen', () => {
  let stage: Stage
  let routes: (readonly [string, string])[] = []
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true })
    stage = await openStage({ first: 'sample', deviceScaleFactor: 1, reducedMotion: 'reduce' })
    const { page, goTo } = stage
    for (const [task, item] of [
      ['tags', 'digue-report-2026'],
      ['links', 'corvellec-proces'],
    ] as const) {
      await goTo(`#/articles/${item}`)
      await page
        .getByRole('region', { name: say(`task.${task}`), exact: true })
        .getByRole('button', { name: say(`article.suggestOf.${task}`) })
        .click()
      await page
        .getByRole('region', { name: say(`task.${task}`), exact: true })
        .getByRole('link', { name: say('article.review') })
        .waitFor()
    }
    await goTo('#/experiments')
    const concluded = await page
      .getByRole('region', { name: say('experiments.column.concluded') })
      .getByRole('link')
      .first()
      .getAttribute('href')
    routes = Object.entries(screens).map(([name, route]) => [name, route.replace('#/experiments/CONCLUDED', concluded ?? '')] as const)
  })
  afterAll(async () => stage?.close())

  /** Goes there and waits until the screen has read what it shows. */
  const settleOn = async (route: string) => {
    const { page, goTo } = stage
    await goTo(route)
    await page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForFunction(() => !document.querySelector('main [aria-busy=true], main [role=status][data-loading]'))
    // where the suggestions are: the one pointed at is lit, and must be readable too
    await page.mouse.move(1250, 330)
    await page.waitForTimeout(150)
  }

  /** Every rule of axe; in the dark only those about colours, since a theme changes nothing else. */
  const violationsOn = async (theme: 'light' | 'dark' = 'light') => {
    const axe = new AxeBuilder({ page: stage.page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
    const { violations } = await (theme === 'dark' ? axe.withRules(['color-contrast', 'link-in-text-block']) : axe).analyze()
    return violations.map(
      ({ id, impact, nodes }) =>
        `${theme} ${impact ?? ''} ${id}: ${nodes
          .map((node) => node.target.join(' '))
          .slice(0, 3)
          .join(' | ')}`,
    )
  }

  /** Each screen in both themes: a picture, and what axe finds. */
  const visitAll = async (lang: Lang) => {
    const found: Record<string, string[]> = {}
    for (const [name, route] of routes) {
      for (const theme of ['light', 'dark'] as const) {
        await stage.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        if (theme === 'light') await settleOn(route)
        await stage.page.screenshot({ path: join(folder, `${name}-${theme}-${lang}.png`) })
        const violations = await violationsOn(theme)
        if (violations.length > 0) found[name] = [...(found[name] ?? []), ...violations]
      }
    }
    return found
  }

  test('French, light and dark: axe finds nothing', async () => {
    expect(await visitAll('fr')).toEqual({})
  })

  test('windows over a screen: axe finds nothing in the palette, the keys, the paste, the import and the who dialogs', async () => {
    const { page } = stage
    const found: Record<string, string[]> = {}
    const look = async (name: string, open: () => Promise<void>, route = '#/review/key-points') => {
      await settleOn(route)
      await open()
      await page.getByRole('dialog').waitFor()
      await page.waitForTimeout(150)
      await page.screenshot({ path: join(folder, `window-${name}-dark-fr.png`) })
      const violations = await violationsOn()
      if (violations.length > 0) found[name] = violations
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await look('palette', () => page.keyboard.press('Control+KeyK'))
    await look('keys', () => page.keyboard.press('?'))
    await look('refuse', async () => {
      await page.waitForTimeout(450)
      await page.keyboard.press('KeyR')
    })
    await look('seal', () => framePage(page).seal.click())
    await look(
      'letter',
      async () => {
        await page.waitForTimeout(450)
        await page.keyboard.press('KeyR')
        await page.getByRole('dialog').getByRole('radio').first().check()
      },
      '#/review/moderation',
    )
    await look('who', () => page.getByRole('banner').getByRole('button').last().click())
    await look('paste', () => framePage(page).run(say('frame.actPaste')))
    await look('import', () => framePage(page).run(say('frame.actImport')))
    expect(found).toEqual({})
  })

  test('past decisions beside a comment: axe finds nothing', async () => {
    const { page } = stage
    await settleOn('#/review/moderation/c-095')
    await page.waitForTimeout(450)
    await page.keyboard.press('KeyS')
    await page.getByRole('region', { name: say('commentDesk.similar.title') }).waitFor()
    await page.waitForTimeout(150)
    await page.screenshot({ path: join(folder, 'window-similar-fr.png') })
    expect([...(await violationsOn()), ...(await violationsOn('dark'))]).toEqual([])
  })

  test('with motion reduced nothing moves for longer than a hundredth of a second', async () => {
    const { page } = stage
    const slow: string[] = []
    for (const route of ['#/home', '#/review/key-points', '#/articles', '#/vocabulary']) {
      await settleOn(route)
      const found = await page.evaluate(() => {
        const longest = (times: string) => Math.max(...times.split(',').map((time) => parseFloat(time) * (time.endsWith('ms') ? 0.001 : 1)))
        return [...document.querySelectorAll('*')].flatMap((one) => {
          const { transitionDuration, transitionDelay, animationDuration, animationDelay, animationName } = getComputedStyle(one)
          const lasts = Math.max(
            longest(transitionDuration) + longest(transitionDelay),
            animationName === 'none' ? 0 : longest(animationDuration) + longest(animationDelay),
          )
          return lasts > 0.01 ? [`${one.localName}.${one.className} ${lasts} s`] : []
        })
      })
      slow.push(...found)
    }
    // even for what comes late: a place that waits for the core appears after a pause, unless motion is reduced
    const pause = await page.evaluate(() =>
      [...document.styleSheets]
        .flatMap((sheet) => [...sheet.cssRules])
        .some(
          (rule) => rule instanceof CSSMediaRule && rule.conditionText.includes('reduced-motion') && rule.cssText.includes('!important'),
        ),
    )
    expect(pause).toBe(true)
    expect(slow).toEqual([])
  })

  test('in forced colours the chosen line, the keyboard and a decision are told by more than colour', async () => {
    const { page } = stage
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
    const ring = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((one) => {
          const { outlineStyle, outlineWidth, borderInlineStartWidth } = getComputedStyle(one)
          return outlineStyle !== 'none' || parseFloat(borderInlineStartWidth) >= 2
            ? parseFloat(outlineWidth) + parseFloat(borderInlineStartWidth)
            : 0
        })
    for (const [name, route] of [
      ['home', '#/home'],
      ['review-points', '#/review/key-points'],
      ['review-comments', '#/review/moderation'],
      ['vocabulary', '#/vocabulary'],
    ] as const) {
      await settleOn(route)
      await page.screenshot({ path: join(folder, `${name}-forced.png`) })
      expect(await ring('nav a[aria-current=page]'), `${name}: the screen one is on`).toBeGreaterThan(0)
    }
    await settleOn('#/review/key-points')
    expect(await ring('main a[aria-current=true]'), 'the article one is on').toBeGreaterThan(0)
    expect(await ring('aside li[aria-current=true]'), 'the point one is on').toBeGreaterThan(0)
    await page.keyboard.press('Tab')
    expect(await ring(':focus'), 'the keyboard').toBeGreaterThan(0)
    await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' })
  })

  test('the language changes at run time, every heading with it', async () => {
    const { page } = stage
    await settleOn('#/settings')
    await framePage(page).run(say('frame.actLang'))
    await page.getByRole('heading', { level: 1, name: say('settings.title', {}, 'en') }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
  })

  test('English, light and dark: axe finds nothing', async () => {
    expect(await visitAll('en')).toEqual({})
  })

  test.each(['laptop', 'zoomed'] as const)(
    'nothing is lost at the %s size: the page never scrolls sideways, each title can be read',
    async (size) => {
      const { page } = stage
      await page.setViewportSize(sizes[size])
      const wide: string[] = []
      for (const [name, route] of routes) {
        await settleOn(route)
        const over = await page.evaluate(() => {
          const root = document.documentElement
          const cut = [...document.querySelectorAll('main button, main a, main h1')].filter((one) => {
            const box = one.getBoundingClientRect()
            return (
              box.width > 0 &&
              box.left < root.clientWidth &&
              box.right > root.clientWidth + 1 &&
              !one.closest('[class*=scroll], [style*=overflow]')
            )
          })
          return { by: root.scrollWidth - root.clientWidth, cut: cut.map((one) => one.textContent?.slice(0, 30) ?? '') }
        })
        if (over.by > 0 || over.cut.length > 0) wide.push(`${name}: ${over.by} px ${over.cut.join(' | ')}`)
        await page.screenshot({ path: join(folder, `${name}-${size}.png`) })
      }
      await page.setViewportSize(sizes.full)
      expect(wide).toEqual([])
    },
  )

  test('no request left the desk’s own address, no policy was violated, no error was written', () => {
    expect(stage.witness.strangers).toEqual([])
    expect(stage.witness.errors).toEqual([])
  })
})
