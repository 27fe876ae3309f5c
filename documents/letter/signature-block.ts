import type { Content } from 'pdfmake/interfaces.js'
import type { SignatureBlock } from '../../domain/letter.ts'
import { qrContent } from '../qr.ts'
import { fill, fillLines, printable, type Scope } from './scope.ts'

/** Where the QR leads, and the words beside it ("Ditandatangani secara elektronik …"). */
export type Verification = { url: string; caption?: string }

const blockWidth = 264
const qrSide = 76

/** Place and date, position, QR, name, rank: at the right, always whole on one page. */
export function signatureContent(block: SignatureBlock, scope: Scope, verification: Verification): Content {
  const qr = qrContent(verification.url, qrSide, { quiet: 2 })
  const stack: Content[] = [
    ...fillLines(block.above, scope).map((text) => ({ text })),
    ...fillLines(block.position, scope).map((text) => ({ text, bold: true })),
    ...mandateLine(scope),
    {
      columns: [
        { width: qrSide, stack: [qr] },
        {
          width: '*',
          text: verification.caption ?? '',
          fontSize: 8,
          color: '#444444',
          lineHeight: 1.2,
          margin: [0, 22, 0, 0],
        },
      ],
      columnGap: 6,
      margin: [0, 4, 0, 4],
    },
    { text: fill(block.name, scope), bold: true },
    ...fillLines(block.below, scope).map((text) => ({ text })),
  ]
  return {
    columns: [
      { width: '*', text: '' },
      { width: blockWidth, stack },
    ],
    unbreakable: true,
    margin: [0, 10, 0, 8],
  }
}

/** Whoever signs for somebody says by which letter: no template can leave it out. */
function mandateLine({ data }: Scope): Content[] {
  const mandate = data.signer?.mandate
  return mandate ? [{ text: printable(mandate, 'signer.mandate'), fontSize: 9, margin: [0, 1, 0, 0] }] : []
}
