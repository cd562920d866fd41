import { Button, Form, Input } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** What the trail is narrowed to; null where anything is wanted. */
export interface TrailFilter {
  readonly actorId: string | null;
  readonly kind: string | null;
  readonly requestId: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export const everything: TrailFilter = { actorId: null, kind: null, requestId: null, from: null, to: null };

type Typed = { readonly [Name in keyof TrailFilter]: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const typedOf = (filter: TrailFilter): Typed => ({
  actorId: filter.actorId ?? '',
  kind: filter.kind ?? '',
  requestId: filter.requestId ?? '',
  from: filter.from ?? '',
  to: filter.to ?? '',
});

const filterOf = (typed: Typed): TrailFilter => {
  const given = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  return {
    actorId: given(typed.actorId),
    kind: given(typed.kind),
    requestId: given(typed.requestId),
    from: given(typed.from),
    to: given(typed.to),
  };
};

/** Who, what, when, and with which request. */
export const TrailFilterForm = ({ filter, choose }: { filter: TrailFilter; choose: (filter: TrailFilter) => void }) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<Typed>();
  useEffect(() => {
    form.setFieldsValue(typedOf(filter));
  }, [form, filter]);
  const id = { pattern: UUID, message: t('trail.idForm') };
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      initialValues={typedOf(filter)}
      onFinish={(typed) => {
        choose(filterOf(typed));
      }}
    >
      <div className="form-grid">
        <Form.Item name="from" label={t('trail.from')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="to" label={t('trail.to')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item
          name="kind"
          label={t('trail.what')}
          rules={[{ pattern: /^[A-Z][A-Za-z]*$/, message: t('trail.kindForm') }]}
        >
          <Input placeholder="PersonalNumberShown" />
        </Form.Item>
        <Form.Item name="actorId" label={t('trail.actorId')} rules={[id]}>
          <Input />
        </Form.Item>
        <Form.Item name="requestId" label={t('trail.requestId')} rules={[id]}>
          <Input />
        </Form.Item>
      </div>
      <div className="row">
        <Button type="primary" htmlType="submit">
          {t('trail.search')}
        </Button>
        <Button
          onClick={() => {
            choose(everything);
          }}
        >
          {t('trail.all')}
        </Button>
      </div>
    </Form>
  );
};
