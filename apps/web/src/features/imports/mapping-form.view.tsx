import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Mapping } from '../../api/contract.types';

const FIELDS = [
  'text',
  'title',
  'proposer',
  'unit',
  'department',
  'category',
  'location',
  'contact',
  'reference',
  'raisedAt',
  'remark',
  'instruction',
] as const;

/** Which column holds what, where the reader could not tell from the header. */
export function MappingForm({
  open,
  busy,
  onApply,
}: {
  readonly open: boolean;
  readonly busy: boolean;
  readonly onApply: (mapping: Mapping) => void;
}) {
  const { t } = useTranslation('staff');
  return (
    <details className="mapping" open={open}>
      <summary>{t('upload.mapping')}</summary>
      <p className="quiet">{t('upload.mappingHint')}</p>
      <Form<Readonly<Record<string, string | undefined>>>
        layout="vertical"
        disabled={busy}
        onFinish={(values) =>
          onApply(
            Object.fromEntries(
              Object.entries(values).flatMap(([name, value]) =>
                value?.trim() ? [[name, value.trim()]] : [],
              ),
            ),
          )
        }
      >
        <div className="mapping-fields">
          {FIELDS.map((name) => (
            <Form.Item key={name} name={name} label={t(`upload.mappingField.${name}`)}>
              <Input maxLength={50} autoComplete="off" />
            </Form.Item>
          ))}
        </div>
        <Button htmlType="submit" loading={busy}>
          {t('upload.mappingApply')}
        </Button>
      </Form>
    </details>
  );
}
