import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import { composeSchema } from './compose-schema.mjs'
import type { Provider } from './compose-schema.mjs'

type DiffTarget =
  | { tag: 'empty' }
  | { tag: 'schemaDatamodel'; files: { path: string; content: string }[] }

type SchemaEngine = {
  diff(params: {
    from: DiffTarget
    to: DiffTarget
    script: boolean
    exitCode: boolean
    filters: { externalTables: string[]; externalEnums: string[] }
  }): Promise<{ exitCode: number; stdout: string | null }>
}

type EngineBindings = {
  __wbg_set_wasm(wasm: WebAssembly.Exports): void
  SchemaEngine: { new: (options: object, log: () => void, adapter: object) => Promise<SchemaEngine> }
}

// Loading the module a second time into one process crashes it, so the start is remembered.
let bindings: Promise<EngineBindings['SchemaEngine']> | undefined

async function startBindings(): Promise<EngineBindings['SchemaEngine']> {
  const require = createRequire(import.meta.url)
  const entry = '@prisma/schema-engine-wasm/schema_engine_bg'
  const glue = (await import(entry)) as unknown as EngineBindings & WebAssembly.ModuleImports
  const wasmFile = require.resolve(entry).replace(/\.js$/, '.wasm')
  const { instance } = await WebAssembly.instantiate(readFileSync(wasmFile), { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start === 'function') start()
  return glue.SchemaEngine
}

/**
 * `diff` reads two texts and opens no database, but on PostgreSQL the engine first asks which version it
 * talks to. This stand-in answers that one question; column types are numbered as in driver-adapter-utils.
 */
function standIn(provider: Provider): object {
  const version = {
    columnNames: ['exists', 'version', 'numeric_version'],
    columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
    rows: [[true, 'PostgreSQL 15.0', 150000]],
  }
  const answer = <T>(value: T) => async () => ({ ok: true, value })
  const connection = {
    provider: provider === 'postgresql' ? 'postgres' : 'sqlite',
    adapterName: 'rightsdesk-schema-diff',
    errorRegistry: { consumeError: () => undefined },
    queryRaw: answer(version),
    executeRaw: answer(0),
    executeScript: answer(undefined),
    startTransaction: answer(undefined),
    dispose: answer(undefined),
  }
  return { ...connection, connect: answer(connection), connectToShadowDb: answer(connection) }
}

function target(models: string | null, provider: Provider): DiffTarget {
  if (models === null) return { tag: 'empty' }
  return { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: composeSchema(models, provider) }] }
}

/**
 * The SQL that leads from one set of models to another, written by Prisma's own schema engine without a
 * database. Development and tests only: the engine is a development dependency.
 *
 * @param from text of the earlier models, or null for an empty database
 * @param to text of the wanted models
 * @returns the migration script; an empty string when nothing differs
 */
export async function diffModels(from: string | null, to: string, provider: Provider): Promise<string> {
  bindings ??= startBindings()
  const SchemaEngine = await bindings
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, standIn(provider))
  const { exitCode, stdout } = await engine.diff({
    from: target(from, provider),
    to: target(to, provider),
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  })
  const script = exitCode === 0 ? '' : (stdout ?? '').trimEnd() + '\n'
  return provider === 'sqlite' ? withoutRowid(script) : script
}

/**
 * Small tables that are written while somebody waits: on SQLite they are kept by their primary key alone, which spares
 * each row a second page to write and to make durable. Not for what is append-only: its guards know rowids.
 */
const BY_KEY_ALONE = ['audit_unsealed', 'audit_salt', 'call_subject']

function withoutRowid(script: string): string {
  return script.replace(/^CREATE TABLE "(?:new_)?(\w+)" \([\s\S]*?\n\)(?=;)/gm, (statement, table: string) =>
    BY_KEY_ALONE.includes(table) ? `${statement} WITHOUT ROWID` : statement,
  )
}
