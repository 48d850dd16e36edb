/** The name under which Rightsdesk's own data stands in every plan. */
export const ownSystem = 'rightsdesk'
