'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { CallToReviewView } from '#usecases/views/reviews.ts'
import type { ReviewCallInput } from '#usecases/views/reviews-inputs.ts'
import { Moment } from '#components/data/moment.tsx'
import { useAction } from '#components/form/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { Table, Td, Th } from '#components/ui/table.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import type { ReviewsActions } from './reviews-actions.ts'

/** Calls to look at: by agent, call and time, why each is here, and what was found. */
export function CallsToReview({
  caption, calls, review,
}: {
  caption: string
  calls: readonly CallToReviewView[]
  review: ReviewsActions['reviewCall']
}) {
  const t = useTranslations('reviews')
  return (
    <div className="mt-1.5">
      <Table caption={caption}>
        <thead>
          <tr>
            <Th className="max-sm:hidden">{t('calls.agent')}</Th>
            <Th>{t('calls.at')}</Th>
            <Th>{t('calls.why')}</Th>
            <Th className="max-sm:hidden">{t('calls.outcome')}</Th>
            <Th className="max-sm:hidden">{t('calls.found')}</Th>
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => (
            <CallRow key={call.callId} call={call} review={review} />
          ))}
        </tbody>
      </Table>
    </div>
  )
}

function CallRow({ call, review }: { call: CallToReviewView; review: ReviewsActions['reviewCall'] }) {
  const t = useTranslations('reviews')
  const outcome = call.outcome === null ? t('calls.none') : t(`outcome.${call.outcome}`)
  return (
    <tr>
      <Td className="font-medium whitespace-nowrap max-sm:hidden">{call.agent}</Td>
      <Td className="min-w-28">
        <span className="block font-medium sm:hidden">{call.agent}</span>
        <span className="whitespace-nowrap">
          <Moment at={call.startedAt} />
        </span>
        <span className="block text-xs break-all text-ink-2 sm:w-44">
          {t('calls.call', { id: call.callId })}
        </span>
      </Td>
      <Td className="sm:min-w-56">
        {call.doubts.map((doubt) => (
          <span key={doubt} className="block">{t(`doubt.${doubt}`, { reveals: call.reveals })}</span>
        ))}
        <span className="block text-xs text-ink-2 sm:hidden">{outcome}</span>
        <span className="mt-1.5 block sm:hidden">
          <Finding call={call} review={review} />
        </span>
      </Td>
      <Td className="text-ink-2 max-sm:hidden">{outcome}</Td>
      <Td className="max-sm:hidden">
        <Finding call={call} review={review} />
      </Td>
    </tr>
  )
}

/** What was found in a call, or the two buttons that say it. */
function Finding({ call, review }: { call: CallToReviewView; review: ReviewsActions['reviewCall'] }) {
  const t = useTranslations('reviews')
  const router = useRouter()
  const found = useAction(
    async (input: ReviewCallInput) => {
      const result = await review(input)
      return result.ok ? { ok: true as const, value: input.verdict } : result
    },
    {
      onDone: (verdict) => {
        toast('good', t(verdict === 'fine' ? 'calls.fineSay' : 'calls.talkSay'))
        router.refresh()
      },
    },
  )
  if (call.own) return <span className="text-xs text-ink-2">{t('calls.own')}</span>
  const say = (verdict: ReviewCallInput['verdict']) => void found.run({ callId: call.callId, verdict })
  return (
    <span className="grid gap-1.5">
      {call.review !== null && <span className="text-xs text-ink-2">{t('talk.by', { by: call.review.by, at: call.review.at })}</span>}
      <span className="flex flex-wrap gap-1.5">
        <Button pending={found.pending} onClick={() => say('fine')}>{t('calls.fine')}</Button>
        {call.review === null && (
          <Button look="quiet" pending={found.pending} onClick={() => say('talk')}>{t('calls.talk')}</Button>
        )}
      </span>
    </span>
  )
}
