import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { ApiError } from '../api/http.client';
import { changePassword, meQuery } from '../api/me.query';
import { fieldFaults } from '../i18n/error.words';
import { Field } from '../ui/field.view';
import { ErrorNotice } from '../ui/notice.view';
import { usePageTitle } from '../ui/page-title.hook';
import { safeReturnPath } from './login.page';

const FIELDS = ['current', 'next', 'again'] as const;
type Fields = Readonly<Record<(typeof FIELDS)[number], string>>;

/** One's own password; whoever got theirs from an administrator comes here before anything else. */
export function PasswordPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [fields, setFields] = useState<Fields>({ current: '', next: '', again: '' });
  const [checked, setChecked] = useState(false);
  usePageTitle(t('password.title'));
  // What protects the change against other sites comes with it.
  const me = useQuery(meQuery);
  const changing = useMutation({
    mutationFn: () => changePassword(fields.current, fields.next),
    onSuccess: (me) => {
      client.clear();
      client.setQueryData(meQuery.queryKey, me);
      void navigate(safeReturnPath(search.get('back')), { replace: true });
    },
  });
  const fault = FIELDS.some((name) => fields[name] === '')
    ? t('password.missing')
    : fields.next === fields.again
      ? undefined
      : t('password.unlike');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (fault === undefined) changing.mutate();
  };
  if (me.error instanceof ApiError && me.error.status === 401)
    return <Navigate to="/login?back=/password" replace />;
  return (
    <div className="login">
      <h1>{t('password.heading')}</h1>
      <p className="quiet">{t('password.hint')}</p>
      <form onSubmit={submit} noValidate>
        {FIELDS.map((name) => (
          <Field key={name} label={t(`password.${name}`)}>
            {(control) => (
              <input
                {...control}
                name={name}
                type="password"
                autoComplete={name === 'current' ? 'current-password' : 'new-password'}
                value={fields[name]}
                onChange={(event) => setFields({ ...fields, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        {checked && fault !== undefined && (
          <p className="field-fault" role="alert">
            {fault}
          </p>
        )}
        {changing.isError && <ErrorNotice error={changing.error} />}
        {[...fieldFaults(changing.error).entries()].map(([pointer, detail]) => (
          <p key={pointer} className="field-fault">
            {detail}
          </p>
        ))}
        <button type="submit" className="button button-main" disabled={changing.isPending}>
          {t('password.submit')}
        </button>
      </form>
    </div>
  );
}
