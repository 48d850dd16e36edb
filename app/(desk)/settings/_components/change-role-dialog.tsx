'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { roles, type Role } from '#domain/access/actor-kinds.ts'
import type { StaffLineView } from '#usecases/views/settings.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useAction } from '#components/form/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import type { StaffActions } from './staff-list.tsx'

/** Another role for somebody; the present one is shown and not among the choices. */
export function ChangeRoleDialog({
  staff, action, onClose, onDone,
}: {
  staff: StaffLineView
  action: StaffActions['changeRole']
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('settings.staff')
  const common = useTranslations('common')
  const [role, setRole] = useState<Role | null>(null)
  const change = useAction(action, { quiet: true, onDone })
  return (
    <Dialog open onOpenChange={onClose} title={t('changeTitle', { human: staff.humanRef })} description={t('changeText')}>
      <div className="grid gap-4">
        <RadioGroup
          legend={t('role')}
          name="role"
          value={role}
          onChange={(event) => setRole(roles.find((one) => one === event.target.value) ?? null)}
          options={roles.map((one) => ({ value: one, label: common(`role.${one}`), disabled: one === staff.role }))}
        />
        <FormProblem>{change.problem}</FormProblem>
        <DialogButtons>
          <Button
            look="primary"
            disabled={role === null}
            pending={change.pending}
            onClick={() => role !== null && void change.run({ staffId: staff.staffId, role })}
          >
            {t('changeDo')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </div>
    </Dialog>
  )
}
