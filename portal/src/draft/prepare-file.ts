import { shrinkPhoto, UnreadablePhoto } from '../../../screens/shrink-photo.ts'

export type FileRules = { types: string[]; maxBytes: number }
export type Refusal = 'wrong-type' | 'too-large' | 'unreadable'
export type Prepared = { blob: Blob; name: string; type: string }

/** Makes a chosen file ready to be sent: photos shrunk to JPEG, PDFs untouched; or says why it cannot be taken. */
export async function prepareFile(file: File, rules: FileRules): Promise<Prepared | Refusal> {
  const isPhoto = file.type.startsWith('image/')
  if (isPhoto && rules.types.includes('image/jpeg')) {
    try {
      const blob = await shrinkPhoto(file, rules.maxBytes)
      if (blob.size > rules.maxBytes) return 'too-large'
      return { blob, name: jpegName(file.name), type: 'image/jpeg' }
    } catch (error) {
      if (error instanceof UnreadablePhoto) return 'unreadable'
      throw error
    }
  }
  if (!rules.types.includes(file.type)) return 'wrong-type'
  if (file.size > rules.maxBytes) return 'too-large'
  return { blob: file, name: file.name, type: file.type }
}

/** Photos of a camera are called by date and place at times: only the ending is kept of an unhelpful name. */
const jpegName = (name: string) => `${name.replace(/\.[^.]*$/, '') || 'foto'}.jpg`
