import { Box } from '@mui/material'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { useWidth } from './use-width.ts'

type Props = { pdf: PDFDocumentProxy; number: number; zoom: number; label: string }

/** One page on a canvas as wide as the pane, sharp on dense screens, drawn once it comes into sight. */
export function PdfPage({ pdf, number, zoom, label }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [seen, setSeen] = useState(false)
  const [ratio, setRatio] = useState(Math.SQRT2)
  const width = useWidth(frame)

  useEffect(() => {
    if (!frame.current) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setSeen(true), {
      rootMargin: '400px',
    })
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    const target = canvas.current
    if (!seen || !target || width === 0) return
    let stop = () => {}
    let gone = false
    const draw = async () => {
      const page = await pdf.getPage(number)
      if (gone) return
      const natural = page.getViewport({ scale: 1 })
      const dense = Math.min(window.devicePixelRatio || 1, 2)
      const viewport = page.getViewport({ scale: ((width * zoom) / natural.width) * dense })
      setRatio(natural.height / natural.width)
      target.width = Math.floor(viewport.width)
      target.height = Math.floor(viewport.height)
      const task = page.render({ canvas: target, viewport })
      stop = () => task.cancel()
      await task.promise.catch((error: Error) => {
        if (error.name !== 'RenderingCancelledException') throw error
      })
    }
    void draw()
    return () => {
      gone = true
      stop()
    }
  }, [pdf, number, zoom, width, seen])

  return (
    <Box ref={frame} sx={{ width: '100%', mb: 1.5 }}>
      <Box
        component="canvas"
        ref={canvas}
        role="img"
        aria-label={label}
        sx={{
          display: 'block',
          mx: 'auto',
          width: width * zoom || '100%',
          height: width ? width * zoom * ratio : 400,
          bgcolor: 'background.paper',
          boxShadow: '0 1px 4px rgba(0,0,0,0.25)',
        }}
      />
    </Box>
  )
}
