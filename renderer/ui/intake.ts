// What a person brings to the desk, from anywhere on the page: a pasted text, files, a wish to import.
// It must not know what becomes of it: the frame shows the dialogs.
import { create } from 'zustand'

export interface Pasted {
  readonly text: string
  readonly html: string | null
}

interface Intake {
  /** Null: no paste dialog. Empty text: the dialog waits for the paste. */
  readonly pasted: Pasted | null
  /** Null: no import dialog. Empty: the dialog asks for files. */
  readonly files: readonly File[] | null
  /** Files are dragged over the page and not let go yet. */
  readonly dragging: boolean
}

export const useIntake = create<Intake>()(() => ({ pasted: null, files: null, dragging: false }))

/** Opens the paste dialog, empty or on a text. */
export function bringPaste(pasted: Pasted = { text: '', html: null }): void {
  useIntake.setState({ pasted, files: null })
}

/** Opens the import dialog, empty or on files. */
export function bringFiles(files: readonly File[] = []): void {
  useIntake.setState({ files, pasted: null })
}

/** Shows or hides where to let go. */
export function showDropZone(dragging: boolean): void {
  if (useIntake.getState().dragging !== dragging) useIntake.setState({ dragging })
}

/** Closes either dialog. */
export function endIntake(): void {
  useIntake.setState({ pasted: null, files: null })
}
