import { openDatabase } from '../db/client.ts'
import { createKeyFiles, hasKeys, KeyFault } from './key-files.ts'

/**
 * Makes the keys of a new installation if there are none. The database must be migrated, and empty: data that was
 * written under other keys could not be read under new ones, and nobody who was erased would be known again.
 *
 * @returns whether keys were made
 * @throws KeyFault when the database holds something already
 */
export async function ensureFirstKeys({ databaseUrl, keysDirectory }: { databaseUrl: string; keysDirectory: string }) {
  if (hasKeys(keysDirectory)) return false
  const database = await openDatabase({ url: databaseUrl })
  try {
    const { prisma } = database
    const inUse = (await prisma.staff.count()) + (await prisma.subject.count()) + (await prisma.registryEntry.count())
    if (inUse > 0) {
      throw new KeyFault('the keys of this database are missing: put them back, or point RIGHTSDESK_KEYS at them')
    }
  } finally {
    await database.close()
  }
  createKeyFiles(keysDirectory)
  return true
}
