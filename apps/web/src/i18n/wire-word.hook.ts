import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

type LooseTranslate = (key: string, options?: Readonly<Record<string, unknown>>) => string;

/**
 * Words for values that come over the wire (a status, an event type): the value itself where no word is known, so
 * that a newer server does not break an older page.
 */
export function useWireWord(
  namespace: 'reporter' | 'staff' = 'reporter',
): (group: string, value: string) => string {
  const { t } = useTranslation(namespace);
  return useCallback(
    // The typed `t` knows only keys that are written out; this is the one place that builds keys.
    (group, value) => (t as unknown as LooseTranslate)(`${group}.${value}`, { defaultValue: value }),
    [t],
  );
}
