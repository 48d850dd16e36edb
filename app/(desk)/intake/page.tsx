import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { readForPage } from '#server/next/page.ts'
import { viewIntake } from '#usecases/intake/view-intake.ts'
import { nameSubjects, noData, take } from './actions.ts'
import { IntakeScreen } from './_components/intake-screen.tsx'

export default async function IntakePage() {
  const view = await readForPage(viewIntake, {})
  return (
    <ClientMessages namespaces={['intake', 'words', 'shell']}>
      <IntakeScreen view={view} actions={{ take, nameSubjects, noData }} />
    </ClientMessages>
  )
}
