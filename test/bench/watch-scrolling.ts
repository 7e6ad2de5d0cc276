// Runs in the page: scrolls a list a frame at a time, and counts the frames that came late.
// Handed to Chromium as text: it must not import anything.

/** Late: more than one and a half of the usual time between two frames. */
export type Scrolled = { frames: number; late: number }

/** Scrolls what holds the list by `step` pixels a frame (0: only counts the frames), `frames` times. */
export async function watchScrolling({ step, frames }: { step: number; frames: number }): Promise<Scrolled> {
  const list = document.querySelector('main [role=list]')?.parentElement
  if (!list) throw new Error('no list on this screen')
  const gaps: number[] = []
  let before = 0
  await new Promise<void>((resolve) => {
    const next = (now: number): void => {
      if (before > 0) gaps.push(now - before)
      before = now
      if (gaps.length >= frames) return resolve()
      list.scrollTop += step
      requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  })
  const usual = 1000 / 60
  return { frames: gaps.length, late: gaps.filter((gap) => gap > usual * 1.5).length }
}
