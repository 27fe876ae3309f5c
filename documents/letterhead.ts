import type { Content } from 'pdfmake/interfaces.js'
import { type Picture, pictureContent } from './picture.ts'

/**
 * Kop surat: the lines above the office's name ("PEMERINTAH KABUPATEN …"), the name, its address lines, the crest.
 */
export type Letterhead = { above: string[]; name: string; address: string[]; crest?: Picture }

const crestBox = { width: 62, height: 74 }

/** Crest at the left, lines centred beside it, and the double rule below. `scale` makes it smaller for smaller papers. */
export function letterheadContent(letterhead: Letterhead, width: number, scale = 1): Content {
  const { above, name, address, crest } = letterhead
  const box: [number, number] = [crestBox.width * scale, crestBox.height * scale]
  const lines: Content = {
    stack: [
      ...above.map((text) => ({ text, fontSize: scale * (above.length > 1 ? 12 : 13.5) })),
      { text: name, bold: true, fontSize: scale * sizeOf(name), margin: [0, 1, 0, 3] },
      ...address.map((text) => ({ text, fontSize: Math.max(7, scale * 8.5) })),
    ],
    alignment: 'center',
    lineHeight: 1.14,
  }
  return {
    stack: [
      {
        columns: crest
          ? [
              { width: box[0], stack: [pictureContent(crest, box, 'letterhead.crest')] },
              { width: '*', stack: [lines] },
              { width: box[0] / 2, text: '' },
            ]
          : [{ width: '*', stack: [lines] }],
        columnGap: 8 * scale,
      },
      {
        canvas: [
          { type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 2.2 * scale },
          { type: 'line', x1: 0, y1: 3.2 * scale, x2: width, y2: 3.2 * scale, lineWidth: 0.7 },
        ],
        margin: [0, 8 * scale, 0, 16 * scale],
      },
    ],
  }
}

/** Long names of offices are set smaller before they run over three lines. */
function sizeOf(name: string): number {
  if (name.length > 70) return 12.5
  return name.length > 44 ? 14 : 16
}
