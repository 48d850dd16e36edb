'use client'
import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { ClientLineView, ClientListView, NewClientView, RevokeClientInput } from '#usecases/views/settings.ts'
import type { AddClientForm } from '#usecases/views/settings-inputs.ts'
import { ConfirmDialog } from '#components/form/confirm-dialog.tsx'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import { AddClientDialog } from './add-client-dialog.tsx'
import { ClientTable } from './client-table.tsx'
import { NewKey } from './new-key.tsx'

export interface ClientActions {
  addClient: (input: AddClientForm) => Promise<ActionResult<NewClientView>>
  revokeClient: (input: RevokeClientInput) => Promise<ActionResult<unknown>>
}

type Asking =
  | { what: 'add' }
  | { what: 'key'; added: NewClientView; name: string }
  | { what: 'revoke'; client: ClientLineView }
  | null

/** The machine clients, what each may do, and when it last did. */
export function ClientList({ view, actions }: { view: ClientListView; actions: ClientActions }) {
  const t = useTranslations('settings.clients')
  const router = useRouter()
  const [asking, setAsking] = useState<Asking>(null)
  useShortcut('n', t('add'), () => setAsking({ what: 'add' }))
  const close = () => setAsking(null)
  return (
    <div className="gutter grid max-w-[1100px] grid-cols-1 gap-6 py-8">
      <PageHeading
        below={t('text')}
        aside={
          <Button look="primary" hint="n" aria-keyshortcuts="n" onClick={() => setAsking({ what: 'add' })}>
            {t('add')}
          </Button>
        }
      >
        {t('title', { count: view.clients.filter((client) => client.revokedAt === null).length })}
      </PageHeading>
      {view.clients.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      ) : (
        <ClientTable view={view} onRevoke={(client) => setAsking({ what: 'revoke', client })} />
      )}
      {asking?.what === 'add' && (
        <AddClientDialog
          scopes={view.scopes}
          action={actions.addClient}
          onClose={close}
          onDone={(added, name) => {
            setAsking({ what: 'key', added, name })
            router.refresh()
          }}
        />
      )}
      {asking?.what === 'key' && <NewKey added={asking.added} name={asking.name} onClose={close} />}
      {asking?.what === 'revoke' && (
        <ConfirmDialog
          title={t('revokeTitle', { name: asking.client.name })}
          text={t('revokeText')}
          act={t('revokeDo')}
          action={() => actions.revokeClient({ clientId: asking.client.clientId })}
          onClose={close}
          onDone={() => {
            close()
            toast('good', t('revokedSay', { name: asking.client.name }))
            router.refresh()
          }}
        />
      )}
    </div>
  )
}
