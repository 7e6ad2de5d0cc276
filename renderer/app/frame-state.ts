// Which of the frame's own windows are open. It must not hold anything of the screens.
import { create } from 'zustand'

export const useFrameState = create<{ readonly palette: boolean; readonly who: boolean }>()(() => ({ palette: false, who: false }))
