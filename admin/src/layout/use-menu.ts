import HomeIcon from '@mui/icons-material/HomeOutlined'
import type { ComponentType } from 'react'
import { useCanAccessResources, useLocation, useResourceDefinitions, useTranslate } from 'react-admin'

export type MenuEntry = { to: string; label: string; icon: ComponentType; active: boolean }

/** The start page and every resource this person may list, in the order they were declared. */
export function useMenu(): MenuEntry[] {
  const translate = useTranslate()
  const { pathname } = useLocation()
  const definitions = Object.values(useResourceDefinitions())
  const names = definitions.map(({ name }) => name)
  const { canAccess } = useCanAccessResources({ action: 'list', resources: names })
  const home = { to: '/', label: translate('lontar.home.title'), icon: HomeIcon, active: pathname === '/' }
  const allowed = definitions.filter(({ name }) => canAccess?.[name])
  return [
    home,
    ...allowed.map(({ name, icon }) => ({
      to: `/${name}`,
      label: translate(`resources.${name}.name`, { smart_count: 2 }),
      icon: (icon ?? HomeIcon) as ComponentType,
      active: pathname === `/${name}` || pathname.startsWith(`/${name}/`),
    })),
  ]
}
