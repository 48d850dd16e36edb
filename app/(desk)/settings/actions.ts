'use server'
import { action } from '#server/next/action.ts'
import { addClient as addClientCommand } from '#usecases/client/add-client.ts'
import { revokeClient as revokeClientCommand } from '#usecases/client/revoke-client.ts'
import { setSetting as setSettingCommand } from '#usecases/setting/set-setting.ts'
import { addStaff as addStaffProcedure } from '#usecases/staff/add-staff.ts'
import { changeRole as changeRoleCommand } from '#usecases/staff/change-role.ts'
import { disableStaff as disableStaffCommand } from '#usecases/staff/disable-staff.ts'
import { checkSystem as checkSystemProcedure } from '#usecases/system/check-system.ts'
import { connectSystem as connectSystemProcedure } from '#usecases/system/connect-system.ts'
import { endDeputy as endDeputyCommand } from '#usecases/staff/end-deputy.ts'
import { nameDeputy as nameDeputyCommand } from '#usecases/staff/name-deputy.ts'

export const addStaff = action(addStaffProcedure)
export const changeRole = action(changeRoleCommand)
export const disableStaff = action(disableStaffCommand)
export const addClient = action(addClientCommand)
export const revokeClient = action(revokeClientCommand)
export const connectSystem = action(connectSystemProcedure)
export const checkSystem = action(checkSystemProcedure)
export const setSetting = action(setSettingCommand)
export const nameDeputy = action(nameDeputyCommand)
export const endDeputy = action(endDeputyCommand)
