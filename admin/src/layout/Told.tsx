import { Notification } from 'react-admin'

/** What was done, told at the foot of the page long enough to be read; on a phone above its menu. */
export const Told = () => (
  <Notification
    autoHideDuration={6000}
    anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
    multiLine
    sx={{ bottom: { xs: 'calc(66px + env(safe-area-inset-bottom))', md: 24 } }}
  />
)
