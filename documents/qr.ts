import type { CanvasRect, Content } from 'pdfmake/interfaces.js'
import QRCode from 'qrcode'

/**
 * A QR code `side` points wide, a rectangle for each run of dark modules. Medium correction: a stamp or a fold over a
 * seventh of it does no harm. `quiet` is the white border in modules (ISO/IEC 18004 asks for 4 where no white surrounds it).
 */
export function qrContent(text: string, side: number, { quiet = 4 } = {}): Content {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const unit = side / (modules.size + 2 * quiet)
  const canvas: CanvasRect[] = [{ type: 'rect', x: 0, y: 0, w: side, h: side, color: '#ffffff', fillOpacity: 1 }]
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      let length = 0
      while (column + length < modules.size && modules.get(row, column + length)) length += 1
      if (length === 0) continue
      const place = { x: (column + quiet) * unit, y: (row + quiet) * unit }
      canvas.push({ type: 'rect', ...place, w: length * unit, h: unit, color: '#000000' })
      column += length
    }
  }
  return { canvas }
}
