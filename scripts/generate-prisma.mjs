// Composes prisma/generated/{sqlite,postgresql}.prisma and generates both clients, offline.
// Skipped when neither the models, this script, the composer nor Prisma's version changed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { composeSchema, PROVIDERS } from './prisma/compose-schema.mjs'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'prisma', 'generated')
const stampFile = join(folder, 'stamp')

/** @param {string} provider */
const clientFolder = (provider) => join(root, 'server', 'db', 'generated', provider)

function fingerprint() {
  const hash = createHash('sha256')
  const inputs = [
    'prisma/models.prisma',
    'scripts/generate-prisma.mjs',
    'scripts/prisma/compose-schema.mjs',
    'node_modules/prisma/package.json',
  ]
  for (const input of inputs) {
    hash.update(input).update('\0').update(readFileSync(join(root, input))).update('\0')
  }
  return hash.digest('hex')
}

/** @param {string} wanted */
function isCurrent(wanted) {
  const clientsExist = PROVIDERS.every((provider) => existsSync(join(clientFolder(provider), 'client.ts')))
  return clientsExist && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted
}

/**
 * @param {string} schemaFile
 * @returns {Promise<void>}
 */
function prismaGenerate(schemaFile) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(root, 'node_modules', 'prisma', 'build', 'index.js'), 'generate', '--no-hints', '--schema', schemaFile],
      {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          // `generate` insists on an engine binary that it never runs; any existing file satisfies it.
          PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
          PRISMA_HIDE_UPDATE_MESSAGE: '1',
          CHECKPOINT_DISABLE: '1',
        },
      },
    )
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`prisma generate failed for ${schemaFile}\n${output}`))
    })
  })
}

/**
 * Generates both Prisma clients when their inputs changed.
 * @returns {Promise<boolean>} whether anything was generated
 */
export async function generatePrisma() {
  const wanted = fingerprint()
  if (isCurrent(wanted)) return false
  const models = readFileSync(join(root, 'prisma', 'models.prisma'), 'utf8')
  mkdirSync(folder, { recursive: true })
  rmSync(stampFile, { force: true })
  const schemaFiles = PROVIDERS.map((provider) => {
    const schemaFile = join(folder, `${provider}.prisma`)
    writeFileSync(schemaFile, composeSchema(models, provider))
    return schemaFile
  })
  await Promise.all(schemaFiles.map(prismaGenerate))
  writeFileSync(stampFile, wanted)
  return true
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const generated = await generatePrisma()
  console.log(generated ? 'database clients generated' : 'database clients are up to date')
}
