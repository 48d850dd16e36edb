'use client'
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import type { DraftFields, ReadDraftInput } from '#usecases/views/draft-inputs.ts'
import { DraftKeeper, type DraftActions, type KeptForm, type KeptNow } from './draft-keeper.ts'

const Context = createContext<DraftActions | null>(null)

export function DraftProvider({ actions, children }: { actions: DraftActions; children: ReactNode }) {
  return <Context value={actions}>{children}</Context>
}

/** What is kept of a form, and what can be done about it; for `<KeptNote>`. */
export interface Kept extends KeptNow {
  discard: () => void
  putBack: () => void
  openCase: () => Promise<void>
}

/** What the fields of a form are to its keeper. */
type Fields = Omit<KeptForm, 'show'> & {
  /** Says when something is typed; returns what ends that. */
  onChange?: (changed: () => void) => () => void
}

/**
 * Keeps what is typed into a form on the server while it is typed (see DraftKeeper). `place: null` keeps nothing.
 *
 * @returns what is kept, what to call when something was typed, and what to call once it was sent
 */
export function useDraftKeeper(place: ReadDraftInput | null, fields: Fields) {
  const actions = useContext(Context)
  const latest = useRef(fields)
  const keeper = useRef<DraftKeeper | null>(null)
  const [now, show] = useState<KeptNow | null>(null)
  useEffect(() => {
    latest.current = fields
  })

  const form = place?.form ?? null
  const of = place?.of ?? ''
  useEffect(() => {
    if (actions === null || form === null) return undefined
    const kept = new DraftKeeper(actions, { form, of }, {
      typed: () => latest.current.typed(),
      restore: (typed) => latest.current.restore(typed),
      clear: () => latest.current.clear(),
      show,
    })
    keeper.current = kept
    void kept.begin()
    const stop = latest.current.onChange?.(() => kept.changed())
    // A tab that is put away may not come back, and one that is reloaded is put away first.
    const hidden = () => {
      if (document.visibilityState === 'hidden') kept.leave()
    }
    document.addEventListener('visibilitychange', hidden)
    return () => {
      stop?.()
      document.removeEventListener('visibilitychange', hidden)
      kept.leave()
    }
  }, [actions, form, of])

  const kept: Kept | null = now === null ? null : {
    ...now,
    discard: () => keeper.current?.discard(),
    putBack: () => keeper.current?.putBack(),
    openCase: async () => keeper.current?.openCase(),
  }
  return { kept, changed: () => keeper.current?.changed(), sent: () => keeper.current?.sent() }
}

/**
 * Keeps one text that is no form's. `text` is what stands there now, `restore` puts back what was kept.
 *
 * @returns what to call once it was sent: the draft ends
 */
export function useDraft({
  form, of, text, restore,
}: ReadDraftInput & { text: string; restore: (text: string) => void }): () => void {
  const { changed, sent } = useDraftKeeper({ form, of }, {
    typed: (): DraftFields => (text === '' ? {} : { text }),
    restore: ({ text: kept }) => restore(typeof kept === 'string' ? kept : ''),
    clear: () => restore(''),
  })
  const first = useRef(text)
  const tell = useRef(changed)
  useEffect(() => {
    tell.current = changed
  })
  useEffect(() => {
    if (text === first.current) return
    first.current = text
    tell.current()
  }, [text])
  return sent
}
