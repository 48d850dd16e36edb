'use client'
import { useTranslations } from 'next-intl'
import type { NoticeView } from '#usecases/views/consent.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { boxInText } from './box-in-text.ts'
import { useDay } from './moment.tsx'
import { NoticeControl } from './notice-control.tsx'

/** The notice re-created as it was shown, with how the choice stood in words below it. */
export function NoticeCard({ notice }: { notice: NoticeView }) {
  const t = useTranslations('consent.notice')
  const { word, called } = useWords()
  const day = useDay()
  const { next } = notice
  // Where the text shows the box, what follows it stood beside it. Otherwise the title is what a box or button said.
  const box = boxInText(notice.text)
  const hasLabel = notice.control === 'unticked_box' || notice.control === 'preticked_box' || notice.control === 'button'
  return (
    <section aria-label={t('shown', { version: notice.version })} className="overflow-hidden rounded border border-line bg-surface">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 border-b border-line px-3.5 py-2.5">
        <h3 className="font-semibold">
          {t('shown', { version: notice.version })}
          <span className="ml-2 text-xs font-normal text-ink-2">
            {notice.validFrom !== null &&
              (notice.validTo === null
                ? t('from', { from: day(notice.validFrom) })
                : t('between', { from: day(notice.validFrom), to: day(notice.validTo) }))}
          </span>
        </h3>
        <span className="mono text-xs text-ink-2" title={t('hash')}>
          <span className="sr-only">{t('hash')}: </span>
          sha-256 {notice.textSha256.slice(0, 4)}…{notice.textSha256.slice(-2)}
        </span>
      </header>
      <div className="grid place-items-center bg-sunken px-3.5 py-5">
        <div lang={notice.locale} className="w-full max-w-[340px] rounded-[10px] border border-line bg-surface p-4 text-xs text-ink-2">
          {(!hasLabel || box !== null) && <p className="mb-2 font-semibold text-ink">{notice.title}</p>}
          <div className="max-h-40 overflow-y-auto whitespace-pre-line" tabIndex={0} role="group" aria-label={notice.title}>
            {box?.before ?? notice.text}
          </div>
          <NoticeControl control={notice.control} title={box?.beside ?? notice.title} />
        </div>
      </div>
      <div className="px-3.5 py-2.5 text-xs text-ink-2">
        {t('was', { control: word('control', notice.control) })}{' '}
        {notice.bundledWith !== null && <strong>{t('bundled', { purpose: called(notice.bundledWith) })} </strong>}
        {next !== null &&
          (next.validFrom === null
            ? t('nextUndated', { version: next.version, control: word('control', next.control) })
            : t('next', { version: next.version, control: word('control', next.control), from: day(next.validFrom) }))}
      </div>
    </section>
  )
}
