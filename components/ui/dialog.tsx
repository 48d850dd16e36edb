'use client'
import type { ReactNode } from 'react'
import { Dialog as Primitive } from 'radix-ui'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cx } from './cx.ts'

/**
 * A question in front of the page. Focus goes in, stays in and comes back to where it was; Esc closes.
 * `description` is read out with the title.
 */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  wide = false,
  children,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  description?: ReactNode
  wide?: boolean
  children: ReactNode
}) {
  const t = useTranslations('ui')
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-[fade_120ms] bg-shade" />
        <Primitive.Content
          {...(description === undefined && { 'aria-describedby': undefined })}
          className={cx(
            'fixed top-[max(16px,8vh)] left-1/2 z-50 max-h-[min(84vh,calc(100vh-32px))] -translate-x-1/2 overflow-y-auto',
            'rounded-large border border-line bg-surface shadow-lift outline-none',
            wide ? 'w-[min(760px,calc(100vw-24px))]' : 'w-[min(480px,calc(100vw-24px))]',
          )}
        >
          <div className="flex items-start gap-4 px-6 pt-5">
            <div className="grid flex-1 gap-1.5">
              <Primitive.Title className="text-xl font-semibold tracking-[-0.01em] text-balance">{title}</Primitive.Title>
              {description !== undefined && (
                <Primitive.Description asChild>
                  <div className="text-base text-ink-2">{description}</div>
                </Primitive.Description>
              )}
            </div>
            <Primitive.Close
              className="-mr-2 grid size-8 flex-none place-items-center rounded text-ink-2 hover:bg-sunken"
              aria-label={t('close')}
            >
              <X aria-hidden="true" className="size-4" />
            </Primitive.Close>
          </div>
          <div className="px-6 pt-4 pb-6">{children}</div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

/** The row of buttons that ends a dialog or a form: the way on first, the way out beside it. */
export function DialogButtons({ children }: { children: ReactNode }) {
  return <div className="mt-6 flex flex-row-reverse flex-wrap justify-start gap-2">{children}</div>
}
