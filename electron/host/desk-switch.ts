// One open desk at a time, and the change from one's own to the sample newsroom and back.
// It must not know what a desk does, nor how a page reaches it.

export type DeskKind = 'own' | 'sample'

/** What a switch needs of a desk. */
export type SwitchedDesk = { close(): Promise<void> }

export type DeskSwitch<D extends SwitchedDesk> = {
  current(): D
  kind(): DeskKind
  /**
   * Opens the other desk and makes it current; the former closes afterwards, so that the call which asked for the
   * change, and which runs in the former, can still be answered. When the other cannot open, the former stays and this rejects.
   */
  switchTo(kind: DeskKind): Promise<void>
  close(): Promise<void>
}

export type DeskSwitchOptions<D extends SwitchedDesk> = {
  open: (kind: DeskKind, switchTo: (kind: DeskKind) => Promise<void>) => Promise<D>
  first: DeskKind
  /** The new desk is current: tell the former's pages to reload. The former closes once this resolves. */
  retire: (former: D) => Promise<void>
}

/** Opens the first desk. Changes asked at the same time are made one after the other. */
export async function openDeskSwitch<D extends SwitchedDesk>({ open, first, retire }: DeskSwitchOptions<D>): Promise<DeskSwitch<D>> {
  let kind = first
  let turn: Promise<void> = Promise.resolve()
  let closed = false
  /** Resolves to the desk that is to retire, null when nothing changes. */
  const change = async (wanted: DeskKind): Promise<D | null> => {
    if (closed || wanted === kind) return null
    const former = desk
    desk = await open(wanted, switchTo)
    kind = wanted
    return former
  }
  const switchTo = async (wanted: DeskKind): Promise<void> => {
    const changed = turn.then(() => change(wanted))
    turn = changed.then(retireAndClose).catch(() => undefined)
    await changed
  }
  const retireAndClose = async (former: D | null) => {
    if (former === null) return
    await retire(former)
    await former.close()
  }
  let desk = await open(first, switchTo)
  return {
    current: () => desk,
    kind: () => kind,
    switchTo,
    close: async () => {
      closed = true
      await turn
      await desk.close()
    },
  }
}
