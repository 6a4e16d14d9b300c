import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Policy, PolicyStep } from '../../api/contract.types';

/** Limits and steps of a policy in sentences that a head of department understands. */
export function usePolicyWords() {
  const { t } = useTranslation('staff');
  const allowance = useCallback(
    ({ amount, unit }: Policy['response']) => {
      const inHours = unit !== 'working-days' && amount > 60 && amount % 60 === 0;
      if (!inHours) return `${amount} ${t(`allowance.${unit}`)}`;
      return `${amount / 60} ${t(unit === 'clock-minutes' ? 'allowance.clock-hours' : 'allowance.working-hours')}`;
    },
    [t],
  );
  const step = useCallback(
    ({ clock, offset, recipients }: PolicyStep) => {
      const name = t(`ticket.clock.${clock}`);
      const when = () => {
        if (offset.kind === 'after')
          return offset.allowance.amount === 0
            ? t('policies.sentence.atDue', { clock: name })
            : t('policies.sentence.after', { clock: name, allowance: allowance(offset.allowance) });
        const percent = Math.round(Math.abs(offset.share) * 100);
        if (percent === 0) return t('policies.sentence.atDue', { clock: name });
        return t(offset.share < 0 ? 'policies.sentence.before' : 'policies.sentence.afterShare', {
          clock: name,
          percent,
        });
      };
      const who = recipients.map((one) => t(`policies.recipient.${one}`)).join(t('list.comma'));
      return { when: when(), tell: t('policies.sentence.tell', { who }) };
    },
    [t, allowance],
  );
  return { allowance, step };
}
