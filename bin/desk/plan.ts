import { parseCaseCode } from '#domain/request/case-code.ts'
import { showPlan } from '#usecases/plan/show-plan.ts'
import { operator, UsageError, verb as declare } from '../cli/verb.ts'

export const verb = declare({
  usage: '<case_code>',
  summary: 'Shows what a case’s erasure would do in every system, by row count. The read is written down.',
  positionals: ['case_code'],
  options: {},
  async run({ args: [typed = ''], open }) {
    const caseCode = parseCaseCode(typed)
    if (caseCode === null) throw new UsageError(`"${typed}" is no case code`)
    const { state, frozen, plan } = await showPlan.run(await open(), { caseCode }, operator)
    if (plan === null) return { json: { case_code: caseCode, state, frozen, plan: null }, lines: ['this case erases nothing'] }
    return {
      json: { case_code: caseCode, state, frozen, ...plan },
      lines: [
        `case ${caseCode}: ${state}${frozen ? ', the plan is frozen' : ''}`,
        `plan ${plan.hash}`,
        `mark: ${plan.mark.mark}`,
        ...plan.systems.flatMap((system) => [
          `${system.name} (${system.role})`,
          ...system.collections.map((one) => `  ${one.collection.padEnd(28)} delete ${one.delete}, mask ${one.mask}, keep ${one.keep}`),
          ...system.problems.map(({ key, params }) => `  ! ${key}: ${params.place}`),
        ]),
      ],
    }
  },
})
