import { useSyncExternalStore } from 'react';

const STEP_MS = 15_000;

function subscribe(changed: () => void): () => void {
  const timer = setInterval(changed, STEP_MS);
  return () => clearInterval(timer);
}

/** The present, in steps of 15 s, so that remaining times stay true on an open page. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / STEP_MS) * STEP_MS);
}
