import { join } from 'node:path'

/**
 * The environment of the demo's desk in a folder: its database, its keys, and where it answers.
 *
 * @param {string} folder
 * @param {{ databaseUrl?: string | undefined, port?: string | undefined }} [more]  another database than the folder's
 *   own; the port where it answers, for whoever starts it
 */
export function deskIn(folder, { databaseUrl, port } = {}) {
  const data = join(folder, 'data')
  return {
    ...process.env,
    ...(port !== undefined && { HOST: '127.0.0.1', PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}` }),
    DATABASE_URL: databaseUrl ?? `file:${join(data, 'rightsdesk.db')}`,
    RIGHTSDESK_DATA: data,
    RIGHTSDESK_KEYS: join(folder, 'keys'),
    RIGHTSDESK_DEMO: '1',
  }
}
