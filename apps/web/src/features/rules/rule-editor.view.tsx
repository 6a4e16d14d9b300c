import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keywordRulesQuery, saveKeywordRules } from '../../api/administration.query';
import type { KeywordRule, KeywordRules } from '../../api/contract.types';
import { newIdempotencyKey } from '../../api/idempotency';
import { referenceDataQuery } from '../../api/public.query';
import { fieldFaults } from '../../i18n/error.words';
import { Icon } from '../../ui/icon.view';
import { EmptyState, ErrorNotice } from '../../ui/notice.view';
import { isIncomplete, RuleRow } from './rule-row.view';

const START_WEIGHT = 10;
const KEY_LENGTH = 8;

/** A rule while it is edited. The key is not its id, which is edited too. */
interface Row {
  readonly key: string;
  readonly rule: KeywordRule;
}

const rowOf = (rule: KeywordRule): Row => ({ key: newIdempotencyKey(), rule });

/** All rules are edited together and saved together, because they compete with one another. */
export function RuleEditor({ loaded }: { readonly loaded: KeywordRules }) {
  const { rules } = loaded;
  const { t } = useTranslation('staff');
  const { message } = App.useApp();
  const client = useQueryClient();
  const reference = useQuery(referenceDataQuery).data;
  const [rows, setRows] = useState<readonly Row[]>(() => rules.map(rowOf));
  const [saved, setSaved] = useState(rules);
  const [version, setVersion] = useState(loaded.version);
  const [query, setQuery] = useState('');
  const [checked, setChecked] = useState(false);
  const edited = rows.map(({ rule }) => rule);
  const dirty = JSON.stringify(edited) !== JSON.stringify(saved);
  const incomplete = edited.filter(isIncomplete).length;
  const saving = useMutation({
    mutationFn: (next: KeywordRule[]) => saveKeywordRules({ rules: next, version }),
    onSuccess: (answer, next) => {
      setSaved(next);
      setVersion(answer.version);
      setChecked(false);
      client.setQueryData(keywordRulesQuery.queryKey, answer);
      void message.success(t('rules.saved', { count: next.length }));
    },
  });
  const nameOf = (code: string) => reference?.categories.find((one) => one.code === code)?.name ?? code;
  const wanted = query.trim().toLowerCase();
  const shown = rows.filter(
    ({ rule }) =>
      wanted === '' ||
      [rule.id, nameOf(rule.category), ...rule.keywords].some((text) => text.toLowerCase().includes(wanted)),
  );
  return (
    <>
      <search className="filters">
        <Input
          allowClear
          value={query}
          placeholder={t('rules.search')}
          aria-label={t('rules.search')}
          onChange={(event) => setQuery(event.target.value)}
        />
        <Button
          icon={<Icon name="plus" size={16} />}
          onClick={() => {
            const id = `rule-${newIdempotencyKey().slice(0, KEY_LENGTH)}`;
            setQuery('');
            setRows([
              rowOf({ id, keywords: [], category: '', weight: START_WEIGHT, enabled: true }),
              ...rows,
            ]);
          }}
        >
          {t('rules.add')}
        </Button>
        <span className="quiet">
          {t('rules.count', { count: rows.length, enabled: edited.filter(({ enabled }) => enabled).length })}
        </span>
      </search>
      {rows.length === 0 && <EmptyState title={t('rules.empty')} hint={t('rules.emptyHint')} />}
      <div className="rules">
        {shown.map(({ key, rule }) => (
          <RuleRow
            key={key}
            rule={rule}
            reference={reference}
            showFaults={checked}
            onChange={(next) => setRows(rows.map((row) => (row.key === key ? { key, rule: next } : row)))}
            onRemove={() => setRows(rows.filter((row) => row.key !== key))}
          />
        ))}
      </div>
      {saving.isError && <ErrorNotice error={saving.error} />}
      {[...fieldFaults(saving.error).entries()].map(([pointer, detail]) => (
        <p key={pointer} className="field-fault">
          {detail}
        </p>
      ))}
      {dirty && (
        <div className="save-bar">
          <span role="status">
            {checked && incomplete > 0 ? t('rules.faults', { count: incomplete }) : t('rules.unsaved')}
          </span>
          <Button
            onClick={() => {
              setRows(saved.map(rowOf));
              setChecked(false);
              saving.reset();
            }}
          >
            {t('rules.discard')}
          </Button>
          <Button
            type="primary"
            loading={saving.isPending}
            onClick={() => {
              setChecked(true);
              if (incomplete === 0) saving.mutate(edited);
            }}
          >
            {t('rules.save')}
          </Button>
        </div>
      )}
    </>
  );
}
