import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { readForPage } from '#server/next/page.ts'
import { viewLaws } from '#usecases/law/view-laws.ts'
import { LawRoom } from './_components/law-room.tsx'
import { changeLawRow, setLawMark, setWorkingDay, tryLawRow, whatIf } from './actions.ts'

export default async function LawsPage() {
  const view = await readForPage(viewLaws, {})
  return (
    <ClientMessages namespaces={['laws', 'settings', 'due', 'words', 'shell']}>
      <LawRoom view={view} actions={{ changeLawRow, setLawMark, setWorkingDay, tryLawRow, whatIf }} />
    </ClientMessages>
  )
}
