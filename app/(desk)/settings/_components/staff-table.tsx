'use client'
import { useTranslations } from 'next-intl'
import type { StaffLineView, StaffListView } from '#usecases/views/settings.ts'
import { Moment } from '#components/data/moment.tsx'
import { Below } from '#components/ui/below.tsx'
import { Button } from '#components/ui/button.tsx'
import { Table, Td, Th } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'

/** Every log-in there is or was. Nobody changes their own: those rows carry no buttons. */
export function StaffTable({
  view, onChange, onDisable,
}: {
  view: StaffListView
  onChange: (staff: StaffLineView) => void
  onDisable: (staff: StaffLineView) => void
}) {
  const t = useTranslations('settings.staff')
  return (
    <Table caption={t('caption')}>
      <thead>
        <tr>
          <Th>{t('person')}</Th>
          <Th className="max-sm:hidden">{t('role')}</Th>
          <Th className="max-sm:hidden">{t('lastSeen')}</Th>
          <Th>
            <span className="sr-only">{t('doings')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {view.staff.map((one) => (
          <StaffRow key={one.staffId} one={one} now={view.now} onChange={onChange} onDisable={onDisable} />
        ))}
      </tbody>
    </Table>
  )
}

function StaffRow({
  one, now, onChange, onDisable,
}: {
  one: StaffLineView
  now: number
  onChange: (staff: StaffLineView) => void
  onDisable: (staff: StaffLineView) => void
}) {
  const t = useTranslations('settings.staff')
  const disabled = one.status === 'disabled'
  return (
    <tr className={disabled ? 'text-ink-2' : undefined}>
      <Td className="min-w-34">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <strong>{one.humanRef}</strong>
          {one.isMe && <Tag>{t('me')}</Tag>}
          {disabled && <Tag locked>{t('disabled')}</Tag>}
        </span>
        <span className="block text-xs break-all text-ink-2">{one.email}</span>
        <Below>
          <RoleOf one={one} now={now} />
        </Below>
        <Below label={t('lastSeen')}>
          <LastSeen at={one.lastSignInAt} />
        </Below>
      </Td>
      <Td className="max-sm:hidden">
        <RoleOf one={one} now={now} />
      </Td>
      <Td className="whitespace-nowrap max-sm:hidden">
        <LastSeen at={one.lastSignInAt} />
      </Td>
      <Td>
        {!disabled && !one.isMe && (
          <span className="-my-1 flex flex-wrap justify-end gap-1">
            <Button look="quiet" className="max-sm:px-1.5" onClick={() => onChange(one)}>
              {t('change')}
              <span className="sr-only">{one.humanRef}</span>
            </Button>
            <Button look="quiet" className="max-sm:px-1.5" onClick={() => onDisable(one)}>
              {t('disable')}
              <span className="sr-only">{one.humanRef}</span>
            </Button>
          </span>
        )}
      </Td>
    </tr>
  )
}

/** What they are, and of somebody who decides since when. */
function RoleOf({ one: { role, status, decidesFrom }, now }: { one: StaffLineView; now: number }) {
  const t = useTranslations('settings.staff')
  const common = useTranslations('common')
  return (
    <>
      {common(`role.${role}`)}
      {status !== 'disabled' && decidesFrom !== null && (
        <span className={decidesFrom > now ? 'block text-xs text-warn' : 'block text-xs text-ink-2'}>
          {decidesFrom > now ? t('decidesFrom', { at: decidesFrom }) : t('decides')}
        </span>
      )}
    </>
  )
}

function LastSeen({ at }: { at: number | null }) {
  const t = useTranslations('settings.staff')
  return at === null ? <span className="text-ink-3">{t('never')}</span> : <Moment at={at} />
}
