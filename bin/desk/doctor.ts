import { verb as declare } from '../cli/verb.ts'
export const verb = declare({ usage: '', summary: 'x', positionals: [], options: {}, async run() { return { json: {}, lines: [] } } })
