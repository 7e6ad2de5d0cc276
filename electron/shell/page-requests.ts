// What the page may ask of the window: the menu's language, and a validated output dragged out as a file. Nothing else.
// It must not import electron at run time, nor trust what it is sent.
import { z } from 'zod'
import { isBundle } from './security.ts'
import type { DraggedFile } from './window-shell.ts'

/** As much as the validated outputs of one article can weigh, and a hundred times that. Characters. */
const longestContent = 5_000_000
const languageSchema = z.enum(['fr', 'en'])
const draggedSchema = z.object({ name: z.string().min(1).max(200), content: z.string().max(longestContent) })

/** What is used of an `IpcMainEvent`: the frame that speaks, and its contents to start a drag on. */
export type PageEvent<Contents> = { readonly senderFrame: { readonly url: string } | null; readonly sender: Contents }
/** What is used of `ipcMain`. */
export type PageDoor<Contents> = { on(channel: string, listener: (event: PageEvent<Contents>, message: unknown) => void): unknown }

export type PageWishes<Contents> = {
  readonly onLanguage: (lang: 'fr' | 'en') => void
  readonly onDragOut: (contents: Contents, file: DraggedFile) => void
}

/** Listens to our own page only; a message of another frame or another form is dropped. */
export function listenToPage<Contents>(door: PageDoor<Contents>, wishes: PageWishes<Contents>): void {
  const ours = (event: PageEvent<Contents>) => event.senderFrame !== null && isBundle(event.senderFrame.url)
  door.on('marbre:language', (event, message) => {
    const lang = languageSchema.safeParse(message)
    if (ours(event) && lang.success) wishes.onLanguage(lang.data)
  })
  door.on('marbre:drag-out', (event, message) => {
    const file = draggedSchema.safeParse(message)
    if (ours(event) && file.success) wishes.onDragOut(event.sender, file.data)
  })
}
