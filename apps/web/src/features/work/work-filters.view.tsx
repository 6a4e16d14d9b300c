import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { referenceDataQuery } from '../../api/public.query';
import type { TicketFilter } from '../../api/tickets.query';

const STATUSES = [
  'submitted',
  'dispatched',
  'in-progress',
  'in-review',
  'resolved',
  'closed',
  'declined',
  'withdrawn',
  'merged',
] as const;

/** The person's own filters; `fixed` are those that the view has set already and therefore are not offered. */
export function WorkFilters({
  chosen,
  fixed,
  onChange,
}: {
  readonly chosen: TicketFilter;
  readonly fixed: TicketFilter;
  readonly onChange: (filter: TicketFilter) => void;
}) {
  const { t } = useTranslation('staff');
  const { t: shared } = useTranslation();
  const reference = useQuery(referenceDataQuery).data;
  const set = (part: { readonly [K in keyof TicketFilter]: TicketFilter[K] | undefined }) =>
    onChange(Object.fromEntries(Object.entries({ ...chosen, ...part }).filter(([, value]) => value)));
  return (
    <search className="filters">
      <Input.Search
        key={chosen.q ?? ''}
        defaultValue={chosen.q}
        allowClear
        maxLength={100}
        placeholder={t('work.filter.search')}
        aria-label={t('work.filter.search')}
        onSearch={(q) => set({ q: q.trim() || undefined })}
      />
      {fixed.status === undefined && (
        <Select
          mode="multiple"
          allowClear
          maxTagCount={1}
          value={chosen.status?.split(',') ?? []}
          placeholder={t('work.filter.status')}
          aria-label={t('work.filter.status')}
          options={STATUSES.map((value) => ({ value, label: shared(`status.${value}`) }))}
          onChange={(values: string[]) => set({ status: values.join(',') || undefined })}
        />
      )}
      <Select
        allowClear
        value={chosen.department ?? null}
        placeholder={t('work.filter.department')}
        aria-label={t('work.filter.department')}
        options={(reference?.departments ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(department: string | null) =>
          set({ department: department ?? undefined, category: undefined })
        }
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={chosen.category ?? null}
        placeholder={t('work.filter.category')}
        aria-label={t('work.filter.category')}
        options={(reference?.categories ?? [])
          .filter(({ department }) => !chosen.department || department === chosen.department)
          .map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(category: string | null) => set({ category: category ?? undefined })}
      />
      {fixed.overdue === undefined && (
        <Checkbox
          checked={chosen.overdue ?? false}
          onChange={(event) => set({ overdue: event.target.checked || undefined })}
        >
          {t('work.filter.overdueOnly')}
        </Checkbox>
      )}
      {Object.keys(chosen).length > 0 && (
        <Button type="link" onClick={() => onChange({})}>
          {t('work.filter.clear')}
        </Button>
      )}
    </search>
  );
}
