/**
 * A data category of the fideslang taxonomy: dotted segments, the more special the longer (`user.contact.email`).
 * `prefix` covers itself and everything below it, by whole segments: `user.contact` covers `user.contact.email`
 * and not `user.contacts`.
 */
export function isBelow(category: string, prefix: string): boolean {
  return category === prefix || category.startsWith(`${prefix}.`)
}

/** True for data about a person: `user` and everything below it. */
export function isPersonal(categories: readonly string[]): boolean {
  return categories.some((category) => isBelow(category, 'user'))
}
