/** What every refused person may still do, wherever they live (domain book §6): message keys below `remedy.`. */
export const remediesForAll = ['complain_to_authority', 'object_to_desk', 'go_to_court'] as const
