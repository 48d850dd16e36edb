import type { Connector } from '#usecases/ports/connector.ts'
import { openPostgresSession, type PostgresPlace } from './postgres-session.ts'
import { sqlConnector, type SqlSystem } from './sql-connector.ts'
import { sqlitePlace, type SqlitePlaces } from './sqlite-place.ts'
import { openSqliteSession } from './sqlite-session.ts'

/**
 * A SQLite file as a system. Where it may lie is asked at every call, since a link can change between two.
 *
 * @param file  absolute path
 */
export function sqliteConnector(system: SqlSystem, file: string, places: SqlitePlaces): Connector {
  return sqlConnector(system, async () => openSqliteSession(sqlitePlace(file, places)))
}

/** A PostgreSQL database as a system. */
export function postgresConnector(system: SqlSystem, place: PostgresPlace): Connector {
  return sqlConnector(system, () => openPostgresSession(place))
}
