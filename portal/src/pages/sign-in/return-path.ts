/** Where to go after signing in: only a path of this portal, never another site. */
export function returnPath(wanted: string | null): string {
  if (!wanted?.startsWith('/') || wanted.startsWith('//') || wanted.includes('\\')) return '/'
  return wanted
}

export const signInPath = (then: string) => `/masuk?lanjut=${encodeURIComponent(then)}`
