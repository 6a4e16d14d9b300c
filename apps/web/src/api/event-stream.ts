const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 60_000;

export interface Following {
  readonly url: string;
  /** The names of the events to be told of. */
  readonly names: readonly string[];
  /** `data` is what the event carries, parsed; `ready` only where the stream did not go on from an event before. */
  readonly told: (name: string, data: unknown) => void;
  /** Whether the stream is open. */
  readonly open?: (open: boolean) => void;
  /** The server has refused the stream, perhaps because nobody is logged in any more. */
  readonly refused?: () => void;
}

/**
 * Follows a stream of server-sent events while the page can be seen: each stream holds a connection, of which a
 * browser has six a site for all its tabs together. Comes back after the last event, and after a refusal ever more
 * rarely. Returns what ends it.
 */
export function followEvents({ url, names, told, open, refused }: Following): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT_MS;
  let lastEventId = '';

  const stop = () => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
    open?.(false);
  };
  const start = () => {
    stop();
    if (document.visibilityState === 'hidden') return;
    const opened = new EventSource(lastEventId ? `${url}?lastEventId=${lastEventId}` : url);
    source = opened;
    opened.onopen = () => {
      wait = FIRST_WAIT_MS;
      open?.(true);
    };
    opened.onerror = () => {
      open?.(false);
      // Where only the line broke, the browser tries again by itself.
      if (opened.readyState !== EventSource.CLOSED) return;
      refused?.();
      timer = setTimeout(start, wait * (1 + Math.random()));
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    };
    for (const name of names)
      opened.addEventListener(name, (event: MessageEvent<string>) => {
        const resumed = lastEventId !== '';
        lastEventId = event.lastEventId;
        if (name !== 'ready' || !resumed) told(name, JSON.parse(event.data));
      });
  };

  document.addEventListener('visibilitychange', start);
  start();
  return () => {
    document.removeEventListener('visibilitychange', start);
    stop();
  };
}
