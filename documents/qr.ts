import QRCode from 'qrcode'

/**
 * A QR code as SVG, modules as filled runs so that no viewer shows seams. Medium correction: a stamp or a fold over a
 * seventh of it does no harm. `quiet` is the white border in modules (ISO/IEC 18004 asks for 4).
 */
export function qrSvg(text: string, { quiet = 4 } = {}): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * quiet
  let path = ''
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue
      let length = 1
      while (column + length < modules.size && modules.get(row, column + length)) length += 1
      path += `M${column + quiet} ${row + quiet}h${length}v1h-${length}z`
      column += length
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path fill="#000000" d="${path}"/></svg>`
}
