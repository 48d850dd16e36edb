'use client'
import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { ChangeRoleInput, DisableStaffInput, StaffLineView, StaffListView } from '#usecases/views/settings.ts'
import type { AddStaffForm } from '#usecases/views/settings-inputs.ts'
import { Moment } from '#components/data/moment.tsx'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { Table, Td, Th } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import { AddStaffDialog } from './add-staff-dialog.tsx'
import { ChangeRoleDialog } from './change-role-dialog.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'

export interface StaffActions {
  addStaff: (input: AddStaffForm) => Promise<ActionResult<unknown>>
  changeRole: (input: ChangeRoleInput) => Promise<ActionResult<unknown>>
  disableStaff: (input: DisableStaffInput) => Promise<ActionResult<unknown>>
}

/** Who works here, in which role; changes take effect with the next click of whom they concern. */
export function StaffList({ view, actions }: { view: StaffListView; actions: StaffActions }) {
  const t = useTranslations('settings.staff')
  const common = useTranslations('common')
  const router = useRouter()
  const [adding, setAdding] = useState(false)
  const [changing, setChanging] = useState<StaffLineView | null>(null)
  const [disabling, setDisabling] = useState<StaffLineView | null>(null)
  const done = (said: string) => {
    setAdding(false)
    setChanging(null)
    setDisabling(null)
    toast('good', said)
    router.refresh()
  }
  return (
    <div className="gutter grid grid-cols-1 gap-6 py-8">
      <PageHeading aside={<Button look="primary" onClick={() => setAdding(true)}>{t('add')}</Button>}>
        {t('title', { count: view.staff.filter((one) => one.status === 'active').length })}
      </PageHeading>
      {view.deciders < 3 && <Callout tone="warn">{t('deciders', { count: view.deciders })}</Callout>}
      <Table caption={t('caption')}>
        <thead>
          <tr>
            <Th>{t('humanRef')}</Th>
            <Th>{t('email')}</Th>
            <Th>{t('role')}</Th>
            <Th>{t('status')}</Th>
            <Th>{t('lastSeen')}</Th>
            <Th><span className="sr-only">{t('change')}</span></Th>
          </tr>
        </thead>
        <tbody>
          {view.staff.map((one) => (
            <tr key={one.staffId} className={one.status === 'disabled' ? 'text-ink-2' : undefined}>
              <Td className="font-semibold whitespace-nowrap">
                {one.humanRef} {one.isMe && <Tag>{t('me')}</Tag>}
              </Td>
              <Td>{one.email}</Td>
              <Td>
                {common(`role.${one.role}`)}
                {one.decidesFrom !== null && one.decidesFrom > view.now && (
                  <span className="block text-xs text-warn">{t('decidesFrom', { at: one.decidesFrom })}</span>
                )}
              </Td>
              <Td><Tag tone={one.status === 'active' ? 'good' : 'neutral'}>{t(one.status)}</Tag></Td>
              <Td className="whitespace-nowrap">{one.lastSignInAt === null ? t('never') : <Moment at={one.lastSignInAt} />}</Td>
              <Td>
                {one.status === 'active' && !one.isMe && (
                  <span className="flex flex-wrap justify-end gap-2">
                    <Button look="quiet" onClick={() => setChanging(one)} aria-label={`${t('change')} ${one.humanRef}`}>
                      {t('change')}
                    </Button>
                    <Button look="quiet" onClick={() => setDisabling(one)} aria-label={`${t('disable')} ${one.humanRef}`}>
                      {t('disable')}
                    </Button>
                  </span>
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {adding && <AddStaffDialog action={actions.addStaff} onClose={() => setAdding(false)} onDone={() => done(t('addedSay'))} />}
      {changing !== null && (
        <ChangeRoleDialog
          staff={changing}
          action={actions.changeRole}
          onClose={() => setChanging(null)}
          onDone={() => done(t('changedSay'))}
        />
      )}
      {disabling !== null && (
        <ConfirmDialog
          title={t('disableTitle', { human: disabling.humanRef })}
          text={t('disableText')}
          label={t('disableDo')}
          action={() => actions.disableStaff({ staffId: disabling.staffId })}
          onClose={() => setDisabling(null)}
          onDone={() => done(t('disabledSay'))}
        />
      )}
    </div>
  )
}
