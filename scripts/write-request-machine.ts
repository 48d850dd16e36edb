/** Writes docs/request-machine.md anew from the table. */

import { writeFileSync } from 'node:fs'
import { requestMachineDoc } from '#domain/request/table-doc.ts'

writeFileSync(new URL('../docs/request-machine.md', import.meta.url), requestMachineDoc())
