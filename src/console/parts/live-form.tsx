import { Form, type FormInstance, type FormProps } from 'antd'
import type { ReactNode } from 'react'

/**
 * A form in which a refusal of the server leaves its field as soon as that is filled anew. antd itself takes back only what its own
 * rules have found.
 */
export function LiveForm<Values extends object>({
  form,
  onValuesChange,
  ...rest
}: Omit<FormProps<Values>, 'form' | 'children'> & { form: FormInstance<Values>; children: ReactNode }) {
  const fields: FormInstance = form
  return (
    <Form<Values>
      {...rest}
      form={form}
      onValuesChange={(changed, all) => {
        const mended = fields.getFieldsError().filter(({ name, errors }) => errors.length > 0 && isIn(changed, name))
        fields.setFields(mended.map(({ name }) => ({ name, errors: [] })))
        onValuesChange?.(changed, all)
      }}
    />
  )
}

/** Whether the change reaches the field: antd tells only what was typed, in its place. */
export function isIn(changed: unknown, [first, ...rest]: readonly (string | number)[]): boolean {
  if (first === undefined) return true
  return typeof changed === 'object' && changed !== null && first in changed
    ? isIn((changed as Record<string | number, unknown>)[first], rest)
    : false
}
