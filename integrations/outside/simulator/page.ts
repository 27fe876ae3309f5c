import type { Express } from 'express'
import express from 'express'
import helmet from 'helmet'
import type { Faults } from './faults.ts'

const stylesheet = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; --quiet: #5c6670; --line: #d8dde2; --link: #0b5cad }
@media (prefers-color-scheme: dark) { :root { --quiet: #a2adb8; --line: #39424b; --link: #7db8f2 } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 46rem; padding: 1rem }
h1 { font-size: 1.35rem } h2 { font-size: 1.1rem; margin-top: 2rem }
form { margin: .5rem 0 } label { display: block; margin: .5rem 0 }
input, select, button { font: inherit; min-height: 44px; padding: .4rem .8rem; max-width: 100% }
input[type=text] { width: 100% }
button { cursor: pointer }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
ul { list-style: none; padding: 0 } li { border-bottom: 1px solid var(--line); padding: .75rem 0; overflow-wrap: anywhere }
.quiet { color: var(--quiet) }
.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end }
`

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escaped = (text: unknown) => String(text ?? '').replaceAll(/[&<>"']/g, (each) => entities[each] ?? each)

/** A page of the other side, on which a person of the demonstration plays it. */
export function playPage(title: string, faults: Faults, content: string): string {
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/style.css"></head>
<body><main><h1>${escaped(title)}</h1>
<p class="quiet">Tiruan untuk peragaan: berbicara seperti sistem aslinya, dan tidak mengikat siapa pun.</p>
${content}
<h2>Gangguan</h2>
<form method="post" action="/gangguan" class="row">
<input type="hidden" name="maintenance" value="${faults.maintenance ? 'tidak' : 'ya'}">
<p>${faults.maintenance ? 'Sedang pemeliharaan: semua permintaan dijawab 503.' : 'Sistem berjalan biasa.'}</p>
<button>${faults.maintenance ? 'Buka kembali' : 'Tutup untuk pemeliharaan'}</button></form>
</main></body></html>`
}

/** The frame of such pages: style, headers, and the switch for maintenance. Forms come as `request.body`. */
export function openPlay(app: Express, faults: Faults): void {
  app.disable('x-powered-by')
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      strictTransportSecurity: false,
    }),
  )
  app.get('/style.css', (_request, response) => void response.type('css').send(stylesheet))
  app.post('/gangguan', express.urlencoded({ extended: false }), (request, response) => {
    faults.maintenance = request.body?.maintenance === 'ya'
    response.redirect(303, '/')
  })
}
