import DownloadIcon from '@mui/icons-material/FileDownloadOutlined'
import { Box, Button } from '@mui/material'
import { useCanAccess } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'

/** The table as a file, as it is filtered now. */
export function ExportLinks({ list, filter }: { list: string; filter: object }) {
  const words = useWords('oversight')
  const { canAccess } = useCanAccess({ resource: 'oversight', action: 'export' })
  if (!canAccess) return null
  const href = (format: string) =>
    `/api/oversight/export/${list}?${new URLSearchParams({ format, filter: JSON.stringify(filter) })}`
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      {(['xlsx', 'csv'] as const).map((format) => (
        <Button
          key={format}
          size="small"
          variant="outlined"
          startIcon={<DownloadIcon />}
          href={href(format)}
          download
          aria-label={words('export_as', { format: words(`format.${format}`) })}
        >
          {words(`format.${format}`)}
        </Button>
      ))}
    </Box>
  )
}
