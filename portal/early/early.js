/**
 * Runs while the portal itself is still on its way: asks for the page's own files and answers at once, so that a thin line
 * is never idle. The build puts in which files each page has; answers wait in `window.lontarEarly` for client/request.ts, and
 * `window.lontarForm` names the files of the form for form/ahead.ts.
 */
const files = __FILES__
window.lontarForm = files.form.map((file) => `/${file}`)
const path = location.pathname
const service = /^\/layanan\/([^/]+)(\/ajukan)?$/.exec(path)
const page =
  (service && (service[2] ? 'apply' : 'service')) ||
  [
    ['track', /^\/lacak$/],
    ['verify', /^\/verifikasi\//],
    ['sign-in', /^\/masuk$/],
    ['cases', /^\/permohonan$/],
    ['case', /^\/permohonan\/[^/]+$/],
    ['correct', /^\/permohonan\/[^/]+\/perbaiki$/],
    ['messages', /^\/pesan$/],
    ['help', /^\/bantuan$/],
  ].find(([, pattern]) => pattern.test(path))?.[0]

for (const file of (page && files[page]) || []) {
  const link = document.createElement('link')
  const isScript = file.endsWith('.js')
  link.rel = isScript ? 'modulepreload' : 'preload'
  if (!isScript) link.as = 'style'
  link.crossOrigin = ''
  link.href = `/${file}`
  document.head.append(link)
}

const wanted = ['/api/regency', '/api/me']
if (path === '/') wanted.push('/api/services')
if (service) wanted.push(`/api/services/${service[1]}`)
if (page === 'verify') wanted.push(`/api/verify/${path.split('/')[2]}`)

let language = 'id'
try {
  language = localStorage.getItem('lontar.language') === 'en' ? 'en' : 'id'
} catch {}
const headers = { Accept: 'application/json', 'Accept-Language': language }
window.lontarEarly = new Map(
  wanted.map((address) => [address, fetch(address, { headers, credentials: 'same-origin' }).catch(() => null)]),
)
