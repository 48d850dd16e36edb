import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { readForPage } from '#server/next/page.ts'
import { listIneligibility } from '#usecases/ineligibility/list-ineligibility.ts'
import { IneligibilityScreen } from './_components/ineligibility-screen.tsx'
import { askCorrection, askMark, cancel, openCase, reviewMark } from './actions.ts'

export default async function IneligibilityPage() {
  const view = await readForPage(listIneligibility, {})
  return (
    <ClientMessages namespaces={['ineligibility', 'words', 'lock', 'shell']}>
      <IneligibilityScreen view={view} actions={{ open: openCase, askMark, askCorrection, cancel, reviewMark }} />
    </ClientMessages>
  )
}
