/**
 * What Lontar can ask of systems that are not its own: a `call` step names one of these. `needs` are answers of the form
 * without which the operation cannot be carried out; the pack's check looks for them.
 */
export const outsideOperations: Record<string, Record<string, { needs: readonly string[] }>> = {
  /** A person files in OSS by hand; OSS tells of the number it gave. */
  oss: { 'terbit-nib': { needs: ['kbli'] } },
  simbg: { 'terbit-pbg': { needs: [] } },
}
