import { join, resolve } from 'node:path'
import { root } from './root.mjs'

/**
 * The environment of the web and worker processes, from the one we were started with. Every path becomes
 * absolute: the web process runs in the build's folder, where a relative database would be lost at the next
 * build.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {NodeJS.ProcessEnv & { HOSTNAME: string, PORT: string, PUBLIC_URL: string, RIGHTSDESK_DATA: string,
 *   RIGHTSDESK_KEYS: string, DATABASE_URL: string }}
 */
export function deskEnvironment(env) {
  const host = env.HOST || '127.0.0.1'
  const port = env.PORT || '3000'
  const anyAddress = host === '0.0.0.0' || host === '::'
  const publicUrl = env.PUBLIC_URL || `http://${anyAddress ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`
  const data = resolve(root, env.RIGHTSDESK_DATA || 'data')
  const url = env.DATABASE_URL || `file:${join(data, 'rightsdesk.db')}`
  return {
    ...env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    // Containers set HOSTNAME to their own name: only HOST, which a person set, decides where to listen.
    HOSTNAME: host,
    PORT: port,
    PUBLIC_URL: publicUrl,
    NEXTAUTH_URL: publicUrl,
    RIGHTSDESK_DATA: data,
    RIGHTSDESK_KEYS: resolve(root, env.RIGHTSDESK_KEYS || 'keys'),
    RIGHTSDESK_MIGRATIONS: join(root, 'prisma', 'migrations'),
    DATABASE_URL: url.startsWith('file:') ? `file:${resolve(root, url.slice('file:'.length))}` : url,
    ...absolute(env, 'RIGHTSDESK_SYSTEMS'),
    ...absolute(env, 'RIGHTSDESK_CLOCK_FILE'),
  }
}

/**
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} name
 */
function absolute(env, name) {
  const path = env[name]
  return path ? { [name]: resolve(root, path) } : {}
}
