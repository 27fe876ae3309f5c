/** A file ends here: whoever wants more asks for a smaller part. */
export const exportLimit = 10_000
