import { setSetting } from '#usecases/setting/set-setting.ts'
import { operator, verb as declare } from '../cli/verb.ts'

export const verb = declare({
  usage: '<key> <value>',
  summary: 'Changes a setting; the change is written to the log.',
  positionals: ['key', 'value'],
  options: {},
  async run({ args: [key, value], open }) {
    const changed = await (await open()).command(setSetting, { key, value }, operator)
    return { json: changed, lines: [`${changed.key} = ${changed.value}`] }
  },
})
