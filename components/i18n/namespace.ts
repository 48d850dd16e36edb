import type { Messages } from 'next-intl'

/** A message namespace: the name of one file in `messages/<locale>/`. */
export type Namespace = keyof Messages
