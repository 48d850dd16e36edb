/** The notice that carries the link to a copy. */
export const copyTemplate = 'copy_ready'
