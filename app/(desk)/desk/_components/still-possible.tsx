'use client'
import { useTranslations } from 'next-intl'
import type { DeskCallView, NobodyFoundView } from '#usecases/views/desk.ts'
import { LinkButton } from '#components/ui/link-button.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { ReceiptForm } from './receipt-form.tsx'
import { StatedContact } from './stated-contact.tsx'
import { StatedDocument } from './stated-document.tsx'

/**
 * What can still be done where nobody fits: the same whether somebody was erased or never existed. A receipt, or a code
 * to a contact that they state and then their document; or they write.
 */
export function StillPossible({ view, person }: { view: DeskCallView; person: NobodyFoundView }) {
  const t = useTranslations('desk.none')
  const { callId } = view.call
  return (
    <section aria-labelledby="still" className="grid gap-3">
      <SectionHeading id="still">{t('still')}</SectionHeading>
      <p className="text-sm text-ink-2">{t('stillText')}</p>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <div className="grid grid-cols-1 gap-3 rounded border border-line-strong bg-surface px-4 py-4">
          <ReceiptForm callId={callId} />
        </div>
        <div className="grid grid-cols-1 gap-3 rounded border border-line-strong bg-surface px-4 py-4">
          <header>
            <h3 className="font-semibold">{t('contact')}</h3>
            <p className="mt-0.5 text-xs text-ink-2">{t('contactText')}</p>
          </header>
          {person.stated !== null && person.stated.challenge === null ? (
            <StatedDocument callId={callId} contact={person.stated.maskedContact} />
          ) : (
            <StatedContact callId={callId} stated={person.stated} now={view.now} />
          )}
        </div>
      </div>
      <div>
        <LinkButton href="/intake">{t('letter')}</LinkButton>
      </div>
    </section>
  )
}
