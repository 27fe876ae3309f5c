import type { FileType } from './inspector.ts'

const endings: Record<FileType, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
}

/** A name fit to be shown and saved: no folders, no control or direction marks, at most 100 letters, the ending of its content. */
export function safeFileName(given: string, type: FileType): string {
  const base = (given.normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  return `${[...base].slice(0, 100).join('') || 'berkas'}.${endings[type]}`
}
