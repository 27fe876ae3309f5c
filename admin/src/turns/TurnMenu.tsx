import MoreHorizIcon from '@mui/icons-material/MoreHoriz'
import { Button, Menu, MenuItem } from '@mui/material'
import { useState } from 'react'
import type { ApplicationDetail } from '../../../contracts/applications.ts'
import { useWords } from '../i18n/hooks.ts'
import { type TurnAction, turnActions } from '../providers/officer-calls.ts'
import { TurnDialog } from './TurnDialog.tsx'

/** The other courses that a superior can give this case now; nothing where there is none. */
export function TurnMenu({ caseFile }: { caseFile: ApplicationDetail }) {
  const words = useWords('turns')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [chosen, setChosen] = useState<TurnAction | null>(null)
  const legal = turnActions.filter((action) => caseFile.actions.includes(action))
  if (legal.length === 0 && !chosen) return null
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<MoreHorizIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {words('menu')}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {legal.map((action) => (
          <MenuItem
            key={action}
            onClick={() => {
              setAnchor(null)
              setChosen(action)
            }}
          >
            {words(`${action}.title`)}
          </MenuItem>
        ))}
      </Menu>
      {chosen && <TurnDialog action={chosen} caseFile={caseFile} onClose={() => setChosen(null)} />}
    </>
  )
}
