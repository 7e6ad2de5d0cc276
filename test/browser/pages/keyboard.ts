// Hands that never leave the keyboard: walking with Tab, and looking at where the keyboard stands at each stop.
// It must not know the screens.
import assert from 'node:assert/strict'
import type { BrowserContext, Locator, Page } from 'playwright'

/** More stops than any screen has before its main part is over. */
const patience = 140

/** Before the first page: counts the presses of a pointer that somebody made. */
export async function countPointers(context: BrowserContext): Promise<() => number> {
  let seen = 0
  await context.exposeBinding('pointerSeen', () => (seen += 1))
  await context.addInitScript(() => {
    const tell = (event: Event) => {
      if (event.isTrusted) void Reflect.get(window, 'pointerSeen')?.()
    }
    for (const type of ['pointerdown', 'wheel', 'touchstart']) window.addEventListener(type, tell, true)
  })
  return () => seen
}

/** Where the keyboard stands: what it is, whether it can be seen there, whether it was dropped at the top of the page. */
async function standing(page: Page): Promise<{ what: string; lost: boolean; seen: boolean }> {
  return page.evaluate(() => {
    const here = document.activeElement
    if (!(here instanceof HTMLElement) || here === document.body) return { what: 'body', lost: true, seen: false }
    // the frame's whole places take the keyboard for their parts: a ring around everything would say nothing
    const whole = here.matches('main, [role=dialog], [role=alertdialog]')
    const look = (one: Element) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(one)
      return [outlineStyle === 'none' ? '' : outlineWidth + outlineColor, boxShadow].join(' ')
    }
    const twin = here.cloneNode(false)
    if (!(twin instanceof HTMLElement)) return { what: here.tagName, lost: false, seen: false }
    twin.removeAttribute('id')
    twin.removeAttribute('name')
    here.after(twin)
    const differs = look(here) !== look(twin)
    twin.remove()
    const box = here.getBoundingClientRect()
    const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
    const what = `${here.tagName} ${here.getAttribute('role') ?? ''} ${(here.getAttribute('aria-label') ?? here.textContent ?? '').slice(0, 40)}`
    return { what, lost: false, seen: whole || (differs && inView) }
  })
}

export function keyboard(page: Page) {
  const look = async () => {
    let now = await standing(page)
    // what moves under the keyboard (an answer that comes above it) is given a moment to be brought back in view
    for (let wait = 0; wait < 8 && (now.lost || !now.seen); wait++) {
      await page.waitForTimeout(60)
      now = await standing(page)
    }
    const { what, lost, seen } = now
    assert.ok(!lost, 'the keyboard is nowhere')
    assert.ok(seen, `the keyboard cannot be seen on ${what}`)
    return what
  }
  const has = (target: Locator) => target.evaluate((one) => one === document.activeElement || one.contains(document.activeElement))
  return {
    /** Fails unless the keyboard stands somewhere, and shows it. */
    look,
    /** Waits until the keyboard is somewhere again: a window that closes gives it back a frame later. */
    async back() {
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.waitForFunction(() => document.activeElement !== document.body)
      return look()
    },
    /** Walks with Tab, looking at each stop, until the keyboard is on the target. Answers how many steps it took. */
    async to(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<number> {
      await target.waitFor()
      for (let step = 0; step < patience; step++) {
        if (await has(target)) {
          await look()
          return step
        }
        await page.keyboard.press(key)
        if (await page.evaluate(() => document.activeElement !== document.body)) await look()
      }
      throw new Error(`Tab never reaches ${target.toString()}`)
    },
    /** Walks to it and presses it. */
    async use(target: Locator, key = 'Enter') {
      await this.to(target)
      await page.keyboard.press(key)
    },
  }
}
