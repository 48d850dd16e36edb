import { isAbsolute, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The absolute path of the file that a `file:` URL names. A relative one counts from the working directory;
 * the launcher makes it absolute before the server changes into its own folder.
 *
 * @throws Error on anything but a plain file: an in-memory database or parameters would bypass what is
 * asserted
 */
export function sqlitePath(url: string): string {
  if (!url.startsWith('file:')) throw new Error('a SQLite database is named by a file: URL')
  if (/[?#]/.test(url)) throw new Error('a SQLite URL takes no parameters')
  const path = url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length)
  if (path === '' || path.includes(':memory:')) throw new Error('a SQLite database must be a file')
  return isAbsolute(path) ? path : resolve(path)
}
