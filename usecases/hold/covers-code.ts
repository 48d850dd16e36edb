/** What a hold covers as a code of the log: `everything`, `service.<key>`, `systems.<name>.<name>`. */
export const coversCode = (covers: string): string => covers.replaceAll(/[:,]/g, '.')
