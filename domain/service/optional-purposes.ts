/** What of a service says which of its purposes can be taken back without leaving it. */
export interface PurposesOfService {
  readonly key: string
  readonly restsOn: string
  readonly purposes: readonly string[]
}

/** Whether somebody can say no to a purpose and nothing else changes: no service rests on it (domain book §5.3). */
export const isOptional = (purpose: string, services: readonly PurposesOfService[]): boolean =>
  services.some(({ purposes }) => purposes.includes(purpose)) && !services.some(({ restsOn }) => restsOn === purpose)

/** Every purpose that any service names, once, in their order. */
export const purposesOf = (services: readonly PurposesOfService[]): string[] => [
  ...new Set(services.flatMap(({ purposes }) => purposes)),
]
