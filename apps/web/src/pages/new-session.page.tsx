import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { CreateSession } from '../api/contract.types';
import { createSession } from '../api/sessions.query';
import { Icon } from '../ui/icon.view';
import { ErrorNotice } from '../ui/notice.view';
import { usePageTitle } from '../ui/page-title.hook';

const KINDS = ['forum', 'reception-day', 'online', 'other'] as const;
const TITLE_MAX = 200;
const HOST_MAX = 100;

interface Values {
  readonly kind: CreateSession['kind'];
  readonly title: string;
  /** `2026-04-20T15:00`, as the browser's own control gives it: the wall clock in Beijing. */
  readonly heldAt: string;
  readonly place?: string;
  readonly host?: string;
}

function bodyOf({ kind, title, heldAt, place, host }: Values): CreateSession {
  return {
    kind,
    title: title.trim(),
    heldAt: `${heldAt.length === 16 ? `${heldAt}:00` : heldAt}+08:00`,
    ...(place?.trim() ? { place: place.trim() } : {}),
    ...(host?.trim() ? { host: host.trim() } : {}),
  };
}

export function NewSessionPage() {
  const { t } = useTranslation('staff');
  const navigate = useNavigate();
  const client = useQueryClient();
  usePageTitle(t('sessions.form.title'));
  const creating = useMutation({
    mutationFn: (body: CreateSession) => createSession(body),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['sessions'] });
      void navigate(`/sessions/${encodeURIComponent(id)}`, { replace: true });
    },
  });
  const required = (name: string) => ({
    required: true,
    whitespace: true,
    message: t('field.required', { name }),
  });
  const short = (max: number) => ({ max, message: t('field.tooLong', { max }) });
  return (
    <>
      <Link className="back" to="/sessions">
        <Icon name="back" size={18} />
        {t('session.back')}
      </Link>
      <h1>{t('sessions.form.title')}</h1>
      <Form<Values>
        className="panel page-form"
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={{ kind: 'forum' }}
        disabled={creating.isPending}
        onFinish={(values) => creating.mutate(bodyOf(values))}
      >
        <Form.Item name="kind" label={t('sessions.form.kind')}>
          <Radio.Group options={KINDS.map((value) => ({ value, label: t(`sessionKind.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="title"
          label={t('sessions.form.name')}
          rules={[required(t('sessions.form.name')), short(TITLE_MAX)]}
        >
          <Input placeholder={t('sessions.form.namePlaceholder')} />
        </Form.Item>
        <Form.Item
          name="heldAt"
          label={t('sessions.form.heldAt')}
          extra={t('sessions.form.heldAtHint')}
          rules={[required(t('sessions.form.heldAt'))]}
        >
          <Input type="datetime-local" />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="place" label={t('sessions.form.place')} rules={[short(TITLE_MAX)]}>
            <Input />
          </Form.Item>
          <Form.Item name="host" label={t('sessions.form.host')} rules={[short(HOST_MAX)]}>
            <Input />
          </Form.Item>
        </div>
        {creating.isError && <ErrorNotice error={creating.error} />}
        <Button type="primary" htmlType="submit" loading={creating.isPending}>
          {t('sessions.form.submit')}
        </Button>
      </Form>
    </>
  );
}
