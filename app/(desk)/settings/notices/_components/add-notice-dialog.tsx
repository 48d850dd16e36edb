'use client'
import { useWatch, type DefaultValues } from 'react-hook-form'
import { useLocale, useTranslations } from 'next-intl'
import { controls, prominences } from '#domain/consent/notice.ts'
import type { NoticeRoomView } from '#usecases/views/notices.ts'
import type { AddNoticeForm } from '#usecases/views/notice-inputs.ts'
import type { NoticeView } from '#usecases/views/consent.ts'
import { locales } from '#domain/reader/preferences.ts'
import { languageName } from '#components/data/language-name.ts'
import { NoticeCard } from '#components/data/notice-card.tsx'
import { FormProblem } from '#components/form/form-problem.tsx'
import { KeptNote } from '#components/form/kept-note.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/textarea.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { AddNotice } from './notice-room.tsx'

const empty: DefaultValues<AddNoticeForm> = {
  purpose: '', version: '', title: '', text: '', bundledWith: '', validFrom: '', validTo: '',
}

const keptFields = [
  'purpose', 'version', 'locale', 'title', 'text', 'control', 'prominence', 'bundledWith', 'validFrom', 'validTo',
] as const

/** A new version, with what a person would see of it. Nothing about how it stood is chosen for anybody. */
export function AddNoticeDialog({
  purposes, action, onClose, onDone,
}: {
  purposes: NoticeRoomView['purposes']
  action: AddNotice
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('notices')
  const common = useTranslations('common')
  const { word, called } = useWords()
  const locale = useLocale()
  const { form, field, submit, pending, problem, kept } = useCommandForm({
    schema: async () => (await import('#usecases/views/notice-inputs.ts')).addNoticeInput,
    defaultValues: empty,
    action,
    draft: { form: 'notice', fields: keptFields },
    onDone,
  })
  const typed = useWatch({ control: form.control })
  const named = purposes.map(({ key, title }) => ({ value: key, label: called(title) }))
  return (
    <Dialog open wide onOpenChange={onClose} title={t('addTitle')} description={t('addText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <KeptNote kept={kept} />
        <div className="grid gap-4 sm:grid-cols-3">
          <Select label={t('purpose')} placeholder={t('choose')} options={named} {...field('purpose')} />
          <TextField label={t('version')} autoComplete="off" {...field('version')} />
          <Select
            label={t('language')}
            placeholder={t('choose')}
            options={locales.map((one) => ({ value: one, label: languageName(one, locale) }))}
            {...field('locale')}
          />
        </div>
        <TextField label={t('titleOf')} hint={t('titleHint')} autoComplete="off" {...field('title')} />
        <TextArea
          label={t('textOf')}
          hint={t('textHint')}
          className="[&_textarea]:max-h-56"
          {...field('text')}
        />
        <div className="grid gap-4 sm:grid-cols-3">
          <Select
            label={t('control')}
            placeholder={t('choose')}
            options={controls.map((one) => ({ value: one, label: word('control', one) }))}
            {...field('control')}
          />
          <Select
            label={t('prominence')}
            placeholder={t('choose')}
            options={prominences.map((one) => ({ value: one, label: word('prominence', one) }))}
            {...field('prominence')}
          />
          <Select label={t('bundledWith')} placeholder={t('alone')} options={named} {...field('bundledWith')} />
          <TextField label={t('validFrom')} type="date" {...field('validFrom')} />
          <TextField label={t('validTo')} hint={t('validToHint')} type="date" {...field('validTo')} />
        </div>
        <div role="group" aria-label={t('preview')} className="grid gap-1.5">
          <p className="text-sm font-medium">{t('preview')}</p>
          {controls.some((one) => one === typed.control) ? (
            <NoticeCard notice={previewOf(typed, purposes)} />
          ) : (
            <p className="text-sm text-ink-2">{t('previewLater')}</p>
          )}
        </div>
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('addDo')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

/** What is typed so far, as the notice that it would be. */
function previewOf(typed: Partial<AddNoticeForm>, purposes: NoticeRoomView['purposes']): NoticeView {
  const day = (text: string | undefined) => {
    const at = Date.parse(text ?? '')
    return Number.isNaN(at) ? null : at
  }
  return {
    noticeId: 'preview',
    purpose: typed.purpose ?? '',
    version: typed.version === undefined || typed.version === '' ? '–' : typed.version,
    locale: typed.locale ?? 'en',
    title: typed.title === undefined || typed.title === '' ? '…' : typed.title,
    text: typed.text === undefined || typed.text === '' ? '…' : typed.text,
    textSha256: '',
    control: controls.find((one) => one === typed.control) ?? 'none',
    prominence: typed.prominence ?? 'normal',
    bundledWith: purposes.find(({ key }) => key === typed.bundledWith)?.title ?? null,
    validFrom: day(typed.validFrom),
    validTo: day(typed.validTo),
    next: null,
  }
}
