import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { container } from '#server/container.ts'
import { keyAges, publicKeySha256 } from '#server/keys/key-ages.ts'
import { readForPage } from '#server/next/page.ts'
import { listKeys } from '#usecases/key/list-keys.ts'
import { KeyRoom } from './_components/key-room.tsx'

export default async function KeysPage() {
  const { config, vault } = await container()
  const keys = keyAges(config.keysDirectory)
  const view = await readForPage(listKeys, { keys, logKeySha256: publicKeySha256(vault.signer()) })
  return (
    <ClientMessages namespaces={['keys', 'shell']}>
      <KeyRoom view={view} />
    </ClientMessages>
  )
}
