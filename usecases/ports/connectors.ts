import type { Connector } from './connector.ts'
import type { SystemRecord } from './system-store.ts'

/** Reaches connected systems, and those that are about to be connected. */
export interface Connectors {
  /** The connector of a system as it is described here. @throws FileFault for a dataset or policy that is none */
  over(system: SystemRecord): Connector
  /** The connector of a system on file; null where there is none of this name. */
  of(name: string): Promise<Connector | null>
  /** The code of a system's own fault; null for a fault of ours. */
  faultCode(fault: unknown): string | null
}
