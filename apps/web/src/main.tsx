import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import './i18n/language';
import { App } from './app/app.view';
import { Skeleton } from './ui/notice.view';
import './ui/tokens.css';
import './ui/base.css';
import './ui/parts.css';
import './ui/files.css';
import './ui/reporter.css';
import './ui/receipt.css';
import './ui/tracking.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Suspense fallback={<Skeleton lines={8} />}>
      <App />
    </Suspense>
  </StrictMode>,
);
