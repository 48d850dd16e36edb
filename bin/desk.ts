import { runDesk } from './cli/run-desk.ts'

process.exitCode = await runDesk(process.argv.slice(2))
