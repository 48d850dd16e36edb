import type { Connectors } from '#usecases/ports/connectors.ts'
import { ConnectorFault } from '../connectors/connector-fault.ts'
import type { Container } from '../container.ts'
import { connectorOf } from './connector-of.ts'

/** The connectors of this installation, for use cases that go outside between two commands. */
export function connectorsOver({ runtime, config, vault }: Pick<Container, 'runtime' | 'config' | 'vault'>): Connectors {
  return {
    over: (system) => connectorOf(config, vault, system),
    async of(name) {
      const record = await runtime.unitOfWork.read((store) => store.systems.byName(name))
      return record && connectorOf(config, vault, record)
    },
    faultCode: (fault) => (fault instanceof ConnectorFault ? fault.code : null),
  }
}
