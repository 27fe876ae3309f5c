import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { ServiceDetail } from '../../../contracts/services.ts'
import { Section } from '../case/Section.tsx'
import { useLocalText, useWords } from '../i18n/hooks.ts'
import { formParts } from './form-fields.ts'

/** What the applicant is asked, page by page. */
export function FormFields({ form }: Pick<ServiceDetail, 'form'>) {
  const words = useWords('services')
  const translate = useTranslate()
  const local = useLocalText()
  return (
    <Section title={words('form')}>
      {formParts(form).map(({ code, title, fields }) => (
        <div key={code}>
          <Typography variant="body2" component="h3" sx={{ fontWeight: 650, mt: 1 }}>
            {local(title)}
          </Typography>
          <Table size="small" aria-label={local(title)}>
            <TableHead>
              <TableRow>
                <TableCell sx={{ pl: 0 }}>{words('field')}</TableCell>
                <TableCell>{words('field_kind')}</TableCell>
                <TableCell>{words('field_required')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {fields.map(({ name, label, kind, required, within }) => (
                <TableRow key={`${name}${within}`}>
                  <TableCell sx={{ pl: within * 2 }}>{label}</TableCell>
                  <TableCell>{translate(`lontar.services.kind.${kind}`, { _: kind })}</TableCell>
                  <TableCell>{words(required ? 'required' : 'optional')}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      ))}
    </Section>
  )
}
