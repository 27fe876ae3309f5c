const here = 'https://portal.invalid'

/**
 * Where to go after signing in: only a path of this portal, never another site. It is read as a browser reads it, which
 * drops tabs and line ends and takes `\\` for `/`.
 */
export function returnPath(wanted: string | null): string {
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, here)) return '/'
  const { origin, pathname, search, hash } = new URL(wanted, here)
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/'
}

export const signInPath = (then: string) => `/masuk?lanjut=${encodeURIComponent(then)}`
