import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/notice.view';

/** Keeps a broken page from taking the whole app with it. A missing chunk means that the app was updated meanwhile. */
export class CrashGuard extends Component<{ readonly children: ReactNode }, { readonly error?: Error }> {
  override state: { readonly error?: Error } = {};

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <Crashed updated={/dynamically imported module|Importing a module|preload/i.test(error.message)} />
    );
  }
}

function Crashed({ updated }: { readonly updated: boolean }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t(updated ? 'error.pageUpdated' : 'error.crashedTitle')}
      hint={updated ? '' : t('error.crashedText')}
    >
      <button type="button" className="button" onClick={() => location.reload()}>
        {t('action.reload')}
      </button>
    </EmptyState>
  );
}
