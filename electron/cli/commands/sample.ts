// marbre sample load: fills an empty desk with the sample newsroom.
// It must not know what the newsroom holds.
import { count } from '../table.ts'
import type { Cli, Register, Result } from '../cli.ts'
import { withDesk } from '../with-desk.ts'

export const registerSample: Register = (parent, act) => {
  parent
    .command('sample')
    .description('the fictional newsroom that comes with Marbre')
    .command('load')
    .description('fill an empty desk with it')
    .action(() => act(load))
}

async function load(cli: Cli): Promise<Result> {
  const { loadSample } = await import('../../core/services/sample.ts')
  const loaded = await withDesk(cli, async (_client, desk) => {
    const done = await loadSample(desk)
    await desk.prepare(null)
    return done
  })
  const { articles, comments, concepts, outputs } = loaded
  return {
    json: loaded,
    text: [count(articles, 'article'), count(comments, 'comment'), count(concepts, 'concept'), count(outputs, 'output')].join(', '),
  }
}
