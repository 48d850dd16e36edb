'use client'
import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { NoticeRoomView } from '#usecases/views/notices.ts'
import type { AddNoticeInput } from '#usecases/views/notice-inputs.ts'
import { NoticeCard } from '#components/data/notice-card.tsx'
import { useWords } from '#components/i18n/use-words.ts'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import { AddNoticeDialog } from './add-notice-dialog.tsx'
import { CompareForm } from './compare-form.tsx'
import { Comparison } from './comparison.tsx'
import { NoticeTable } from './notice-table.tsx'

export type AddNotice = (input: AddNoticeInput) => Promise<ActionResult<unknown>>

/** What people were shown, version by version: looked at as it stood, compared in words, never edited. */
export function NoticeRoom({ view, addNotice }: { view: NoticeRoomView; addNotice: AddNotice }) {
  const t = useTranslations('notices')
  const { called } = useWords()
  const router = useRouter()
  const [adding, setAdding] = useState(false)
  useShortcut('n', t('add'), () => setAdding(true))
  const { notices, shown } = view
  const byPurpose = [...Map.groupBy(notices, (notice) => notice.purpose)]
  return (
    <div className="gutter grid max-w-[1100px] grid-cols-1 gap-8 py-8">
      <PageHeading
        below={t('text')}
        aside={
          <Button look="primary" hint="n" aria-keyshortcuts="n" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        }
      >
        {t('title', {
          count: notices.length,
          defective: notices.filter((notice) => notice.defects.length > 0).length,
        })}
      </PageHeading>
      {view.compared !== null && <Comparison compared={view.compared} />}
      {notices.length === 0 && <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
      {byPurpose.map(([purpose, lines]) => (
        <section key={purpose} aria-labelledby={`notices-${purpose}`} className="grid grid-cols-1 gap-3">
          <SectionHeading id={`notices-${purpose}`}>{called(lines[0]?.purposeTitle ?? purpose)}</SectionHeading>
          <NoticeTable
            caption={t('caption', { purpose: called(lines[0]?.purposeTitle ?? purpose) })}
            lines={lines}
            shownId={shown?.noticeId ?? null}
          />
          {shown?.purpose === purpose && <NoticeCard notice={shown} />}
        </section>
      ))}
      {notices.length > 1 && <CompareForm notices={notices} />}
      {adding && (
        <AddNoticeDialog
          purposes={view.purposes}
          action={addNotice}
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false)
            toast('good', t('addedSay'))
            router.refresh()
          }}
        />
      )}
    </div>
  )
}
