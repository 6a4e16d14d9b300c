import { useTranslation } from 'react-i18next';
import type { Attachment, FollowedTicket, TrackedTicket } from '../../api/contract.types';
import { instantWords } from '../../i18n/time.words';
import { Deadline, Instant } from '../../ui/deadline.view';
import { Notice } from '../../ui/notice.view';
import { AttachmentList } from '../attachments/attachment-list.view';

const RUNNING = ['submitted', 'dispatched', 'in-progress'];

/** Who has it and by when. */
export function TrackedFacts({
  ticket,
}: {
  readonly ticket: Pick<TrackedTicket, 'responseDueAt' | 'pausedUntil'> &
    Pick<FollowedTicket, 'status' | 'department' | 'owner' | 'resolveDueAt'>;
}) {
  const { t } = useTranslation();
  const { status, department, owner, responseDueAt, resolveDueAt, pausedUntil } = ticket;
  const running = RUNNING.includes(status) && !pausedUntil;
  return (
    <dl className="facts">
      <div>
        <dt>{t('track.department')}</dt>
        <dd>{department ?? t('track.ownerNone')}</dd>
      </div>
      <div>
        <dt>{t('track.owner')}</dt>
        <dd>{owner ?? t('track.ownerNone')}</dd>
      </div>
      {responseDueAt && status === 'dispatched' && (
        <div>
          <dt>{t('track.responseDue')}</dt>
          <dd>
            <Instant at={responseDueAt} style="short" />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('track.due')}</dt>
        <dd>
          {resolveDueAt ? (
            <>
              <Instant at={resolveDueAt} style="short" />
              {running && <Deadline dueAt={resolveDueAt} />}
            </>
          ) : (
            t('track.dueNone')
          )}
        </dd>
      </div>
    </dl>
  );
}

/** While the clock stands still: until when, and why. */
export function TrackedPause({
  ticket,
}: {
  readonly ticket: Pick<TrackedTicket, 'pausedUntil' | 'timeline'>;
}) {
  const { t } = useTranslation();
  const { pausedUntil, timeline } = ticket;
  if (!pausedUntil) return null;
  const why = timeline.findLast(({ type }) => type === 'ticket.pause-approved')?.text;
  return (
    <Notice tone="info">
      <p className="notice-title">{t('track.pausedUntil', { at: instantWords(pausedUntil, 'short') })}</p>
      {why && <p>{why}</p>}
    </Notice>
  );
}

export function TrackedResult({
  text,
  attachments,
}: {
  readonly text: string;
  readonly attachments: readonly Attachment[];
}) {
  const { t } = useTranslation();
  return (
    <section className="card tracked-result">
      <h2>{t('track.result')}</h2>
      <p className="written">{text}</p>
      <AttachmentList attachments={attachments} />
    </section>
  );
}
