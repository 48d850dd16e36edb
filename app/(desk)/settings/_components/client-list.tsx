'use client'
import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { ClientLineView, ClientListView, NewClientView, RevokeClientInput } from '#usecases/views/settings.ts'
import type { AddClientForm } from '#usecases/views/settings-inputs.ts'
import { Moment } from '#components/data/moment.tsx'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { Table, Td, Th } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import { AddClientDialog } from './add-client-dialog.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'

export interface ClientActions {
  addClient: (input: AddClientForm) => Promise<ActionResult<NewClientView>>
  revokeClient: (input: RevokeClientInput) => Promise<ActionResult<unknown>>
}

/** The machine clients, what each may do, and when it last did. */
export function ClientList({ view, actions }: { view: ClientListView; actions: ClientActions }) {
  const t = useTranslations('settings.clients')
  const router = useRouter()
  const [adding, setAdding] = useState(false)
  const [revoking, setRevoking] = useState<ClientLineView | null>(null)
  return (
    <div className="gutter grid grid-cols-1 gap-6 py-8">
      <PageHeading below={t('text')} aside={<Button look="primary" onClick={() => setAdding(true)}>{t('add')}</Button>}>
        {t('title', { count: view.clients.filter((client) => client.revokedAt === null).length })}
      </PageHeading>
      {view.clients.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      ) : (
        <Table caption={t('caption')}>
          <thead>
            <tr>
              <Th>{t('name')}</Th>
              <Th>{t('scopes')}</Th>
              <Th>{t('created')}</Th>
              <Th>{t('lastUsed')}</Th>
              <Th><span className="sr-only">{t('revoke')}</span></Th>
            </tr>
          </thead>
          <tbody>
            {view.clients.map((client) => (
              <tr key={client.clientId} className={client.revokedAt === null ? undefined : 'text-ink-2'}>
                <Td>
                  <strong>{client.name}</strong>
                  <span className="block font-mono text-xs text-ink-2">{client.clientId}</span>
                </Td>
                <Td>
                  <span className="flex flex-wrap gap-1">
                    {client.scopes.map((scope) => (
                      <Tag key={scope}>{scope}</Tag>
                    ))}
                  </span>
                </Td>
                <Td className="whitespace-nowrap"><Moment at={client.createdAt} format="mediumDay" /></Td>
                <Td className="whitespace-nowrap">{client.lastUsedAt === null ? t('never') : <Moment at={client.lastUsedAt} />}</Td>
                <Td>
                  {client.revokedAt === null ? (
                    <Button look="quiet" onClick={() => setRevoking(client)} aria-label={`${t('revoke')} ${client.name}`}>
                      {t('revoke')}
                    </Button>
                  ) : (
                    <Tag tone="warn">{t('revoked', { at: client.revokedAt })}</Tag>
                  )}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {adding && (
        <AddClientDialog
          scopes={view.scopes}
          action={actions.addClient}
          onClose={() => {
            setAdding(false)
            router.refresh()
          }}
        />
      )}
      {revoking !== null && (
        <ConfirmDialog
          title={t('revokeTitle', { name: revoking.name })}
          text={t('revokeText')}
          label={t('revokeDo')}
          action={() => actions.revokeClient({ clientId: revoking.clientId })}
          onClose={() => setRevoking(null)}
          onDone={() => {
            setRevoking(null)
            toast('good', t('revokedSay'))
            router.refresh()
          }}
        />
      )}
    </div>
  )
}
