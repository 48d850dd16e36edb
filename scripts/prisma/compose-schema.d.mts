export type Provider = 'sqlite' | 'postgresql'
export const PROVIDERS: readonly Provider[]
export function composeSchema(models: string, provider: Provider): string
