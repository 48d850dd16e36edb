'use client'
import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { CheckSystemInput, SystemCheckView, SystemListView } from '#usecases/views/settings.ts'
import type { ConnectSystemForm } from '#usecases/views/settings-inputs.ts'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import { ConnectSystemDialog } from './connect-system-dialog.tsx'
import { SystemCard } from './system-card.tsx'

export interface SystemActions {
  connectSystem: (input: ConnectSystemForm) => Promise<ActionResult<unknown>>
  checkSystem: (input: CheckSystemInput) => Promise<ActionResult<SystemCheckView>>
}

/** Every system that holds people's data, each with what an erasure would do to an invented person. */
export function SystemList({ view, actions }: { view: SystemListView; actions: SystemActions }) {
  const t = useTranslations('settings.systems')
  const router = useRouter()
  const [connecting, setConnecting] = useState(false)
  useShortcut('n', t('connect'), () => setConnecting(true))
  const connected = view.systems.filter((system) => system.kind !== 'rightsdesk')
  const unready = connected.filter((system) => system.lastCheck?.ok !== true).length
  return (
    <div className="gutter grid max-w-[980px] grid-cols-1 gap-6 py-8">
      <PageHeading
        below={t('text')}
        aside={
          <Button look="primary" hint="n" aria-keyshortcuts="n" onClick={() => setConnecting(true)}>
            {t('connect')}
          </Button>
        }
      >
        {connected.length === 0 ? t('titleNone') : t('title', { count: connected.length, unready })}
      </PageHeading>
      {view.systems.map((system) => (
        <SystemCard key={system.name} system={system} check={actions.checkSystem} />
      ))}
      {connected.length === 0 && <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
      {connecting && (
        <ConnectSystemDialog
          action={actions.connectSystem}
          onClose={() => setConnecting(false)}
          onDone={(name) => {
            setConnecting(false)
            toast('good', t('connectedSay', { name }))
            router.refresh()
          }}
        />
      )}
    </div>
  )
}
