// The core's side of the conversation with main: opens the desk, serves each page's port, signs through main, closes.
// It must not know Electron nor the contract; what opens and serves a desk is handed in.
import { openDeskSwitch, type DeskKind, type DeskSwitch, type SwitchedDesk } from '../host/desk-switch.ts'
import { DeskError } from '../../shared/domain/error.ts'
import { readToCore, type OpenCore, type ToMain } from './core-messages.ts'
import { remoteSigner, type RemoteSigner } from './remote-signer.ts'

/** Given where the desk is and who signs, how to open it or the sample. May throw. */
export type Opener<D> = (
  place: OpenCore,
  signer: RemoteSigner,
) => (kind: DeskKind, switchTo: (kind: DeskKind) => Promise<void>) => Promise<D>

export type CoreServiceOptions<D extends SwitchedDesk, P> = {
  post: (message: ToMain) => void
  opener: Opener<D>
  serve: (desk: D, port: P) => void | Promise<void>
  /** Tells the former desk's page to reload; see `openDeskSwitch`. */
  retire: (former: D) => Promise<void>
  /** A request the window's walls cancelled. */
  onCancelled?: (host: string) => void
  /** Ends the process once the desk is closed (0) or could not open (1). */
  exit: (code: number) => void
}

export type CoreService<P> = { hear(message: unknown, ports: readonly P[]): void }

/** Answers main's messages in the order they come; ports that come before the desk is open wait for it. */
export function makeCoreService<D extends SwitchedDesk, P>(options: CoreServiceOptions<D, P>): CoreService<P> {
  let desks: Promise<DeskSwitch<D>> | null = null
  let signer: RemoteSigner | null = null
  const open = (place: OpenCore) => {
    const held = remoteSigner(place, options.post)
    signer = held
    desks = Promise.resolve().then(() => openDeskSwitch({ first: 'own', open: options.opener(place, held), retire: options.retire }))
    desks.then(
      () => options.post({ type: 'ready' }),
      (error: unknown) => {
        options.post({ type: 'refused', ...refusalOf(error) })
        options.exit(1)
      },
    )
  }
  const servePorts = async (ports: readonly P[]) => {
    const opened = await desks?.catch(() => null)
    if (opened) for (const port of ports) await options.serve(opened.current(), port)
  }
  const close = async () => {
    await (await desks?.catch(() => null))?.close()
    options.exit(0)
  }
  return {
    hear(data, ports) {
      const message = readToCore(data)
      if (message?.type === 'open' && desks === null) open(message)
      if (message?.type === 'serve') void servePorts(ports)
      if (message?.type === 'signed') signer?.answered(message.id, message.signature)
      if (message?.type === 'cancelled') options.onCancelled?.(message.host)
      if (message?.type === 'close') void close()
    },
  }
}

function refusalOf(error: unknown): { code: string; what: string; why: string } {
  if (error instanceof DeskError) return { code: error.code, what: error.what, why: error.why }
  return { code: 'internal', what: 'desk', why: 'it could not be opened' }
}
