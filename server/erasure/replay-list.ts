import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { notFound } from '#usecases/errors.ts'
import type { Container } from '../container.ts'

/** One erasure that a restored backup has to hear of again (formats.md, replay list): tags and ids, no identifier. */
export interface ReplayLine {
  readonly subject_id: string
  readonly external_id_tag: string
  readonly tags: readonly { readonly type: string; readonly tag: string }[]
  readonly generation: number
  readonly scope: 'service' | 'account'
  readonly service: string | null
  readonly at: string
  readonly case_code: string
}

/** It lies beside the keys, outside the data directory, so that restoring a backup does not take it back. */
export const replayFile = (keysDirectory: string): string => path.join(keysDirectory, 'replay.jsonl')

/** The list as it is; empty where nobody was erased yet. */
export function readReplayList(keysDirectory: string): ReplayLine[] {
  const file = replayFile(keysDirectory)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as ReplayLine)
}

/**
 * Adds the people of a request, each once, and flushes to the disk before anything is erased. Somebody who was erased
 * by an earlier try has no identifiers left, and their line is there already.
 */
export async function recordReplay(desk: Container, requestId: string): Promise<void> {
  const { runtime, vault, config } = desk
  const known = new Set(readReplayList(config.keysDirectory).map((line) => `${line.case_code} ${line.subject_id}`))
  const lines = await runtime.unitOfWork.read(async (store) => {
    const stored = await store.requests.byId(requestId)
    if (stored === null) throw notFound('request')
    const { request } = stored
    const found: ReplayLine[] = []
    for (const { subjectId } of request.subjects) {
      if (known.has(`${request.caseCode} ${subjectId}`)) continue
      if ((await store.subjects.get(subjectId))?.status !== 'active') continue
      const identifiers = (await store.subjects.identifiers(subjectId)).filter((one) => one.heldTo === null)
      const tags = identifiers.map(({ type, value }) => ({ type, ...vault.registryTag(type, value) }))
      found.push({
        subject_id: subjectId,
        external_id_tag: hex(tags.find(({ type }) => type === 'account_id')?.tag),
        tags: tags.map(({ type, tag }) => ({ type, tag: hex(tag) })),
        generation: tags[0]?.generation ?? 1,
        scope: request.scope.scope,
        service: request.scope.scope === 'service' ? request.scope.service : null,
        at: new Date(runtime.clock.now()).toISOString(),
        case_code: request.caseCode,
      })
    }
    return found
  })
  append(replayFile(config.keysDirectory), lines)
}

const hex = (bytes: Uint8Array | undefined): string => (bytes === undefined ? '' : Buffer.from(bytes).toString('hex'))

function append(file: string, lines: readonly ReplayLine[]): void {
  if (lines.length === 0) return
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const handle = openSync(file, 'a', 0o600)
  try {
    writeSync(handle, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
