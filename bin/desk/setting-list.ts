import { settingText } from '#domain/settings/settings.ts'
import { listSettings } from '#usecases/setting/list-settings.ts'
import { operator, verb as declare } from '../cli/verb.ts'

/** As `setting set` takes it: yes and no for a flag. */
const typed = (value: string) => (value === 'true' || value === 'false' ? settingText(value === 'true') : value)

export const verb = declare({
  usage: '',
  summary: 'Lists every setting with its value, its default and what it means.',
  positionals: [],
  options: {},
  async run({ open }) {
    const { settings } = await (await open()).query(listSettings, {}, operator)
    return {
      json: {
        settings: settings.map(({ key, value, default: initial, unit, min, max }) => ({
          key, value: typed(value), default: typed(initial), unit, min, max,
        })),
      },
      lines: settings.map(({ key, value, default: initial, unit, meaning }) => {
        const changed = value === initial ? '' : ` (default ${typed(initial)})`
        return `${key} = ${typed(value)}${unit === 'flag' || unit === 'country' ? '' : ` ${unit}`}${changed}\n    ${meaning}`
      }),
    }
  },
})
