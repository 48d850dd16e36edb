'use client'
import { useTranslations } from 'next-intl'
import type { ClientLineView, ClientListView } from '#usecases/views/settings.ts'
import { Moment } from '#components/data/moment.tsx'
import { Below } from '#components/ui/below.tsx'
import { Button } from '#components/ui/button.tsx'
import { Table, Td, Th } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { useScopeWord } from './use-scope-word.ts'

/** Every machine client there is or was; never a key. */
export function ClientTable({ view, onRevoke }: { view: ClientListView; onRevoke: (client: ClientLineView) => void }) {
  const t = useTranslations('settings.clients')
  const scopeWord = useScopeWord()
  return (
    <Table caption={t('caption')}>
      <thead>
        <tr>
          <Th>{t('name')}</Th>
          <Th>{t('scopes')}</Th>
          <Th className="max-sm:hidden">{t('created')}</Th>
          <Th className="max-sm:hidden">{t('lastUsed')}</Th>
          <Th>
            <span className="sr-only">{t('revoke')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {view.clients.map((client) => (
          <tr key={client.clientId} className={client.revokedAt === null ? undefined : 'text-ink-2'}>
            <Td>
              <strong>{client.name}</strong>
              <span className="block font-mono text-xs break-all text-ink-2">{client.clientId}</span>
              <Below label={t('created')}>
                <Moment at={client.createdAt} format="mediumDay" />
              </Below>
              <Below label={t('lastUsed')}>
                <LastUse at={client.lastUsedAt} />
              </Below>
            </Td>
            <Td>
              <ul className="grid gap-0.5">
                {client.scopes.map((scope) => (
                  <li key={scope}>{scopeWord(scope)}</li>
                ))}
              </ul>
            </Td>
            <Td className="whitespace-nowrap max-sm:hidden">
              <Moment at={client.createdAt} format="mediumDay" />
            </Td>
            <Td className="whitespace-nowrap max-sm:hidden">
              <LastUse at={client.lastUsedAt} />
            </Td>
            <Td className="text-right">
              {client.revokedAt === null ? (
                <Button look="quiet" className="-my-1 max-sm:px-1.5" onClick={() => onRevoke(client)}>
                  {t('revoke')}
                  <span className="sr-only">{client.name}</span>
                </Button>
              ) : (
                <Tag locked>{t('revoked', { at: client.revokedAt })}</Tag>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function LastUse({ at }: { at: number | null }) {
  const t = useTranslations('settings.clients')
  return at === null ? <span className="text-ink-3">{t('never')}</span> : <Moment at={at} />
}
