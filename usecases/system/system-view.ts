import { parseDataset } from '#domain/erasure/dataset.ts'
import { parsePolicy } from '#domain/erasure/parse-policy.ts'
import { defaultPolicy } from '#domain/erasure/policy.ts'
import type { SystemCheck, SystemRecord } from '../ports/system-store.ts'
import type { SystemCheckView, SystemLineView } from '../views/settings.ts'
import { placeOf } from './kind-of-address.ts'

/** What a check of a system found, as the screen and the command line say it. */
export const checkView = ({ at, answer }: SystemCheck): SystemCheckView => ({
  at,
  ok: answer.ok,
  problems: answer.problems.map(({ code, collection, field }) => ({
    key: code,
    params: { place: field === null ? collection : `${collection}.${field}` },
  })),
  rows: answer.collections.map(({ name, counts }) => ({
    collection: name, delete: counts.delete, mask: counts.mask, keep: counts.keep,
  })),
})

/** One connected system, without its address: that may carry a password. */
export const systemLine = (system: SystemRecord): SystemLineView => ({
  name: system.name,
  kind: system.kind,
  role: system.role,
  datasets: [...new Set(parseDataset(system.dataset).collections.map((collection) => collection.dataset))],
  policyVersion: String(system.policy.trim() === '' ? defaultPolicy.version : parsePolicy(system.policy).version),
  where: placeOf(system.url),
  lastCheck: system.lastCheck === null ? null : checkView(system.lastCheck),
})
