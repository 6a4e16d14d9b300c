import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/notice.view';
import { useCommand } from './command.hook';

const TEXT_MAX = 5_000;

interface Values {
  readonly text: string;
  readonly visibility: 'public' | 'internal';
}

export function CommentBox({ number }: { readonly number: string }) {
  const { t } = useTranslation('staff');
  const [form] = Form.useForm<Values>();
  const giving = useCommand(number, 'comment', () => form.resetFields());
  return (
    <Form
      form={form}
      name="comment"
      className="comment-box"
      layout="vertical"
      requiredMark={false}
      initialValues={{ visibility: 'internal' }}
      disabled={giving.isPending}
      onFinish={({ text, visibility }) => giving.mutate({ text: text.trim(), visibility })}
    >
      <Form.Item
        name="text"
        label={t('field.comment')}
        rules={[
          { required: true, whitespace: true, message: t('field.required', { name: t('field.comment') }) },
          { max: TEXT_MAX, message: t('field.tooLong', { max: TEXT_MAX }) },
        ]}
        validateTrigger="onSubmit"
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} />
      </Form.Item>
      <div className="comment-end">
        <Form.Item name="visibility" noStyle>
          <Radio.Group
            aria-label={t('field.visibility')}
            options={[
              { value: 'internal', label: t('ticket.internal') },
              { value: 'public', label: t('ticket.public') },
            ]}
          />
        </Form.Item>
        <Button htmlType="submit" loading={giving.isPending}>
          {t('command.comment')}
        </Button>
      </div>
      {giving.isError && <ErrorNotice error={giving.error} />}
    </Form>
  );
}
