'use client'
import { useTranslations } from 'next-intl'
import { formatCaseCode } from '#domain/request/case-code.ts'
import type { VerifiedPersonView } from '#usecases/views/desk.ts'
import { CaseLink } from '#components/data/case-link.tsx'
import { MaskedPerson } from '#components/data/masked-person.tsx'
import { useWords } from '#components/i18n/use-words.ts'
import { Callout } from '#components/ui/callout.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { Decisions } from './decisions.tsx'
import { RefusalSearch } from './refusal-search.tsx'
import { useDesk } from './desk-context.tsx'

/** Who it is, masked, and what to know about them before acting. */
export function Who({ person, callId }: { person: VerifiedPersonView; callId: string }) {
  const t = useTranslations('desk.who')
  const { say, word } = useWords()
  const { actions } = useDesk()
  const { subjectId } = person.person
  return (
    <>
      <SectionHeading>{t('title')}</SectionHeading>
      <MaskedPerson person={person.person} reveal={(input) => actions.reveal({ ...input, callId, subjectId })} />
      <div className="mt-4 grid gap-2">
        {person.warnings.map((warning, index) => (
          <Callout key={index} tone={warning.tone}>
            {say('warning', spelt(warning))}
          </Callout>
        ))}
        {person.holds.map((hold, index) => (
          <Callout key={index} tone="warn">
            {t('holds', { covers: say('covers', hold.covers) })}
            {hold.reviewOn !== null && <> · {t('holdReview', { at: hold.reviewOn })}</>}
          </Callout>
        ))}
      </div>
      {person.openRequests.length > 0 && (
        <div className="mt-6">
          <SectionHeading>{t('requests')}</SectionHeading>
          <ul>
            {person.openRequests.map((request) => (
              <li key={request.caseCode} className="border-b border-line py-(--row-y)">
                <CaseLink code={request.caseCode} />
                <span className="block text-xs text-ink-2">
                  {word('kind', request.kind)} · {word('state', request.state)} · {t('due', { at: request.dueAt })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Decisions key={`decisions ${subjectId}`} decisions={person.decisions} callId={callId} subjectId={subjectId} />
      <RefusalSearch key={subjectId} callId={callId} />
    </>
  )
}

/** A warning whose case code is written as it is said. */
function spelt(warning: VerifiedPersonView['warnings'][number]) {
  const params: Record<string, string | number> = warning.params ?? {}
  const { caseCode } = params
  return typeof caseCode === 'string'
    ? { key: warning.key, params: { ...params, caseCode: formatCaseCode(caseCode) } }
    : { key: warning.key, params }
}
