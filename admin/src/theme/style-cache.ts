import createCache from '@emotion/cache'

/** Styles carry the server's nonce where the content security policy asks for one (Vite's `csp-nonce` meta tag). */
const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"], meta[name="csp-nonce"]')
const nonce = meta?.nonce || meta?.content || undefined

export const styleCache = createCache({ key: 'lontar', nonce, prepend: true })
