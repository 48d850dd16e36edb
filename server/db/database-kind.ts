export type DatabaseKind = 'sqlite' | 'postgresql'

/** Which database a URL names. @throws Error on any other */
export function databaseKind(url: string): DatabaseKind {
  if (url.startsWith('file:')) return 'sqlite'
  if (/^postgres(ql)?:\/\//.test(url)) return 'postgresql'
  throw new Error('DATABASE_URL must begin with file: or postgresql://')
}
