import { faultsOf, FileFault } from './file-fault.ts'
import type { Policy } from './policy.ts'
import { policyFileSchema } from './policy-schema.ts'
import { readYaml } from './read-yaml.ts'

/**
 * Reads a policy file. The first rule that fits wins, so order matters.
 *
 * @throws FileFault with every place that can not be read
 */
export function parsePolicy(text: string): Policy {
  const parsed = policyFileSchema.safeParse(readYaml('policy', text))
  if (!parsed.success) throw new FileFault('policy', faultsOf(parsed.error))
  return parsed.data
}
