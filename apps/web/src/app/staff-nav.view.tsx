import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NavLink, useNavigate } from 'react-router';
import type { Me } from '../api/contract.types';
import { logout } from '../api/me.query';
import { useWireWord } from '../i18n/wire-word.hook';
import { Brand } from '../ui/brand.view';
import { Icon, type IconName } from '../ui/icon.view';
import { LanguageSwitch } from '../ui/language-switch.view';

interface Entry {
  readonly to: string;
  readonly word: 'work' | 'sessions' | 'notifications' | 'policies' | 'rules';
  readonly icon: IconName;
  /** Absent: everyone. The server decides; this only spares people doors that are closed to them. */
  readonly roles?: readonly string[];
}

const ENTRIES: readonly Entry[] = [
  { to: '/work', word: 'work', icon: 'inbox' },
  { to: '/sessions', word: 'sessions', icon: 'people', roles: ['dispatcher', 'director', 'leader', 'admin'] },
  { to: '/notifications', word: 'notifications', icon: 'bell', roles: ['dispatcher', 'admin'] },
  { to: '/admin/policies', word: 'policies', icon: 'clock', roles: ['admin'] },
  { to: '/admin/rules', word: 'rules', icon: 'route', roles: ['admin'] },
];

export function StaffNav({ me }: { readonly me: Me }) {
  const { t } = useTranslation('staff');
  const roleWord = useWireWord('staff');
  const client = useQueryClient();
  const navigate = useNavigate();
  const leaving = useMutation({
    mutationFn: logout,
    onSettled: () => {
      client.clear();
      void navigate('/login', { replace: true });
    },
  });
  const open = ENTRIES.filter(({ roles }) => roles === undefined || roles.includes(me.role));
  return (
    <header className="staff-nav">
      <Brand to="/work" />
      <nav aria-label={t('nav.menu', { ns: 'reporter' })}>
        {open.map(({ to, word, icon }) => (
          <NavLink key={to} to={to}>
            <Icon name={icon} />
            <span>{t(`nav.${word}`)}</span>
          </NavLink>
        ))}
      </nav>
      <div className="staff-me">
        <p>
          <strong>{me.name}</strong>
          <span>
            {roleWord('role', me.role)}
            {me.department && <span className="staff-department"> · {me.department}</span>}
          </span>
        </p>
        <div>
          <LanguageSwitch />
          <button
            type="button"
            className="language"
            disabled={leaving.isPending}
            onClick={() => leaving.mutate()}
          >
            {t('nav.logout')}
          </button>
        </div>
      </div>
    </header>
  );
}
