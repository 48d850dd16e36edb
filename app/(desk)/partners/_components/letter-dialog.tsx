'use client'
import { useState } from 'react'
import { useLocale, useTranslations } from 'next-intl'
import type { LetterLocale } from '#domain/partner/letter.ts'
import type { LateSystemView } from '#usecases/views/partners.ts'
import { languageName } from '#components/data/language-name.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useAction } from '#components/form/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import type { PartnersActions } from './partners-actions.ts'

/** The letter, ready to send: to be copied or printed; that it was sent is written down. */
export function LetterDialog({
  system, action, onClose, onDone,
}: {
  system: LateSystemView
  action: PartnersActions['noteLetter']
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('partners.letter')
  const common = useTranslations('common')
  const [locale, setLocale] = useState<LetterLocale>(useLocale().startsWith('zh') ? 'zh-CN' : 'en')
  const sent = useAction(action, { onDone, quiet: true })
  const letter = system.letters.find((one) => one.locale === locale)
  if (letter === undefined) return null
  const text = [letter.subject, ...letter.paragraphs].join('\n\n')
  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      toast('good', t('copiedSay'))
    } catch {
      // Without a secure address the browser keeps its clipboard to itself: the text can still be marked by hand.
      toast('bad', t('notCopiedSay'))
    }
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      wide
      title={<span data-no-print="">{t('title', { system: system.system })}</span>}
      description={<span data-no-print="">{t('text')}</span>}
    >
      <div className="grid gap-4">
        <div data-no-print="">
          <RadioGroup
            legend={t('language')}
            name="letter-language"
            value={locale}
            onChange={(event) => setLocale(event.currentTarget.value as LetterLocale)}
            options={system.letters.map((one) => ({ value: one.locale, label: languageName(one.locale, one.locale) }))}
          />
        </div>
        <article lang={locale} aria-label={t('label')} className="grid gap-3 rounded border border-line bg-paper px-4 py-3 print:border-0 print:p-0">
          <p className="font-semibold">{letter.subject}</p>
          {letter.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </article>
        <FormProblem>{sent.problem}</FormProblem>
      </div>
      <div data-no-print="">
        <DialogButtons>
          <Button look="primary" pending={sent.pending} onClick={() => void sent.run({ system: system.system, locale })}>
            {t('sent')}
          </Button>
          <Button onClick={() => window.print()}>{t('print')}</Button>
          <Button onClick={() => void copy()}>{t('copy')}</Button>
          <Button look="quiet" onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </div>
    </Dialog>
  )
}
