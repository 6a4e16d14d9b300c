import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { login, meQuery } from '../api/me.query';
import { Field } from '../ui/field.view';
import { ErrorNotice, Notice } from '../ui/notice.view';
import { usePageTitle } from '../ui/page-title.hook';

/** Only a path of this site: a foreign address after login would be a gift to phishers. */
export function safeReturnPath(written: string | null): string {
  return written && /^\/(?![/\\])/.test(written) ? written : '/work';
}

export function LoginPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [checked, setChecked] = useState(false);
  usePageTitle(t('login.title'));
  const entering = useMutation({
    mutationFn: () => login(username.trim(), password),
    onSuccess: (me) => {
      client.clear();
      client.setQueryData(meQuery.queryKey, me);
      void navigate(safeReturnPath(search.get('back')), { replace: true });
    },
  });
  const incomplete = username.trim() === '' || password === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!incomplete) entering.mutate();
  };
  return (
    <div className="login">
      <h1>{t('login.heading')}</h1>
      {search.has('expired') && entering.isIdle && <Notice tone="warn">{t('login.expired')}</Notice>}
      <form onSubmit={submit} noValidate>
        <Field label={t('login.username')}>
          {(control) => (
            <input
              {...control}
              name="username"
              autoComplete="username"
              autoCapitalize="off"
              spellCheck={false}
              value={username}
              onChange={(event) => setUsername(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('login.password')}>
          {(control) => (
            <span className="password">
              <input
                {...control}
                name="password"
                type={shown ? 'text' : 'password'}
                autoComplete="current-password"
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
              <button
                type="button"
                className="link-button"
                aria-pressed={shown}
                aria-label={`${t(shown ? 'login.hide' : 'login.show')} ${t('login.password')}`}
                onClick={() => setShown(!shown)}
              >
                {t(shown ? 'login.hide' : 'login.show')}
              </button>
            </span>
          )}
        </Field>
        {checked && incomplete && (
          <p className="field-fault" role="alert">
            {t('login.missing')}
          </p>
        )}
        {entering.isError && <ErrorNotice error={entering.error} />}
        <button type="submit" className="button button-main" disabled={entering.isPending}>
          {t(entering.isPending ? 'login.busy' : 'login.submit')}
        </button>
      </form>
      <Link className="quiet-link" to="/">
        {t('login.reporter')}
      </Link>
    </div>
  );
}
