import HomeIcon from '@mui/icons-material/HomeOutlined'
import type { ComponentType } from 'react'
import { useCanAccessResources, useLocation, useResourceDefinitions, useTranslate } from 'react-admin'
import { inMenuOrder } from './menu-order.ts'

export type MenuEntry = { name: string; to: string; label: string; icon: ComponentType; active: boolean }

/** The start page and every resource this person may list, in the menu's order. */
export function useMenu(): MenuEntry[] {
  const translate = useTranslate()
  const { pathname } = useLocation()
  const definitions = Object.values(useResourceDefinitions())
  const names = definitions.map(({ name }) => name)
  const { canAccess } = useCanAccessResources({ action: 'list', resources: names })
  const home = {
    name: 'home',
    to: '/',
    label: translate('lontar.home.title'),
    icon: HomeIcon,
    active: pathname === '/',
  }
  const allowed = inMenuOrder(definitions.filter(({ name }) => canAccess?.[name]))
  return [
    home,
    ...allowed.map(({ name, icon }) => ({
      name,
      to: `/${name}`,
      label: translate(`resources.${name}.name`, { smart_count: 2 }),
      icon: (icon ?? HomeIcon) as ComponentType,
      active: pathname === `/${name}` || pathname.startsWith(`/${name}/`),
    })),
  ]
}
