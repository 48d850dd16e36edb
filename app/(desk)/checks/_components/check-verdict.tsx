'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { CheckLineView } from '#usecases/views/checks.ts'
import { useAction } from '#components/form/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { say } from '#components/ui/toast.tsx'
import type { ChecksActions } from './checks-actions.ts'

/** The two answers: it fits or it does not; of an objection, whether the contact stays reported lost. */
export function CheckVerdict({ item, actions }: { item: CheckLineView; actions: ChecksActions }) {
  const t = useTranslations('checks')
  const router = useRouter()
  const onDone = () => {
    say('good', t('doneSay'))
    router.refresh()
  }
  const judge = useAction(item.kind === 'authority' ? actions.authority : actions.document, { onDone })
  const settle = useAction(actions.settle, { onDone })
  const { checkId, version } = item
  const pending = judge.pending || settle.pending
  const settleAs = (contactStaysLost: boolean) => void settle.run({ checkId, version, contactStaysLost })
  return (
    <div className="grid gap-2">
      <p className="text-xs text-ink-2">{t(item.state === 'objected' ? 'settleText' : 'judgeText')}</p>
      {item.state === 'objected' && item.kind === 'lost_contact' && <p className="text-xs text-ink-2">{t('lostText')}</p>}
      <div className="flex flex-wrap gap-2">
        {item.state === 'waiting' && (
          <>
            <Button look="primary" pending={pending} onClick={() => void judge.run({ checkId, version, fits: true })}>
              {t('fits')}
            </Button>
            <Button look="bad" pending={pending} onClick={() => void judge.run({ checkId, version, fits: false })}>
              {t('fitsNot')}
            </Button>
          </>
        )}
        {item.state === 'objected' && item.kind === 'lost_contact' && (
          <>
            <Button pending={pending} onClick={() => settleAs(false)}>
              {t('contactCounts')}
            </Button>
            <Button pending={pending} onClick={() => settleAs(true)}>
              {t('contactStaysLost')}
            </Button>
          </>
        )}
        {item.state === 'objected' && item.kind === 'authority' && (
          <Button pending={pending} onClick={() => settleAs(false)}>
            {t('authorityEnds')}
          </Button>
        )}
      </div>
    </div>
  )
}
