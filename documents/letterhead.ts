import type { Content } from 'pdfmake/interfaces.js'
import { type Picture, pictureContent } from './picture.ts'

/**
 * Kop surat: the lines above the office's name ("PEMERINTAH KABUPATEN …"), the name, its address lines, the crest. `width`
 * of the page's text in points.
 */
export type Letterhead = { above: string[]; name: string; address: string[]; crest?: Picture }

const crestBox: [number, number] = [62, 74]

/** Crest at the left, lines centred between it and an equal space at the right, and the double rule below. */
export function letterheadContent(letterhead: Letterhead, width: number): Content {
  const { above, name, address, crest } = letterhead
  const lines: Content = {
    stack: [
      ...above.map((text) => ({ text, fontSize: above.length > 1 ? 12 : 13.5 })),
      { text: name, bold: true, fontSize: sizeOf(name), margin: [0, 1, 0, 3] },
      ...address.map((text) => ({ text, fontSize: 8.5 })),
    ],
    alignment: 'center',
    lineHeight: 1.14,
  }
  const side = crest ? crestBox[0] : 0
  return {
    stack: [
      {
        columns: [
          crest
            ? { width: side, stack: [pictureContent(crest, crestBox, 'letterhead.crest')] }
            : { width: 0, text: '' },
          { width: '*', stack: [lines] },
          { width: side / 2, text: '' },
        ],
        columnGap: crest ? 8 : 0,
      },
      {
        canvas: [
          { type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 2.2 },
          { type: 'line', x1: 0, y1: 3.2, x2: width, y2: 3.2, lineWidth: 0.7 },
        ],
        margin: [0, 8, 0, 16],
      },
    ],
  }
}

/** Long names of offices are set smaller before they run over three lines. */
function sizeOf(name: string): number {
  if (name.length > 70) return 12.5
  return name.length > 44 ? 14 : 16
}
