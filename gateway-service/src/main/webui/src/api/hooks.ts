import { useCallback, useEffect, useRef, useState } from 'react';
import { explain, page } from './client';

/** Something that is loaded: its value, why there is none, and a way to load it again. */
export function useLoad<T>(load: () => Promise<T>, key: string) {
  const [value, setValue] = useState<T | null>(null);
  const [error, setError] = useState<string | null>(null);
  const latest = useRef({ load, key });
  latest.current = { load, key };
  const reload = useCallback(async () => {
    const asked = latest.current;
    // What was asked for under another key has come too late.
    const isWanted = () => latest.current.key === asked.key;
    try {
      const loaded = await asked.load();
      if (!isWanted()) return;
      setValue(loaded);
      setError(null);
    } catch (e) {
      if (isWanted()) setError(explain(e));
    }
  }, []);
  useEffect(() => {
    setValue(null);
    void reload();
  }, [key, reload]);
  return { value, error, reload, setValue };
}

/** A list that comes in pages: what has come so far, and how to get the next page where there is one. */
export function usePages<T>(path: string) {
  const { value, error, reload, setValue } = useLoad(() => page<T>(path), path);
  const more = useAction(async (next: string) => {
    const loaded = await page<T>(next);
    setValue((now) => (now?.next === next ? { items: [...now.items, ...loaded.items], next: loaded.next } : now));
  });
  const next = value?.next;
  return {
    items: value?.items ?? null,
    error: error ?? more.error,
    reload,
    more: next ? { busy: more.busy, load: () => void more.run(next) } : null,
  };
}

/** An action with its state: one after the other in the order in which they are asked for, and what went wrong last. */
export function useAction<A extends unknown[]>(act: (...args: A) => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const before = useRef(Promise.resolve());
  const perform = async (...args: A) => {
    setBusy(true);
    setError(null);
    try {
      await act(...args);
    } catch (e) {
      setError(e);
    } finally {
      setBusy(false);
    }
  };
  const run = (...args: A) => {
    before.current = before.current.then(() => perform(...args));
    return before.current;
  };
  return { run, busy, error: error === null ? null : explain(error), cause: error };
}

/** The time, once a second while it is wanted. */
export function useNow(ticking: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!ticking) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [ticking]);
  return now;
}
