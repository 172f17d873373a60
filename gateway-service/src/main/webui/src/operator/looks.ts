import { useEffect } from 'react';

const ENDED = ['completed', 'failed', 'cancelled'];

/** Whether a run in this state changes no more. */
export const hasEnded = (state: string) => ENDED.includes(state);

const BETWEEN_LOOKS = 1500;

/** Looks again and again, as long as there is more to come and the page is seen. */
export function useLooks(more: boolean, look: () => Promise<void>, between = BETWEEN_LOOKS) {
  useEffect(() => {
    if (!more) return;
    const timer = setInterval(() => {
      if (!document.hidden) void look();
    }, between);
    return () => clearInterval(timer);
  }, [more, look, between]);
}
