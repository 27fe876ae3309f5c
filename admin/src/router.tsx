import { createBrowserRouter } from 'react-router-dom'
import { Office } from './Office.tsx'

/** One route: react-admin lays its own beneath it. A data router, so that unsaved work can hold a navigation back. */
export const makeRouter = () => createBrowserRouter([{ path: '*', element: <Office /> }], { basename: '/admin' })
