/** A long number of a document, allowed to break after its slashes and nowhere else. */
export const breakable = (number: string): string => number.replaceAll('/', '/\u200b')
