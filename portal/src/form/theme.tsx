import type { FieldProps, RegistryFieldsType, RegistryWidgetsType, TemplatesType } from '@rjsf/utils'
import { FieldTemplate } from './templates/field-template.tsx'
import { GroupItemTemplate, GroupTemplate } from './templates/group-template.tsx'
import { ObjectTemplate } from './templates/object-template.tsx'
import { CheckboxWidget } from './widgets/checkbox-widget.tsx'
import { CheckboxesWidget } from './widgets/checkboxes-widget.tsx'
import { RadioWidget } from './widgets/radio-widget.tsx'
import { SelectWidget } from './widgets/select-widget.tsx'
import { TextWidget } from './widgets/text-widget.tsx'
import { TextareaWidget } from './widgets/textarea-widget.tsx'

/** Numbers are typed as text and turned into numbers by the widget: no spinning wheels, no lost digits. */
function NumberField(props: FieldProps) {
  const { StringField } = props.registry.fields
  return StringField ? <StringField {...props} /> : null
}

export const fields: RegistryFieldsType = { NumberField }

export const templates: Partial<Omit<TemplatesType, 'ButtonTemplates'>> = {
  FieldTemplate,
  ObjectFieldTemplate: ObjectTemplate,
  ArrayFieldTemplate: GroupTemplate,
  ArrayFieldItemTemplate: GroupItemTemplate,
}

export const widgets: RegistryWidgetsType = {
  TextWidget,
  DateWidget: TextWidget,
  EmailWidget: TextWidget,
  FileWidget: TextWidget,
  UpDownWidget: TextWidget,
  TextareaWidget,
  SelectWidget,
  RadioWidget,
  CheckboxWidget,
  CheckboxesWidget,
}
