import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Plugin, Rolldown } from 'vite'

const pages = ['service', 'apply', 'track', 'verify', 'sign-in', 'cases', 'case', 'correct', 'messages', 'help']

/** The modules of each page, and of the form alone: applying comes to it later, correcting shows it at once. */
const parts: Record<string, string[]> = {
  ...Object.fromEntries(pages.map((page) => [page, [`${page}-page.tsx`]])),
  correct: ['correct-page.tsx', 'answers-form.tsx'],
  form: ['answers-form.tsx'],
}

/** Writes `early.js` with the built names of each page's files, and puts it first into the page. */
export function earlyFiles(): Plugin {
  return {
    name: 'lontar-early-files',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const html = bundle['index.html']
        if (html?.type !== 'asset') throw new Error('the build made no index.html')
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const shell = filesOf(chunks, (chunk) => chunk.isEntry)
        const byPart = Object.fromEntries(
          Object.entries(parts).map(([part, modules]) => {
            const own = filesOf(chunks, ({ facadeModuleId }) =>
              modules.some((module) => facadeModuleId?.endsWith(`/${module}`)),
            )
            return [part, own.filter((file) => !shell.includes(file))]
          }),
        )
        const written = await readFile(fileURLToPath(new URL('./early.js', import.meta.url)), 'utf8')
        const source = written.replace('__FILES__', JSON.stringify(byPart))
        const fileName = `assets/early-${createHash('sha256').update(source).digest('base64url').slice(0, 8)}.js`
        this.emitFile({ type: 'asset', fileName, source })
        html.source = String(html.source).replace(
          '<script type="module"',
          `<script async type="module" src="/${fileName}"></script>\n    <script type="module"`,
        )
      },
    },
  }
}

/** The chunk that fits, everything it imports at once, and their styles. */
function filesOf(chunks: Rolldown.OutputChunk[], fits: (chunk: Rolldown.OutputChunk) => boolean): string[] {
  const files = new Set<string>()
  const visit = (chunk: Rolldown.OutputChunk | undefined) => {
    if (!chunk || files.has(chunk.fileName)) return
    files.add(chunk.fileName)
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style)
    for (const imported of chunk.imports) visit(chunks.find(({ fileName }) => fileName === imported))
  }
  const first = chunks.filter(fits)
  if (first.length === 0) throw new Error('a page that early.js names was not built')
  for (const chunk of first) visit(chunk)
  return [...files]
}
