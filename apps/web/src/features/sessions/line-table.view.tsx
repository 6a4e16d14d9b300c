import { Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SessionLine } from '../../api/contract.types';
import { Deadline } from '../../ui/deadline.view';
import { StatusBadge } from '../../ui/status.view';

/** Beyond this a line's text is folded; minutes sometimes hold whole letters. */
const FOLD_AT = 160;
const SETTLED = ['in-review', 'resolved', 'closed', 'withdrawn', 'declined', 'merged'];

/** The lines of a session: before an import with marks and faults, afterwards with what became of each. */
export function LineTable({
  lines,
  caption,
  preview = false,
}: {
  readonly lines: readonly SessionLine[];
  readonly caption: string;
  readonly preview?: boolean;
}) {
  const { t } = useTranslation('staff');
  return (
    <table className="records lines">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t(preview ? 'line.column.row' : 'line.column.number')}</th>
          <th scope="col">{t('line.column.text')}</th>
          <th scope="col">{t('line.column.department')}</th>
          {preview ? (
            <th scope="col">{t('line.column.marks')}</th>
          ) : (
            <>
              <th scope="col">{t('line.column.ticket')}</th>
              <th scope="col">{t('line.column.owner')}</th>
              <th scope="col">{t('line.column.due')}</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <LineRow key={`${line.row}-${line.lineNumber ?? ''}`} line={line} preview={preview} />
        ))}
      </tbody>
    </table>
  );
}

function LineRow({ line, preview }: { readonly line: SessionLine; readonly preview: boolean }) {
  const { t } = useTranslation('staff');
  const { ticket } = line;
  const said = [
    line.proposer,
    line.unit,
    line.remark && t('line.remark', { text: line.remark }),
    line.instruction && t('line.instruction', { text: line.instruction }),
  ].filter(Boolean);
  return (
    <tr className={line.faults.some(({ severity }) => severity === 'error') ? 'line-faulty' : ''}>
      <td className="number cell-row" data-label={t(preview ? 'line.column.row' : 'line.column.number')}>
        {preview ? line.row : (line.lineNumber ?? line.row)}
      </td>
      <td className="cell-main">
        {line.title && line.title !== line.text && <strong>{line.title}</strong>}
        <FoldedText text={line.text} />
        {said.length > 0 && <small>{said.join(' · ')}</small>}
        {!preview && <LineMarks line={line} />}
      </td>
      <td data-label={t('line.column.department')}>
        {ticket?.department ?? line.department ?? '—'}
        {line.category && <small>{line.category}</small>}
      </td>
      {preview ? (
        <td data-label={t('line.column.marks')}>
          <LineMarks line={line} told />
          {line.marks.length + line.faults.length === 0 && line.outcome === 'pending' && '—'}
        </td>
      ) : (
        <>
          <td data-label={t('line.column.ticket')}>
            <LineTicket line={line} />
          </td>
          <td data-label={t('line.column.owner')} className="cell-name">
            {ticket?.owner ?? '—'}
          </td>
          <td data-label={t('line.column.due')}>
            {ticket?.resolveDueAt ? (
              <Deadline dueAt={ticket.resolveDueAt} stopped={SETTLED.includes(ticket.status)} />
            ) : (
              '—'
            )}
          </td>
        </>
      )}
    </tr>
  );
}

function LineTicket({ line }: { readonly line: SessionLine }) {
  const { t } = useTranslation('staff');
  const { ticket } = line;
  return (
    <>
      {ticket ? (
        <>
          <Link className="number" to={`/tickets/${encodeURIComponent(ticket.number)}`}>
            {ticket.number}
          </Link>{' '}
          <StatusBadge status={ticket.status} overdue={ticket.overdue} />
        </>
      ) : null}
      {line.outcome !== 'ticket' && <span className="badge">{t(`line.outcome.${line.outcome}`)}</span>}
    </>
  );
}

/** A mark and what it means: written out where there is room (`told`), else on hover, focus or touch. */
function LineMark({ mark, told }: { readonly mark: SessionLine['marks'][number]; readonly told: boolean }) {
  const { t } = useTranslation('staff');
  const hint = t(`line.markHint.${mark.kind}`, {
    row: mark.ofRow ?? '?',
    percent: mark.similarity === undefined ? '?' : Math.round(mark.similarity * 100),
  });
  const tag = `badge mark mark-${mark.kind}`;
  if (told)
    return (
      <span>
        <span className={tag}>{t(`line.mark.${mark.kind}`)}</span>
        <small>{hint}</small>
      </span>
    );
  return (
    <Tooltip title={hint}>
      <span className={tag} tabIndex={0}>
        {t(`line.mark.${mark.kind}`)}
      </span>
    </Tooltip>
  );
}

function LineMarks({ line, told = false }: { readonly line: SessionLine; readonly told?: boolean }) {
  const { t } = useTranslation('staff');
  const untold = line.ticket === undefined && line.outcome !== 'pending' && line.outcome !== 'ticket';
  // The mark says the same, and what follows from it.
  const faults = line.faults.filter(
    ({ code }) =>
      code !== 'LINE.DEPARTMENT_MISSING' || !line.marks.some(({ kind }) => kind === 'no-department'),
  );
  if (line.marks.length + faults.length === 0 && !untold) return null;
  return (
    <span className={told ? 'badges badges-told' : 'badges'}>
      {line.marks.map((mark) => (
        <LineMark key={`${mark.kind}-${mark.ofRow ?? ''}`} mark={mark} told={told} />
      ))}
      {faults.map((fault) => (
        <span
          key={fault.code}
          className={`line-fault badge ${fault.severity === 'error' ? 'badge-bad' : 'badge-warn'}`}
        >
          {fault.message}
        </span>
      ))}
      {untold && <span className="badge">{t(`line.outcome.${line.outcome}`)}</span>}
    </span>
  );
}

function FoldedText({ text }: { readonly text: string }) {
  const { t } = useTranslation('staff');
  const [open, setOpen] = useState(false);
  if (text.length <= FOLD_AT) return <span className="written">{text}</span>;
  return (
    <span className="written">
      {open ? text : `${text.slice(0, FOLD_AT)}…`}
      <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'line.less' : 'line.more')}
      </button>
    </span>
  );
}
