'use client'
import { useState } from 'react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { AttentionView, CaseView } from '#usecases/views/case.ts'
import { LockNote } from '#components/data/lock-note.tsx'
import { useAction } from '#components/form/use-action.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { ByHandDialog } from './by-hand-dialog.tsx'
import type { CaseActions } from './case-actions.ts'
import { KeepDialog } from './keep-dialog.tsx'

/** The name of the desk's own records, whose operator is nobody to write to. */
const ourselves = 'rightsdesk'

/** One system that needs a person: what happened there, what was proposed, and the two ways beside trying again. */
export function AttentionItem({
  view, item, human, actions, onDone,
}: {
  view: CaseView
  item: AttentionView
  /** Who reads this: whoever proposed something does not confirm it. */
  human: string
  actions: CaseActions
  onDone: (said: string) => void
}) {
  const t = useTranslations('cases.attention')
  const { say } = useWords()
  const [open, setOpen] = useState<'byHand' | 'keep' | null>(null)
  const { byHand, keep } = view.actions
  const dialog = {
    view,
    system: item.system,
    actions,
    onClose: () => setOpen(null),
    onDone: (said: string) => {
      setOpen(null)
      onDone(said)
    },
  }
  return (
    <li className="border-t border-line pt-2.5 first:border-0 first:pt-0">
      <strong>{item.name}</strong>: {say('attention', item.what)}{' '}
      <span className="text-xs text-ink-2">{t('since', { at: item.since })}</span>
      {item.proposal !== null && (
        <Proposal view={view} item={item} proposal={item.proposal} human={human} actions={actions} onDone={onDone} />
      )}
      {byHand !== undefined && (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          <Button disabled={byHand !== null} onClick={() => setOpen('byHand')}>
            {t('byHand')}
          </Button>
          {keep !== undefined && (
            <Button disabled={keep !== null} onClick={() => setOpen('keep')}>
              {t('keep')}
            </Button>
          )}
          {keep !== undefined && keep !== null && <LockNote lock={keep} />}
          {/* Only a supervisor writes to whoever runs a system; the letter lies ready there. */}
          {keep !== undefined && item.system !== ourselves && (
            <Link href={`/partners#${item.system}`} prefetch={false} className="link min-h-6">
              {t('write', { system: item.name })}
            </Link>
          )}
        </div>
      )}
      {open === 'byHand' && <ByHandDialog {...dialog} />}
      {open === 'keep' && <KeepDialog {...dialog} />}
    </li>
  )
}

/** What one person put forward; a second one agrees to exactly that. */
function Proposal({
  view, item, proposal, human, actions, onDone,
}: {
  view: CaseView
  item: AttentionView
  proposal: NonNullable<AttentionView['proposal']>
  human: string
  actions: CaseActions
  onDone: (said: string) => void
}) {
  const t = useTranslations('cases')
  const onCase = { caseCode: view.caseCode, version: view.version, system: item.system }
  const confirm = useAction(actions.doneByHand, { onDone: () => onDone(t('attention.confirmSay')) })
  const agree = useAction(actions.keep, { onDone: () => onDone(t('attention.agreeSay')) })
  const own = proposal.by === human
  const lock = proposal.type === 'keep' ? view.actions.keep : view.actions.byHand
  return (
    <div className="mt-2 rounded bg-sunken px-3.5 py-2.5">
      {proposal.type === 'done_by_hand' ? (
        <p>{t('attention.proposedByHand', { by: proposal.by, at: proposal.at, evidence: proposal.evidence })}</p>
      ) : (
        <p>
          {t('attention.proposedKeep', {
            by: proposal.by, until: proposal.until, basis: t(`keepBasis.${proposal.basis}`),
          })}
        </p>
      )}
      {own && <p className="mt-1 text-xs text-ink-2">{t('attention.yours')}</p>}
      {!own && lock === null && proposal.type === 'done_by_hand' && (
        <Button
          look="primary"
          className="mt-2"
          pending={confirm.pending}
          onClick={() => void confirm.run({ ...onCase, evidence: proposal.evidence })}
        >
          {t('attention.confirm')}
        </Button>
      )}
      {!own && lock === null && proposal.type === 'keep' && (
        <Button
          look="primary"
          className="mt-2"
          pending={agree.pending}
          onClick={() =>
            void agree.run({
              ...onCase, basis: proposal.basis, until: new Date(proposal.until).toISOString().slice(0, 10),
            })
          }
        >
          {t('attention.agree')}
        </Button>
      )}
    </div>
  )
}
