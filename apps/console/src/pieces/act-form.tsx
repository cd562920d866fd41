import { Button, Form, type FormInstance } from 'antd';
import { useEffect, type ReactNode } from 'react';
import type { Fault } from '../api/fault';
import type { Refused } from '../api/refusal';
import { FaultNotice, RefusalNotice } from './notice';

interface ActFormProps<Values extends object> {
  readonly submit: string;
  readonly act: { readonly pending: boolean; readonly refused: Refused | undefined; readonly fault: Fault | undefined };
  /** Resolves with undefined when it was refused; then what was typed stays. */
  readonly send: (values: Values) => Promise<unknown>;
  readonly initial?: Partial<Values>;
  readonly form?: FormInstance<Values>;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}

/** A form over one mutation. A refusal that names a field is written under that field as well. */
export const ActForm = <Values extends object>({
  submit,
  act,
  send,
  initial,
  form: given,
  extra,
  children,
}: ActFormProps<Values>) => {
  const [own] = Form.useForm<Values>();
  const form = given ?? own;
  const issues = act.refused?.refusalIssues;
  useEffect(() => {
    if (issues === undefined) return;
    const names = Object.keys(form.getFieldsValue(true) as object);
    form.setFields(
      issues
        .filter((issue) => names.includes(issue.field))
        .map((issue) => ({ name: issue.field as never, errors: [`${issue.message} ${issue.mend}`] })),
    );
  }, [issues, form]);
  const go = async (values: Values) => {
    if ((await send(values)) !== undefined) form.resetFields();
  };
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      onFinish={(values) => void go(values)}
      {...(initial === undefined ? {} : { initialValues: initial })}
      scrollToFirstError={{ focus: true }}
    >
      <div className="form-grid">{children}</div>
      <div className="stack">
        <RefusalNotice refused={act.refused} />
        <FaultNotice fault={act.fault} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={act.pending}>
            {submit}
          </Button>
          {extra}
        </div>
      </div>
    </Form>
  );
};
