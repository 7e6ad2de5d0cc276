// The colours of both themes read well together: WCAG 2.2 AA, computed from the tokens themselves.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8')
const themes = ['light', 'dark'] as const

function tokensOf(theme: (typeof themes)[number]): Map<string, string> {
  const pairs = [...css.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)]
  return new Map(pairs.map(([, name, light, dark]) => [name!, theme === 'light' ? light! : dark!]))
}

/** Relative luminance of WCAG 2.2, from sRGB. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

const surfaces = ['paper', 'sheet', 'hover']
const texts = ['ink', 'ink-2', 'ink-3', 'pencil', 'red', 'green', 'amber']
const washes = ['pencil', 'red', 'green', 'amber']

describe.each(themes)('the %s theme', (theme) => {
  const tokens = tokensOf(theme)
  const of = (name: string): string => tokens.get(name) ?? expect.fail(`no token ${name}`)

  it.each(texts.flatMap((text) => surfaces.map((surface) => [text, surface])))('%s reads on %s (4.5 : 1)', (text, surface) => {
    expect(contrast(of(text), of(surface))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(washes.flatMap((tone) => [tone, 'ink'].map((text) => [text, tone])))('%s reads on the wash of %s (4.5 : 1)', (text, tone) => {
    expect(contrast(of(text), of(`${tone}-wash`))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(surfaces)('the edge of an input is seen on %s (3 : 1)', (surface) => {
    expect(contrast(of('edge'), of(surface))).toBeGreaterThanOrEqual(3)
  })

  it('the main button reads', () => {
    expect(contrast(of('sheet'), of('pencil'))).toBeGreaterThanOrEqual(4.5)
  })
})

it('the sums are those of the standard', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3)
})
