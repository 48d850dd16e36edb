'use client'
import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { ChangeRoleInput, DisableStaffInput, StaffLineView, StaffListView } from '#usecases/views/settings.ts'
import type { AddStaffForm } from '#usecases/views/settings-inputs.ts'
import { ConfirmDialog } from '#components/form/confirm-dialog.tsx'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import { AddStaffDialog } from './add-staff-dialog.tsx'
import { ChangeRoleDialog } from './change-role-dialog.tsx'
import { StaffTable } from './staff-table.tsx'

export interface StaffActions {
  addStaff: (input: AddStaffForm) => Promise<ActionResult<unknown>>
  changeRole: (input: ChangeRoleInput) => Promise<ActionResult<unknown>>
  disableStaff: (input: DisableStaffInput) => Promise<ActionResult<unknown>>
}

/** Which question is open: about nobody yet, or about one member of staff. */
type Asking = { what: 'add' } | { what: 'change' | 'disable'; staff: StaffLineView } | null

/** Who works here, in which role; changes take effect with the next click of whom they concern. */
export function StaffList({ view, actions }: { view: StaffListView; actions: StaffActions }) {
  const t = useTranslations('settings.staff')
  const router = useRouter()
  const [asking, setAsking] = useState<Asking>(null)
  useShortcut('n', t('add'), () => setAsking({ what: 'add' }))
  const close = () => setAsking(null)
  const done = (said: string) => {
    close()
    toast('good', said)
    router.refresh()
  }
  const people = new Set(view.staff.filter((one) => one.status === 'active').map((one) => one.humanRef)).size
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
        {t('title', { people, deciders: view.deciders })}
      </PageHeading>
      {view.deciders < 3 && <Callout tone="warn">{t('deciders')}</Callout>}
      <StaffTable
        view={view}
        onChange={(staff) => setAsking({ what: 'change', staff })}
        onDisable={(staff) => setAsking({ what: 'disable', staff })}
      />
      {asking?.what === 'add' && (
        <AddStaffDialog view={view} action={actions.addStaff} onClose={close} onDone={() => done(t('addedSay'))} />
      )}
      {asking?.what === 'change' && (
        <ChangeRoleDialog
          staff={asking.staff}
          view={view}
          action={actions.changeRole}
          onClose={close}
          onDone={() => done(t('changedSay', { human: asking.staff.humanRef }))}
        />
      )}
      {asking?.what === 'disable' && (
        <ConfirmDialog
          title={t('disableTitle', { human: asking.staff.humanRef })}
          text={t('disableText')}
          act={t('disableDo')}
          action={() => actions.disableStaff({ staffId: asking.staff.staffId })}
          onClose={close}
          onDone={() => done(t('disabledSay', { human: asking.staff.humanRef }))}
        />
      )}
    </div>
  )
}
