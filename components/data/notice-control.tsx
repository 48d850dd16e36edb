'use client'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { NoticeView } from '#usecases/views/consent.ts'
import { cx } from '#components/ui/cx.ts'

/** The control as it stood: a picture of it, never one that could be used. */
export function NoticeControl({ control, title }: { control: NoticeView['control']; title: string }) {
  const t = useTranslations('consent.notice')
  if (control === 'button') {
    return (
      <div role="img" aria-label={t('box_button')} className="mt-3 grid h-8 place-items-center rounded-[6px] bg-line font-semibold">
        {title}
      </div>
    )
  }
  if (control !== 'unticked_box' && control !== 'preticked_box') return null
  const ticked = control === 'preticked_box'
  return (
    <div className="mt-3 flex items-baseline gap-2.5">
      <span
        role="img"
        aria-label={t(`box_${control}`)}
        className={cx(
          'grid size-3 flex-none translate-y-0.5 place-items-center rounded-[2px]',
          ticked ? 'bg-bad text-surface outline-2 outline-offset-[3px] outline-bad' : 'border border-field',
        )}
      >
        {ticked && <Check aria-hidden="true" className="size-2.5" strokeWidth={4} />}
      </span>
      <span className="pl-1">{title}</span>
    </div>
  )
}
