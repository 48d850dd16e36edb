import { parseDataset } from '#domain/erasure/dataset.ts'
import { parsePolicy } from '#domain/erasure/parse-policy.ts'
import { defaultPolicy } from '#domain/erasure/policy.ts'
import type { Connector } from '#usecases/ports/connector.ts'
import type { SystemRecord } from '#usecases/ports/system-store.ts'
import type { Config } from '../config.ts'
import { sqlitePath } from '../db/sqlite/location.ts'
import type { OnPoint } from '../connectors/erase-rows.ts'
import { postgresConnector, sqliteConnector } from '../connectors/open-connector.ts'
import type { Vault } from '../keys/vault.ts'

/** A statement of a system that takes longer is given up; the task is tried again. */
const statementTimeoutMs = 60_000

/** What a test may watch or break: called before and after each statement of an erasure. */
export interface ConnectorOptions {
  readonly onPoint?: OnPoint
}

/**
 * Opens the connector of one system as it is described. SQLite systems may live below one folder alone, and never be
 * our own data or keys.
 *
 * @throws FileFault for a dataset or policy that can not be read
 */
export function connectorOf(
  config: Config,
  vault: Vault,
  system: SystemRecord,
  options: ConnectorOptions = {},
): Connector {
  const described = {
    name: system.name,
    role: system.role,
    dataset: parseDataset(system.dataset),
    policy: system.policy.trim() === '' ? defaultPolicy : parsePolicy(system.policy),
    pseudonymKey: vault.keyedHash('pseudonym', system.id),
    ...(options.onPoint === undefined ? {} : { onPoint: options.onPoint }),
  }
  if (system.kind === 'postgresql') {
    return postgresConnector(described, { url: system.url, statementTimeout: statementTimeoutMs })
  }
  return sqliteConnector(described, sqlitePath(system.url), {
    allowed: [config.systemsDirectory],
    ours: [config.dataDirectory, config.keysDirectory, ...ownFile(config)],
  })
}

/** Our own database may be told to lie anywhere, also among the systems. */
const ownFile = ({ databaseUrl }: Config): string[] => (databaseUrl.startsWith('file:') ? [sqlitePath(databaseUrl)] : [])
