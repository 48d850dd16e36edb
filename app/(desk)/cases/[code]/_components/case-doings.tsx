'use client'
import { useState, type ReactNode } from 'react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { CaseView } from '#usecases/views/case.ts'
import type { Lock } from '#usecases/views/phrase.ts'
import { LockNote } from '#components/data/lock-note.tsx'
import { Button } from '#components/ui/button.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import { CallBackDialog } from '../../../_components/call-back-dialog.tsx'
import { heldCase } from '../../../approvals/_components/held-case.ts'
import { HoldDialog } from '../../../approvals/_components/hold-dialog.tsx'
import { CancelDialog } from './cancel-dialog.tsx'
import type { CaseActions } from './case-actions.ts'
import { ReleaseDialog, SendAgainDialog } from './copy-dialogs.tsx'
import { DisputeDialog } from './dispute-dialog.tsx'
import { GiveUpDialog } from './give-up-dialog.tsx'
import { NameDialog } from './name-dialog.tsx'
import { NoDataDialog } from './no-data-dialog.tsx'
import { SendLinkDialog } from './send-link-dialog.tsx'

type Asked =
  | 'callBack' | 'cancel' | 'dispute' | 'giveUp' | 'hold' | 'name' | 'noData' | 'release' | 'sendAgain' | 'sendLink'

/** What this reader can do with the case; what is locked stays and says why, what is never theirs is not there. */
export function CaseDoings({ view, actions }: { view: CaseView; actions: CaseActions }) {
  const t = useTranslations('cases.actions')
  const held = useTranslations('approvals')
  const called = useTranslations('calling')
  const router = useRouter()
  const [open, setOpen] = useState<Asked | null>(null)
  // With nobody on the line it is what this reader asked for themselves.
  const ofStaff = view.kind === 'ineligibility' || (view.kind === 'ineligibility_correction' && view.callId === null)
  const { cancel, dispute, hold, decide, callBack, giveUp, name, noData, release, sendAgain, sendLink } = view.actions
  // Only who can cancel for a caller has calls at all.
  const calls = cancel !== undefined
  const all = [cancel, dispute, hold, decide, callBack, giveUp, name, noData, release, sendAgain, sendLink]
  if (all.every((lock) => lock === undefined)) return null
  const dialog = {
    view,
    actions,
    onClose: () => setOpen(null),
    onDone: (said: string) => {
      setOpen(null)
      toast('good', said)
      router.refresh()
    },
  }
  return (
    <section>
      <SectionHeading>{t('title')}</SectionHeading>
      <div className="mt-3 flex flex-wrap items-start gap-x-3 gap-y-3">
        <Doing lock={decide}>
          {decide === null && (
            <LinkButton href={`/approvals/${view.caseCode}`} primary>
              {t('decide')}
            </LinkButton>
          )}
          {decide !== null && <Button disabled>{t('decide')}</Button>}
        </Doing>
        <Doing lock={hold}>
          <Button disabled={hold !== null} onClick={() => setOpen('hold')}>
            {t('hold')}
          </Button>
        </Doing>
        <Doing lock={callBack}>
          <Button disabled={callBack !== null} onClick={() => setOpen('callBack')}>
            {called('open')}
          </Button>
        </Doing>
        <Doing lock={sendLink}>
          <Button disabled={sendLink !== null} onClick={() => setOpen('sendLink')}>
            {t('sendLink')}
          </Button>
        </Doing>
        <Doing lock={giveUp}>
          <Button look="bad" disabled={giveUp !== null} onClick={() => setOpen('giveUp')}>
            {t('giveUp')}
          </Button>
        </Doing>
        <Doing lock={name}>
          <Button look="primary" disabled={name !== null} onClick={() => setOpen('name')}>
            {t('name')}
          </Button>
        </Doing>
        <Doing lock={noData}>
          <Button disabled={noData !== null} onClick={() => setOpen('noData')}>
            {t('noData')}
          </Button>
        </Doing>
        <Doing lock={sendAgain}>
          <Button disabled={sendAgain !== null} onClick={() => setOpen('sendAgain')}>
            {t('sendAgain')}
          </Button>
        </Doing>
        <Doing lock={release}>
          <Button disabled={release !== null} onClick={() => setOpen('release')}>
            {t('release')}
          </Button>
        </Doing>
        <Doing lock={cancel}>
          <Button disabled={cancel !== null} onClick={() => setOpen('cancel')}>
            {t(ofStaff ? 'takeBack' : 'cancel')}
          </Button>
        </Doing>
        <Doing lock={dispute}>
          <Button look="bad" disabled={dispute !== null} onClick={() => setOpen('dispute')}>
            {t('dispute')}
          </Button>
        </Doing>
      </div>
      {open === 'cancel' && <CancelDialog {...dialog} ofStaff={ofStaff} />}
      {open === 'release' && <ReleaseDialog {...dialog} />}
      {open === 'sendAgain' && <SendAgainDialog {...dialog} />}
      {open === 'name' && <NameDialog {...dialog} />}
      {open === 'callBack' && (
        <CallBackDialog
          caseCode={view.caseCode}
          actions={calls ? actions : { ...actions, beginCallBack: null }}
          onClose={dialog.onClose}
          onNoted={dialog.onDone}
          onBegun={() => router.push('/desk')}
        />
      )}
      {open === 'sendLink' && <SendLinkDialog {...dialog} />}
      {open === 'giveUp' && <GiveUpDialog {...dialog} />}
      {open === 'noData' && <NoDataDialog {...dialog} />}
      {open === 'dispute' && <DisputeDialog {...dialog} />}
      {open === 'hold' && (
        <HoldDialog about={heldCase(view)} actions={actions} onClose={dialog.onClose} onDone={() => dialog.onDone(held('heldSay'))} />
      )}
    </section>
  )
}

function Doing({ lock, children }: { lock: Lock | null | undefined; children: ReactNode }) {
  if (lock === undefined) return null
  return (
    <div className="grid max-w-64 gap-1">
      {children}
      {lock !== null && <LockNote lock={lock} />}
    </div>
  )
}
