/**
 * How long a one-time code, or a link in a call, lives, in ms; how often a code may be tried; how many codes and links
 * a call may send about a person; how many links may go to one contact within an hour.
 */
export const codeRules = { livesMs: 600_000, tries: 3, perCall: 5, linksPerHour: 5 } as const
