'use client'
import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import type { NoticeLineView } from '#usecases/views/notices.ts'
import { languageName } from '#components/data/language-name.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { Select } from '#components/ui/select.tsx'

/** Any two versions beside each other; which two stands in the address, so that a comparison can be passed on. */
export function CompareForm({ notices }: { notices: readonly NoticeLineView[] }) {
  const t = useTranslations('notices')
  const { called } = useWords()
  const locale = useLocale()
  const router = useRouter()
  const [before, setBefore] = useState('')
  const [after, setAfter] = useState('')
  const options = notices.map((notice) => ({
    value: notice.noticeId,
    label: t('option', {
      purpose: called(notice.purposeTitle), version: notice.version, language: languageName(notice.locale, locale),
    }),
  }))
  return (
    <section aria-labelledby="compare" className="grid grid-cols-1 gap-3">
      <SectionHeading id="compare">{t('compare')}</SectionHeading>
      <form
        className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
        onSubmit={(event) => {
          event.preventDefault()
          if (before !== '' && after !== '') router.push(`/settings/notices?before=${before}&after=${after}`)
        }}
      >
        <Select
          label={t('first')}
          placeholder={t('choose')}
          options={options}
          value={before}
          required
          onChange={(event) => setBefore(event.target.value)}
        />
        <Select
          label={t('second')}
          placeholder={t('choose')}
          options={options}
          value={after}
          required
          onChange={(event) => setAfter(event.target.value)}
        />
        <Button type="submit">{t('compareDo')}</Button>
      </form>
    </section>
  )
}
