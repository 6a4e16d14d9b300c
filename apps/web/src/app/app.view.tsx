import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ComponentType } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { HomePage } from '../pages/home.page';
import { NotFoundPage } from '../pages/not-found.page';
import { queryClient } from './query-client';
import { ReporterLayout } from './reporter-layout.view';

/** A page of its own file, loaded when first visited. */
function page<K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K) {
  return lazy(async () => ({ default: (await load())[name] }));
}

const TrackPage = page(() => import('../pages/track.page'), 'TrackPage');
const TrackedTicketPage = page(() => import('../pages/tracked-ticket.page'), 'TrackedTicketPage');
const LoginPage = page(() => import('../pages/login.page'), 'LoginPage');
const PasswordPage = page(() => import('../pages/password.page'), 'PasswordPage');
const StaffLayout = page(() => import('./staff-layout.view'), 'StaffLayout');
const WorkPage = page(() => import('../pages/work.page'), 'WorkPage');
const TicketPage = page(() => import('../pages/ticket.page'), 'TicketPage');
const SessionsPage = page(() => import('../pages/sessions.page'), 'SessionsPage');
const NewSessionPage = page(() => import('../pages/new-session.page'), 'NewSessionPage');
const SessionPage = page(() => import('../pages/session.page'), 'SessionPage');
const NotificationsPage = page(() => import('../pages/notifications.page'), 'NotificationsPage');
const PoliciesPage = page(() => import('../pages/policies.page'), 'PoliciesPage');
const RulesPage = page(() => import('../pages/rules.page'), 'RulesPage');

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <BrowserRouter>
        <Routes>
          <Route element={<ReporterLayout />}>
            <Route index element={<HomePage />} />
            <Route path="track" element={<TrackPage />} />
            <Route path="track/:code" element={<TrackedTicketPage />} />
            <Route path="login" element={<LoginPage />} />
            <Route path="password" element={<PasswordPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Route>
          <Route element={<StaffLayout />}>
            <Route path="work" element={<WorkPage />} />
            <Route path="tickets/:number" element={<TicketPage />} />
            <Route path="sessions" element={<SessionsPage />} />
            <Route path="sessions/new" element={<NewSessionPage />} />
            <Route path="sessions/:id" element={<SessionPage />} />
            <Route path="notifications" element={<NotificationsPage />} />
            <Route path="admin/policies" element={<PoliciesPage />} />
            <Route path="admin/rules" element={<RulesPage />} />
          </Route>
        </Routes>
      </BrowserRouter>
    </QueryClientProvider>
  );
}
