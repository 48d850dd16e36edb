import { z } from 'zod'
import { parseSetting, settingText } from '#domain/settings/settings.ts'
import { actorLabel } from '../actor-label.ts'
import { command } from '../command.ts'
import { AppError } from '../errors.ts'
import { settingFault } from '../views/settings-inputs.ts'

export const SetSettingInput = z.object({ key: z.string().max(80), value: z.string().max(40) })

/** Changes one **[C]** of the domain book. Requests that are under way keep the dates they were given. */
export const setSetting = command({
  name: 'setting.set',
  permission: 'setting.set',
  input: SetSettingInput,
  async run({ input, actor, now, store }) {
    const parsed = parseSetting(input.key, input.value)
    if (!parsed.ok) {
      const field = parsed.reason === 'unknown_setting' ? 'key' : 'value'
      throw new AppError('invalid_input', parsed.reason, { fields: { [field]: settingFault[parsed.reason] } })
    }
    const before = settingText((await store.settings.all())[parsed.key])
    const value = settingText(parsed.value)
    await store.settings.set(parsed.key, value, now, actorLabel(actor))
    return {
      value: { key: parsed.key, value },
      events: [{ what: 'setting.changed', data: { setting: parsed.key, from: before.toLowerCase(), to: value.toLowerCase() } }],
    }
  },
})
