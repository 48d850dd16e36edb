import { OpenCaseProvider } from '#components/data/case-link.tsx'
import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { readForPage } from '#server/next/page.ts'
import { listPartners } from '#usecases/partner/list-partners.ts'
import { PartnersScreen } from './_components/partners-screen.tsx'
import { noteContact, noteLetter, openCase } from './actions.ts'

export default async function PartnersPage() {
  const view = await readForPage(listPartners, {})
  return (
    <ClientMessages namespaces={['partners', 'words', 'shell']}>
      <OpenCaseProvider open={openCase}>
        <PartnersScreen view={view} actions={{ noteContact, noteLetter }} />
      </OpenCaseProvider>
    </ClientMessages>
  )
}
