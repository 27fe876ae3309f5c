import pdfmake from 'pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { fontFamily, prepareFonts } from './fonts.ts'
import { LetterError } from './letter-error.ts'

export type PdfMetadata = { title: string; author: string; subject: string; language: 'id' | 'en'; createdAt: Date }

/** Lays out and writes a PDF. The same content and metadata give the same bytes. */
export async function makePdf(definition: TDocumentDefinitions, metadata: PdfMetadata): Promise<Uint8Array> {
  prepareFonts()
  const document = pdfmake.createPdf({
    ...definition,
    version: '1.7',
    language: metadata.language,
    displayTitle: true,
    info: {
      title: metadata.title,
      author: metadata.author,
      subject: metadata.subject,
      creator: 'Lontar',
      producer: 'Lontar',
      creationDate: metadata.createdAt,
      modDate: metadata.createdAt,
    },
    defaultStyle: { font: fontFamily, fontSize: 11, lineHeight: 1.12, ...definition.defaultStyle },
  })
  return new Uint8Array(await document.getBuffer().catch(unreadable))
}

/** pdfmake finds out late that a picture's bytes are none. */
function unreadable(error: unknown): never {
  if (error instanceof Error && /image/i.test(error.message))
    throw new LetterError('bad-value', 'pictures', 'hold one that cannot be read')
  throw error
}
