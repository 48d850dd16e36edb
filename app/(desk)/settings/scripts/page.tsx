import { getLocale } from 'next-intl/server'
import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { readForPage } from '#server/next/page.ts'
import { listScripts } from '#usecases/script/list-scripts.ts'
import { ScriptRoom } from './_components/script-room.tsx'
import { publishScript } from './actions.ts'

export default async function ScriptsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { language, script, show, before, after } = await searchParams
  const view = await readForPage(listScripts, { reader: await getLocale(), language, script, show, before, after })
  return (
    <ClientMessages namespaces={['scripts', 'script', 'shell']}>
      <ScriptRoom view={view} publish={publishScript} />
    </ClientMessages>
  )
}
