/** The inbox's order, and the API's default: least time left first. */
export const leastTimeLeft = { field: 'dueAt', order: 'ASC' } as const
