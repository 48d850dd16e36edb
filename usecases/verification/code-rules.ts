/** How long a one-time code lives, in ms; how often it may be tried; how many a call may send about a person. */
export const codeRules = { livesMs: 600_000, tries: 3, perCall: 5 } as const
