import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { readForPage } from '#server/next/page.ts'
import { listOwnCases } from '#usecases/case/list-own-cases.ts'
import { CaseList } from './_components/case-list.tsx'

export default async function CasesPage() {
  const view = await readForPage(listOwnCases, {})
  return (
    <ClientMessages namespaces={['cases', 'words', 'shell']}>
      <CaseList view={view} />
    </ClientMessages>
  )
}
