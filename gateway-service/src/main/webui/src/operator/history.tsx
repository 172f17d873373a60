import { useEffect, useRef, useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { get } from '../api/client';
import { useLoad } from '../api/hooks';
import type { RunHistory } from '../api/types';
import { when } from '../ui/format';
import { Problem, Section, Skeleton } from '../ui/parts';

const PROGRESS = 'reels.run.progress.v1';

/** The time between an event and the one before it. */
const after = (milliseconds: number) => (milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`);

/** What was said of a run, with the events themselves; how far the stages say they are only where it is asked for. */
export function History({ run, open }: { run: string; open: boolean }) {
  const { value, error, reload } = useLoad(() => get<RunHistory>(`/api/admin/runs/${run}/events`), run);
  const [all, setAll] = useState(false);
  const wasOpen = useRef(open);
  // Once more when the run has ended: only then is everything said.
  useEffect(() => {
    if (wasOpen.current && !open) void reload();
    wasOpen.current = open;
  }, [open, reload]);
  const events = value?.events ?? [];
  const steps = events.filter(({ topic }) => topic !== PROGRESS).length;
  return (
    <Section
      title="What was said"
      hint={value?.complete === false ? 'Not all of it could be read in time.' : 'Read back from Kafka.'}
      aside={
        events.length > steps && (
          <Checkbox className="toggle" isSelected={all} onChange={setAll}>
            <span className="toggle-mark" aria-hidden="true" />
            {events.length - steps} reports of progress
          </Checkbox>
        )
      }
    >
      <Problem>{error}</Problem>
      {!value && !error && <Skeleton />}
      <ol className="history">
        {events.map(
          (event) =>
            (all || event.topic !== PROGRESS) && (
              <li key={`${event.topic}-${event.partition}-${event.offset}`}>
                <details>
                  <summary>
                    <span className="mono">{event.topic}</span>
                    <span className="hint">
                      {when(event.at)}
                      {event !== events[0] && `, ${after(event.lag_ms)} later`}
                    </span>
                  </summary>
                  <pre tabIndex={0}>{JSON.stringify(event.event, null, 2)}</pre>
                </details>
              </li>
            ),
        )}
      </ol>
    </Section>
  );
}
