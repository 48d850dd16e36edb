'use client'
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cx } from './cx.ts'

interface DialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  description?: ReactNode
  wide?: boolean
  children: ReactNode
}

/**
 * A question in front of the page. The platform's own modal dialog: focus goes to the first thing in it, stays in
 * it and comes back to where it was; Esc closes; the page behind is inert. A click beside it does nothing, since
 * what is typed must not be lost by it. The usual primitive writes a style element that the page's policy refuses.
 */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null
}

function OpenDialog({ onOpenChange, title, description, wide = false, children }: Omit<DialogProps, 'open'>) {
  const t = useTranslations('ui')
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    return () => {
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return createPortal(
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={description === undefined ? undefined : `${id}-description`}
      onCancel={(event) => {
        event.preventDefault()
        onOpenChange(false)
      }}
      // A second Esc closes it whatever the page says (HTML, close watchers); it stays for as long as it is asked for.
      onClose={(event) => {
        const element = event.currentTarget
        if (element.isConnected && !element.open) element.showModal()
      }}
      className={cx(
        'fixed top-[max(16px,8vh)] mx-auto max-h-[min(84vh,calc(100vh-32px))] overflow-y-auto text-ink',
        'rounded-large border border-line bg-surface shadow-lift backdrop:bg-shade',
        wide ? 'w-[min(760px,calc(100vw-24px))]' : 'w-[min(480px,calc(100vw-24px))]',
      )}
    >
      <div className="grid gap-1.5 py-5 pr-14 pl-6">
        <h2 id={`${id}-title`} className="text-xl font-semibold tracking-[-0.01em] text-balance">
          {title}
        </h2>
        {description !== undefined && (
          <div id={`${id}-description`} className="text-ink-2">
            {description}
          </div>
        )}
      </div>
      <div className="px-6 pb-6">{children}</div>
      {/* Last in order, so that the first thing to fill in has the focus. */}
      <button
        type="button"
        data-no-print=""
        className="absolute top-4 right-4 grid size-8 place-items-center rounded text-ink-2 hover:bg-sunken"
        aria-label={t('close')}
        onClick={() => onOpenChange(false)}
      >
        <X aria-hidden="true" className="size-4" />
      </button>
    </dialog>,
    document.body,
  )
}

/** The row of buttons that ends a dialog or a form: the way on first, the way out beside it. */
export function DialogButtons({ children }: { children: ReactNode }) {
  return <div className="mt-6 flex flex-row-reverse flex-wrap justify-start gap-2">{children}</div>
}
