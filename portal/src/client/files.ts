import type { StoredFile } from '../../../contracts/files.ts'
import { spokenLanguage } from '../i18n/language.ts'
import { CallFailure, readProblem, readRetryAfter } from './problem.ts'

export type Upload = {
  file: Blob
  name: string
  /** Stays with the file however often it is sent. */
  key: string
  /** 0–1. */
  onProgress: (share: number) => void
  signal?: AbortSignal
}

/** Sends one file. XMLHttpRequest, because fetch cannot say how far an upload has come. Throws `CallFailure`. */
export function uploadFile({ file, name, key, onProgress, signal }: Upload): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest()
    const noAnswer = () => reject(new CallFailure(0, null, null))
    call.open('POST', '/api/files')
    call.setRequestHeader('Accept', 'application/json')
    call.setRequestHeader('Accept-Language', spokenLanguage())
    call.setRequestHeader('Idempotency-Key', key)
    call.timeout = 10 * 60_000
    call.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
    call.onerror = noAnswer
    call.ontimeout = noAnswer
    call.onabort = noAnswer
    call.onload = () => {
      if (call.status >= 200 && call.status < 300) {
        onProgress(1)
        resolve(JSON.parse(call.responseText))
        return
      }
      const problem = readProblem(call.getResponseHeader('Content-Type'), call.responseText)
      reject(new CallFailure(call.status, problem, readRetryAfter(call.getResponseHeader('Retry-After'))))
    }
    signal?.addEventListener('abort', () => call.abort(), { once: true })
    const form = new FormData()
    form.append('file', file, name)
    call.send(form)
  })
}
