// Drives an import from the chosen files to its result. It must not show anything.
import { useState } from 'react'
import { client, toDeskError } from '../../client.ts'
import { bringToCore, type ImportSource } from '../../client-upload.ts'
import type { ColumnMap } from '../../../shared/domain/import.ts'
import type { DeskError } from '../../../shared/domain/error.ts'
import { toOptions, type Choices, type Step } from './import-state.ts'

export interface ImportDrive {
  readonly step: Step
  readonly error: DeskError | undefined
  /** Stages the files, then asks what would be read. */
  readonly look: (files: readonly File[], choices: Choices) => void
  /** Asks again with another choice of columns, of kind or of rights. */
  readonly lookAgain: (choices: Choices) => void
  readonly run: (choices: Choices) => void
  readonly restart: () => void
}

/** The state of one import. */
export function useImport(): ImportDrive {
  const [step, setStep] = useState<Step>({ at: 'choose' })
  const [error, setError] = useState<DeskError | undefined>()
  const attempt = async (act: () => Promise<Step>, onFailure: Step) => {
    setError(undefined)
    try {
      setStep(await act())
    } catch (thrown) {
      setError(toDeskError(thrown))
      setStep(onFailure)
    }
  }
  const previewOf = async (source: ImportSource, choices: Choices): Promise<Step> => {
    if (choices.kind === 'vocabulary') {
      return { at: 'vocabulary-done', result: await client.vocabulary.import({ source }) }
    }
    return { at: 'preview', source, preview: await client.imports.preview({ ...toOptions(choices), source }) }
  }
  return {
    step,
    error,
    look: (files, choices) => {
      const total = files.reduce((sum, file) => sum + file.size, 0)
      setStep({ at: 'upload', sent: 0, total })
      void attempt(async () => previewOf(await bringToCore(files, (sent) => setStep({ at: 'upload', sent, total })), choices), {
        at: 'choose',
      })
    },
    lookAgain: (choices) => {
      if (step.at === 'preview') void attempt(() => previewOf(step.source, choices), step)
    },
    run: (choices) => {
      if (step.at !== 'preview') return
      const ticket = crypto.randomUUID()
      const { source } = step
      setStep({ at: 'run', ticket })
      void attempt(async () => ({ at: 'done', result: await client.imports.run({ ...toOptions(choices), source, ticket }) }), step)
    },
    restart: () => {
      setError(undefined)
      setStep({ at: 'choose' })
    },
  }
}

/** Puts one column in the map, or takes its field out of it. */
export function mapColumn(map: ColumnMap, field: string, column: string): ColumnMap {
  const rest = Object.fromEntries(Object.entries(map).filter(([key]) => key !== field))
  return column === '' ? rest : { ...rest, [field]: column }
}
