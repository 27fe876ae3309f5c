import { CircularProgress } from '@mui/material'
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { useEffect, useState } from 'react'
import { useWords } from '../i18n/hooks.ts'
import { PdfPage } from './PdfPage.tsx'

GlobalWorkerOptions.workerSrc = workerUrl

type Props = { url: string; label: string; zoom: number }

/** Throws to the boundary around it where the file is no PDF or cannot be had. */
export default function PdfPages({ url, label, zoom }: Props) {
  const words = useWords('documents')
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    let gone = false
    const task = getDocument({ url })
    task.promise.then(
      (document) => gone || setPdf(document),
      (failure: unknown) => gone || setError(failure),
    )
    return () => {
      gone = true
      void task.destroy()
    }
  }, [url])
  if (error) throw error
  if (!pdf) return <CircularProgress aria-label={words('loading')} sx={{ display: 'block', mx: 'auto', my: 6 }} />
  return Array.from({ length: pdf.numPages }, (_, index) => index + 1).map((number) => (
    <PdfPage
      key={number}
      pdf={pdf}
      number={number}
      zoom={zoom}
      label={`${label}, ${words('page', { page: number, total: pdf.numPages })}`}
    />
  ))
}
