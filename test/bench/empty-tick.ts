// The peer of what a page draws: an empty React change, bundled once and run beside Marbre's own page.
// It must not know Marbre.
import { join } from 'node:path'
import { rolldown } from 'rolldown'

/** The script to run in the page; `benchTick()` then changes one number. */
export async function bundledTick(): Promise<string> {
  const bundle = await rolldown({
    input: join(import.meta.dirname, 'empty-change.tsx'),
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  })
  const { output } = await bundle.generate({ format: 'iife', minify: true })
  await bundle.close()
  return output[0].code
}
