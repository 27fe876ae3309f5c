import './styles/tokens.css'
import './styles/base.css'
import './styles/layout.css'
import './styles/print.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('No #root in index.html')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
