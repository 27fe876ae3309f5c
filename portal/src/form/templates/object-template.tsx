import type { ObjectFieldTemplateProps } from '@rjsf/utils'
import { useFormFacts } from '../context.ts'

/** The fields of the open page; inside a group's item, all of its fields. */
export function ObjectTemplate({ properties, fieldPathId }: ObjectFieldTemplateProps) {
  const { shown } = useFormFacts()
  const top = fieldPathId.path.length === 0
  const drawn = top && shown ? properties.filter(({ name }) => shown.has(name)) : properties
  return <div className="fields">{drawn.map(({ content }) => content)}</div>
}
