/** To whom a call may be handed over: whoever is free. */
export const anybody = '*'
