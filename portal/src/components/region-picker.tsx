import { useState } from 'react'
import { readRegions } from '../client/regions.ts'
import { useResource } from '../client/use-resource.ts'
import type { TextKey } from '../i18n/keys.ts'
import { useTexts } from '../i18n/texts.tsx'
import { Failure } from './failure.tsx'
import { codeAt, levelsToChoose, type RegionLevel } from './region-levels.ts'
import './region-picker.css'

type Props = {
  id: string
  level: RegionLevel
  /** Region that holds the answer, `35.10`. */
  within?: string
  value: string | undefined
  invalid?: boolean
  required?: boolean
  disabled?: boolean
  onChange: (code: string | undefined) => void
}

const words: Record<RegionLevel, TextKey> = {
  province: 'form.province',
  regency: 'form.regency',
  district: 'form.district',
  village: 'form.village',
}

/** District first, then village: two short lists in place of one long one. */
export function RegionPicker({ id, level, within, value, onChange, ...rest }: Props) {
  const levels = levelsToChoose(level, within)
  const [partly, setPartly] = useState('')
  const chosen = value ?? partly
  return (
    <div className="region-picker" id={id}>
      {levels.map((one, index) => {
        const above = levels[index - 1]
        const parent = above ? codeAt(chosen, above) : (within ?? '')
        if (above && !parent) return null
        return (
          <RegionSelect
            key={one}
            level={one}
            parent={parent}
            value={codeAt(chosen, one)}
            {...rest}
            onChange={(code) => {
              setPartly(code || parent)
              onChange(one === level && code ? code : undefined)
            }}
          />
        )
      })}
    </div>
  )
}

type SelectProps = Pick<Props, 'invalid' | 'required' | 'disabled'> & {
  level: RegionLevel
  parent: string
  value: string
  onChange: (code: string) => void
}

function RegionSelect({ level, parent, value, invalid, required, disabled, onChange }: SelectProps) {
  const { t } = useTexts()
  const regions = useResource(`regions:${parent}`, (signal) => readRegions(parent, signal))
  if (regions.failure && !regions.data)
    return <Failure failure={regions.failure} retry={regions.reload} busy={regions.loading} />
  return (
    <label>
      <span>{t(words[level])}</span>
      <select
        className="input"
        value={value}
        disabled={disabled || !regions.data}
        aria-required={required || undefined}
        aria-invalid={invalid || undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{regions.data ? t('form.choose') : t('form.regionLoading')}</option>
        {regions.data?.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
