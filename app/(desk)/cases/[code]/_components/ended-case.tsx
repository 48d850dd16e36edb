import { getTranslations } from 'next-intl/server'
import type { EndedCaseView } from '#usecases/views/case.ts'
import { CaseCode } from '#components/data/case-code.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'

/** A case whose records ended with their months: when, what stays, and where what was done can still be read. */
export async function EndedCase({ view }: { view: EndedCaseView }) {
  const t = await getTranslations('cases')
  return (
    <div className="gutter border-b border-line py-7">
      <PageHeading above={<CaseCode code={view.caseCode} />} below={t('ended.below')}>
        {t('ended.title', { at: view.at, months: view.months })}
      </PageHeading>
    </div>
  )
}
