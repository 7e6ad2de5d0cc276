// Drives an import from the chosen files to its result. It outlives its window: an import goes on while one works elsewhere.
// It must not show anything but the news that it ended.
import { create } from 'zustand'
import type { DeskError } from '../../../shared/domain/error.ts'
import type { ImportPreview, ImportResult } from '../../../shared/domain/import.ts'
import { client, toDeskError } from '../../client.ts'
import { bringToCore, type ImportSource } from '../../client-upload.ts'
import { bringFiles, useIntake } from '../../ui/intake.ts'
import { notify } from '../../ui/toast.tsx'
import { wordsNow } from '../../words/use-words.ts'
import { toOptions, type Choices, type Step } from './import-state.ts'

/** Files already staged in the core, so that a changed choice does not send them again. */
interface Staged {
  readonly files: readonly File[]
  readonly source: ImportSource
}

interface ImportDrive {
  readonly step: Step
  readonly error: DeskError | undefined
  readonly staged: Staged | null
}

/** The one import of the page. */
export const useImport = create<ImportDrive>()(() => ({ step: { at: 'choose' }, error: undefined, staged: null }))

const show = (step: Step) => useImport.setState({ step })

/** Counts what was begun: two columns changed quickly ask twice, and only the last answer is shown. */
let begun = 0

async function attempt(act: () => Promise<Step>, onFailure: Step): Promise<void> {
  const mine = ++begun
  useImport.setState({ error: undefined })
  try {
    const next = await act()
    if (mine === begun) show(next)
  } catch (thrown) {
    if (mine === begun) useImport.setState({ error: toDeskError(thrown), step: onFailure })
  }
}

async function stage(files: readonly File[]): Promise<ImportSource> {
  const { staged } = useImport.getState()
  if (staged && staged.files.length === files.length && files.every((file, index) => file === staged.files[index])) return staged.source
  discardStaged()
  const mine = begun
  const total = files.reduce((sum, file) => sum + file.size, 0)
  show({ at: 'upload', sent: 0, total })
  const source = await bringToCore(files, (sent) => {
    // Given up, or other files chosen meanwhile: nobody waits for this one, what it throws is not shown.
    if (mine !== begun) throw new Error('given up')
    show({ at: 'upload', sent, total })
  })
  useImport.setState({ staged: { files, source } })
  return source
}

function discardStaged(): void {
  const { staged } = useImport.getState()
  useImport.setState({ staged: null })
  if (!staged || !('uploads' in staged.source)) return
  // What cannot be thrown away now is at the next start of the desk.
  for (const upload of staged.source.uploads) void client.imports.discardUpload({ upload }).catch(() => undefined)
}

async function previewOf(source: ImportSource, choices: Choices): Promise<Step> {
  if (choices.kind !== 'vocabulary')
    return { at: 'preview', source, preview: await client.imports.preview({ ...toOptions(choices), source }) }
  const result = await client.vocabulary.import({ source })
  useImport.setState({ staged: null })
  return { at: 'vocabulary-done', result }
}

/** Stages the files, then asks what would be read. */
export function look(files: readonly File[], choices: Choices): void {
  void attempt(async () => previewOf(await stage(files), choices), { at: 'choose' })
}

/** Asks again with another choice of columns. */
export function lookAgain(choices: Choices): void {
  const { step } = useImport.getState()
  if (step.at === 'preview') void attempt(() => previewOf(step.source, choices), step)
}

/** Imports what the preview showed; the columns remembered for it count as chosen. */
export function run(choices: Choices, preview: ImportPreview): void {
  const { step } = useImport.getState()
  if (step.at !== 'preview') return
  const ticket = crypto.randomUUID()
  const { source } = step
  const said: Choices = { ...choices, map: choices.map ?? (preview.remembered ? preview.map : null) }
  show({ at: 'run', ticket, stopping: false })
  void attempt(async () => {
    const result = await client.imports.run({ ...toOptions(said), source, ticket })
    useImport.setState({ staged: null })
    if (useIntake.getState().files === null) tell(result)
    else bringFiles()
    return { at: 'done', kind: choices.kind, result }
  }, step)
}

/** The window was closed meanwhile: the result is said, and one press away. */
function tell(result: ImportResult): void {
  const { t } = wordsNow()
  const parts = [
    t('articles.imported', { count: result.imported }),
    ...(result.updated > 0 ? [t('articles.updated', { count: result.updated })] : []),
    ...(result.rejected.length > 0 ? [t('articles.rejected', { count: result.rejected.length })] : []),
  ]
  notify(t('articles.doneAway', { what: parts.join(', ') }), {
    action: { label: t('articles.seeResult'), run: () => bringFiles(), undoes: false },
  })
}

/** Asks the core to stop; what was read before is kept, and said by the result. */
export function stop(): void {
  const { step } = useImport.getState()
  if (step.at === 'upload') backToChoice()
  if (step.at !== 'run') return
  show({ ...step, stopping: true })
  void client.imports.stop({ ticket: step.ticket }).catch((thrown: unknown) => {
    useImport.setState({ error: toDeskError(thrown) })
    show({ ...step, stopping: false })
  })
}

/** Back to the choice of files, which stay staged while they are the same. */
export function backToChoice(): void {
  begun += 1
  useImport.setState({ error: undefined, step: { at: 'choose' } })
}

/** The window closes: an import that runs goes on, anything else is forgotten. */
export function leave(): void {
  const { step } = useImport.getState()
  if (step.at === 'run') return
  discardStaged()
  backToChoice()
}
