import { useTranslation } from 'react-i18next';
import type { LogEntry, Ticket } from '../../api/contract.types';
import { instantWords } from '../../i18n/time.words';
import { useWireWord } from '../../i18n/wire-word.hook';
import { Instant } from '../../ui/deadline.view';
import { Icon } from '../../ui/icon.view';

/** Who did what and when, newest first, with whether the chain of hashes over it holds. */
export function TicketLog({ ticket }: { readonly ticket: Ticket }) {
  const { t } = useTranslation('staff');
  const { auditVerified } = ticket;
  return (
    <section>
      <div className="section-head">
        <h2>{t('ticket.log')}</h2>
        <span
          className={auditVerified ? 'audit audit-good' : 'audit audit-bad'}
          title={t(auditVerified ? 'ticket.auditHint' : 'ticket.auditBrokenHint')}
        >
          <Icon name={auditVerified ? 'shield' : 'alert'} size={16} />
          {t(auditVerified ? 'ticket.audit' : 'ticket.auditBroken')}
        </span>
      </div>
      <ol className="timeline" reversed>
        {ticket.log.toReversed().map((entry) => (
          <Entry key={entry.seq} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry }: { readonly entry: LogEntry }) {
  const { t } = useTranslation('staff');
  const shared = useWireWord();
  const word = useWireWord('staff');
  const facts = useFactWords(entry);
  const { visibility } = entry.facts;
  return (
    <li>
      <p className="timeline-head">
        <strong>{shared('event', entry.type)}</strong>
        <span>
          {entry.by === entry.role
            ? word('role', entry.role)
            : t('ticket.by', { by: word('role', entry.by), role: word('role', entry.role) })}
        </span>
        {typeof visibility === 'string' && (
          <span className={visibility === 'public' ? 'badge badge-good' : 'badge'}>
            {t(visibility === 'public' ? 'ticket.public' : 'ticket.internal')}
          </span>
        )}
        <Instant at={entry.at} style="short" />
      </p>
      {entry.text && <p className="timeline-text">{entry.text}</p>}
      {facts.length > 0 && <p className="timeline-facts">{facts.join(' · ')}</p>}
    </li>
  );
}

/** The facts that mean something to a reader; the rest stays in the record. */
function useFactWords({ type, facts }: LogEntry): readonly string[] {
  const { t } = useTranslation('staff');
  const word = useWireWord('staff');
  const said: string[] = [];
  const text = (name: string) => (typeof facts[name] === 'string' ? facts[name] : undefined);
  const number = (name: string) => (typeof facts[name] === 'number' ? facts[name] : undefined);
  const say = (value: string | undefined, words: (value: string) => string) => {
    if (value !== undefined) said.push(words(value));
  };
  if (type === 'ticket.transferred') say(text('fromOwnerName'), (name) => t('ticket.fact.from', { name }));
  if (type === 'ticket.dispatched' || type === 'ticket.transferred')
    say(text('ownerName'), (name) => t('ticket.fact.owner', { name }));
  say(text('responseDueAt'), (at) => t('ticket.fact.response', { at: instantWords(at) }));
  say(text('resolveDueAt'), (at) => t('ticket.fact.resolve', { at: instantWords(at) }));
  say(text('basis'), (basis) => {
    // `keyword: 空调`: the ground, and the word that gave it.
    const [ground = basis, detail] = basis.split(': ');
    return word('ticket.basis', ground) + (detail ? `“${detail}”` : '');
  });
  if (type === 'ticket.reassigned')
    say(text('ownerName') ?? text('coHandlerName'), (name) => t('ticket.fact.owner', { name }));
  if (type === 'ticket.co-handler-added') say(text('coHandlerName'), (name) => name);
  say(text('dueAt'), (at) => t('ticket.fact.due', { at: instantWords(at) }));
  say(text('until'), (at) => t('ticket.fact.until', { at: instantWords(at) }));
  say(text('requestReason'), (reason) => t('ticket.fact.asked', { reason }));
  say(text('noticeNumber'), (name) => name);
  if (type === 'ticket.supervised' || type === 'ticket.instructed')
    say(text('replyBy'), (at) => t('ticket.fact.reply', { at: instantWords(at) }));
  say(text('targetNumber'), (target) => t('ticket.fact.target', { number: target }));
  say(text('closure'), (closure) => word('closureShort', closure));
  if (typeof facts['reached'] === 'boolean')
    said.push(t(facts['reached'] ? 'ticket.fact.reached' : 'ticket.fact.notReached'));
  say(text('suggestedDepartment'), (name) => t('ticket.fact.suggested', { name }));
  if (facts['binding'] === true) said.push(t('ticket.fact.binding'));
  if (typeof facts['onTime'] === 'boolean')
    said.push(t(facts['onTime'] ? 'ticket.fact.onTime' : 'ticket.fact.late'));
  const level = number('level');
  if (level !== undefined)
    said.push(
      level === 0
        ? t('ticket.fact.warned')
        : t('ticket.fact.level', {
            level: t('policies.step.levels', { returnObjects: true })[level] ?? level,
          }),
    );
  const { recipients } = facts;
  if (Array.isArray(recipients))
    said.push(
      t('ticket.fact.told', {
        who: recipients.map((one) => word('role', String(one))).join(t('list.comma')),
      }),
    );
  const redo = number('redo');
  if (redo !== undefined) said.push(t('ticket.fact.redo', { count: redo }));
  const stars = number('satisfaction');
  if (stars !== undefined) {
    if (typeof facts['contacted'] === 'boolean')
      said.push(t(facts['contacted'] ? 'ticket.contacted' : 'ticket.notContacted'));
    said.push(t(facts['solved'] === true ? 'ticket.solved' : 'ticket.notSolved'));
    said.push(t('ticket.fact.stars', { count: stars }));
  }
  return said;
}
