import { Box, Typography } from '@mui/material'
import type { ServiceDetail } from '../../../contracts/services.ts'
import { budgetWords } from '../clock/words.ts'
import { useLocalText, useWords } from '../i18n/hooks.ts'
import { leaf } from '../theme/palette.ts'

/** The course of a case as a line of stations: whose desk, and how long. Work without a person is drawn hollow. */
export function StepDiagram({ steps }: Pick<ServiceDetail, 'steps'>) {
  const words = useWords('services')
  const terms = useWords('terms')
  const clock = useWords('clock')
  const local = useLocalText()
  return (
    <Box
      component="ol"
      sx={{
        listStyle: 'none',
        m: 0,
        mt: 1,
        p: 0,
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: 'repeat(auto-fit, minmax(130px, 1fr))' },
        gap: { xs: 0, sm: 0 },
      }}
    >
      {steps.map(({ code, name, desk, clock: budget }, place) => (
        <Box
          component="li"
          key={code}
          sx={{
            position: 'relative',
            pl: { xs: 3.5, sm: 0 },
            pt: { xs: 0, sm: 3.5 },
            pr: 1.5,
            pb: { xs: 1.5, sm: 0.5 },
            '&::before': {
              content: '""',
              position: 'absolute',
              bgcolor: leaf.gold,
              left: { xs: 7, sm: place === 0 ? 8 : 0 },
              top: { xs: place === 0 ? 8 : 0, sm: 7 },
              width: { xs: 2, sm: 'auto' },
              height: { xs: 'auto', sm: 2 },
              right: { xs: 'auto', sm: place === steps.length - 1 ? 'calc(100% - 8px)' : 0 },
              bottom: { xs: place === steps.length - 1 ? 'calc(100% - 8px)' : 0, sm: 'auto' },
            },
            '&::after': {
              content: '""',
              position: 'absolute',
              left: 0,
              top: 0,
              width: 10,
              height: 10,
              borderRadius: '50%',
              border: 3,
              borderColor: desk ? 'primary.main' : leaf.gold,
              bgcolor: desk ? 'primary.main' : 'background.paper',
            },
          }}
        >
          <Typography variant="body2" sx={{ fontWeight: 650 }}>
            {local(name)}
          </Typography>
          <Typography variant="caption" color="textSecondary" component="div">
            {desk ? `${terms(`role.${desk.role}`)}, ${desk.office}` : words('step_system')}
          </Typography>
          {budget && (
            <Typography variant="caption" component="div" sx={{ fontWeight: 600 }}>
              {budgetWords(budget, clock)}
            </Typography>
          )}
        </Box>
      ))}
    </Box>
  )
}
