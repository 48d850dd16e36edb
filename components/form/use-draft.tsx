'use client'
import { createContext, useContext, useEffect, useRef, type ReactNode } from 'react'
import type { ActionResult } from '#usecases/action-result.ts'
import type { KeepDraftInput, ReadDraftInput } from '#usecases/views/draft-inputs.ts'

/** The actions that keep what is typed on the server: nothing of it stays in the browser. */
export interface DraftActions {
  keep: (input: KeepDraftInput) => Promise<ActionResult<unknown>>
  read: (input: ReadDraftInput) => Promise<ActionResult<{ text: string }>>
}

const Context = createContext<DraftActions | null>(null)

export function DraftProvider({ actions, children }: { actions: DraftActions; children: ReactNode }) {
  return <Context value={actions}>{children}</Context>
}

/** A pause in typing after which it is kept, ms. */
const pauseMs = 700

/**
 * Keeps what is typed in one field on the server while it is typed, and brings it back after an error, a reload or a
 * session that ended. `text` is what stands there now, `restore` puts back what was kept into a field that is empty.
 *
 * @returns what to call once it was sent: the draft ends
 */
export function useDraft({
  form, of, text, restore,
}: ReadDraftInput & { text: string; restore: (text: string) => void }) {
  const actions = useContext(Context)
  const latest = useRef({ text, restore, kept: '', sent: false })
  useEffect(() => {
    latest.current.text = text
    latest.current.restore = restore
  })

  useEffect(() => {
    const state = latest.current
    // No answer and no right to it come to the same here: the field stays as it is, and says so when it is sent.
    void actions?.read({ form, of }).then(
      (read) => {
        if (!read.ok || read.value.text === '' || state.text !== '' || state.sent) return
        state.kept = read.value.text
        state.restore(read.value.text)
      },
      () => undefined,
    )
    return () => {
      if (state.sent || state.text === state.kept) return
      void actions?.keep({ form, of, text: state.text }).catch(() => undefined)
    }
  }, [actions, form, of])

  useEffect(() => {
    const state = latest.current
    if (state.sent || text === state.kept) return undefined
    const timer = setTimeout(() => {
      state.kept = text
      // One that did not arrive is kept by the next key, or when the form closes.
      const failed = () => {
        if (state.kept === text) state.kept = ''
      }
      void actions?.keep({ form, of, text }).then((kept) => {
        if (!kept.ok) failed()
      }, failed)
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [actions, form, of, text])

  return () => {
    const state = latest.current
    state.sent = true
    void actions?.keep({ form, of, text: '' }).catch(() => undefined)
  }
}
