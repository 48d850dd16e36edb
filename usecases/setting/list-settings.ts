import { z } from 'zod'
import { settingDefinitions, settingKeys, type SettingDefinition } from '#domain/settings/settings.ts'
import { query } from '../query.ts'
import { settingHistory } from './setting-history.ts'
import type { SettingListView } from '../views/settings.ts'

/** Every setting with its bounds and who changed it when, by what the log says. */
export const listSettings = query({
  name: 'setting.list',
  permission: 'setting.list',
  input: z.object({}),
  async run({ now, store }): Promise<SettingListView> {
    const settings = await store.settings.all()
    const history = await settingHistory(store)
    const changes = new Map((await store.settings.changes()).map((change) => [change.key, change]))
    return {
      now,
      settings: settingKeys.map((key) => {
        const definition: SettingDefinition = settingDefinitions[key]
        const change = changes.get(key)
        return {
          key,
          meaning: definition.meaning,
          unit: definition.unit,
          value: String(settings[key]),
          default: String(definition.initial),
          min: 'min' in definition ? definition.min : null,
          max: 'max' in definition ? definition.max : null,
          changed: change === undefined ? null : { at: change.at, by: change.by },
          history: history.get(key) ?? [],
        }
      }),
    }
  },
})
