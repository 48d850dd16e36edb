/** Every guard of the table by its name. A guard returns null to let pass, or the reason of its refusal. */

import { clockGuards } from './guards-clock.ts'
import { decisionGuards } from './guards-decision.ts'
import { intakeGuards } from './guards-intake.ts'
import { pauseGuards } from './guards-pause.ts'
import { workGuards } from './guards-work.ts'
import type { StepContext } from './context.ts'
import type { RefusalCode } from './explain.ts'

export type Guard = (c: StepContext) => RefusalCode | null

export const guards = {
  ...intakeGuards,
  ...decisionGuards,
  ...workGuards,
  ...clockGuards,
  ...pauseGuards,
} as const satisfies Record<string, Guard>

export type GuardName = keyof typeof guards
