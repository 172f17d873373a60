import { useCallback, useEffect, useRef, useState } from 'react';
import { explain } from './client';

/** Something that is loaded: its value, why there is none, and a way to load it again. */
export function useLoad<T>(load: () => Promise<T>, key: string) {
  const [value, setValue] = useState<T | null>(null);
  const [error, setError] = useState<string | null>(null);
  const latest = useRef(load);
  latest.current = load;
  const reload = useCallback(async () => {
    try {
      const loaded = await latest.current();
      setValue(loaded);
      setError(null);
    } catch (e) {
      setError(explain(e));
    }
  }, []);
  useEffect(() => {
    setValue(null);
    void reload();
  }, [key, reload]);
  return { value, error, reload, setValue };
}

/** An action with its state: one at a time, and what went wrong last. */
export function useAction<A extends unknown[]>(act: (...args: A) => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (...args: A) => {
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
