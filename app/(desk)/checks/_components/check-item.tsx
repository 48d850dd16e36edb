'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { CheckLineView, OpenedCheck } from '#usecases/views/checks.ts'
import { LockNote } from '#components/data/lock-note.tsx'
import { useAction } from '#components/form/use-action.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { CheckVerdict } from './check-verdict.tsx'
import type { ChecksActions } from './checks-actions.ts'
import { OpenedClaim } from './opened-claim.tsx'

/** One claim: codes and dates until it is opened on purpose, then what there is to compare and the two answers. */
export function CheckItem({ item, actions }: { item: CheckLineView; actions: ChecksActions }) {
  const t = useTranslations('checks')
  const { word } = useWords()
  const [opened, setOpened] = useState<OpenedCheck | null>(null)
  const open = useAction(actions.open, { onDone: setOpened })
  const objected = item.state === 'objected'
  return (
    <li className="grid gap-3 rounded border border-line bg-surface px-4 py-3.5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-2 font-semibold">
            {item.capacity === null ? t('lost_contact') : t('authority', { capacity: word('capacity', item.capacity) })}
            {objected && <Tag tone="bad">{t('objected')}</Tag>}
          </h2>
          <p className="text-xs text-ink-2">{t('asked', { who: item.askedBy, at: item.askedAt })}</p>
          {item.opensAt !== null && !objected && (
            <p className="text-xs text-ink-2">{t('mayObject', { at: item.opensAt })}</p>
          )}
          {item.objectedAt !== null && <p className="text-xs text-ink-2">{t('objectedAt', { at: item.objectedAt })}</p>}
          {item.lock !== null && <LockNote lock={item.lock} />}
        </div>
        {item.lock === null && opened === null && (
          <Button pending={open.pending} onClick={() => void open.run({ checkId: item.checkId })}>
            {t('open')}
          </Button>
        )}
      </div>
      {opened !== null && (
        <>
          <OpenedClaim opened={opened} />
          <CheckVerdict item={item} actions={actions} />
        </>
      )}
    </li>
  )
}
