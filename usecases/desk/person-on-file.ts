import type { PersonOnFile } from '../person/masked-person.ts'
import type { Store } from '../ports/store.ts'

/** What is on file of a subject now; null for one who was erased, who looks like one who never was. */
export async function personOnFile(store: Store, subjectId: string): Promise<PersonOnFile | null> {
  const subject = await store.subjects.get(subjectId)
  if (subject === null || subject.status !== 'active') return null
  const [name, bornOn, identifiers] = await Promise.all([
    store.subjects.field(subjectId, 'name'),
    store.subjects.field(subjectId, 'born_on'),
    store.subjects.identifiers(subjectId),
  ])
  return { subject, name, bornOn, identifiers }
}
