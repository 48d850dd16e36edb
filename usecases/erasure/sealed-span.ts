/** Sealed material of a case that nobody finishes ends after this long, in ms; a finished case ends it at once. */
export const sealedMs = 400 * 86_400_000
