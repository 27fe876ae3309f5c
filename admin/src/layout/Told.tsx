import { Notification } from 'react-admin'

/** What was done, told at the foot of the page long enough to be read. */
export const Told = () => (
  <Notification autoHideDuration={6000} anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }} multiLine />
)
