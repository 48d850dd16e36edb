'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { roles, type Role } from '#domain/access/actor-kinds.ts'
import type { StaffLineView, StaffListView } from '#usecases/views/settings.ts'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useAction } from '#components/form/use-action.ts'
import { Callout } from '#components/ui/callout.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { RoleEffect } from './role-effect.tsx'
import type { StaffActions } from './staff-list.tsx'

/** Another role for somebody: what they lose, what they get, and when. The present one can not be chosen. */
export function ChangeRoleDialog({
  staff, view, action, onClose, onDone,
}: {
  staff: StaffLineView
  view: StaffListView
  action: StaffActions['changeRole']
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('settings.staff')
  const common = useTranslations('common')
  const [role, setRole] = useState<Role | null>(null)
  const change = useAction(action, { quiet: true, onDone })
  const submit = async (event?: React.BaseSyntheticEvent) => {
    event?.preventDefault()
    if (role !== null) await change.run({ staffId: staff.staffId, role })
  }
  return (
    <CommandDialog
      command={{ ...change, submit }} title={t('changeTitle', { human: staff.humanRef })} text={t('changeText')}
      act={t('changeDo')} locked={role === null} onClose={onClose}
    >
      <RadioGroup
        legend={t('role')}
        name="role"
        value={role}
        onChange={(event) => setRole(roles.find((one) => one === event.target.value) ?? null)}
        options={roles.map((one) => ({
          value: one,
          label: common(`role.${one}`),
          disabled: one === staff.role,
          ...(one === staff.role && { hint: t('present') }),
        }))}
      />
      {role !== null && <RoleEffect role={role} now={view.now} graceHours={view.graceHours} />}
      {role !== null && staff.role === 'supervisor' && <Callout tone="warn">{t('effectLost')}</Callout>}
    </CommandDialog>
  )
}
