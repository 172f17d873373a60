import { useRef, type ReactNode } from 'react';
import { get } from '../api/client';
import { useLoad } from '../api/hooks';
import type { OperatorsFile, OperatorsRunDetail } from '../api/types';
import { Film } from '../ui/film';
import { span } from '../ui/format';
import { Button, Problem, Section } from '../ui/parts';
import { hasEnded, useLooks } from './looks';
import { State } from './runs';

const SPEECH = 'speech';

/** What a run has made beside what its replay makes of it now: films, the speech, or the script. */
export function SideBySide({ past, replay }: { past: OperatorsRunDetail; replay: string }) {
  const { value: fresh, error, reload } = useLoad(() => get<OperatorsRunDetail>(`/api/admin/runs/${replay}`), replay);
  const run = fresh?.run;
  useLooks(!run || !hasEnded(run.state), reload);
  const both = useRef<HTMLDivElement>(null);
  const isDone = run?.state === 'completed';
  const made = isDone ? resultOf(fresh!) : undefined;
  const before = made ? past.files.find(({ artifact, url }) => url && artifact === made.artifact) : resultOf(past);
  const isScript = past.run.kind === 'script';
  const play = () =>
    both.current?.querySelectorAll<HTMLMediaElement>('video, audio').forEach((film, index) => {
      film.currentTime = 0;
      // Two voices at once are hard to follow.
      film.muted = index === 0;
      film.play().catch(() => undefined);
    });
  return (
    <Section
      title="Side by side"
      aside={
        <a href={`#/runs/${replay}`} className="mono">
          {replay.slice(0, 8)}
        </a>
      }
    >
      <div className="side-by-side" ref={both}>
        <figure>
          <Result file={before} label="As it was">
            {isScript && <blockquote>{past.script}</blockquote>}
          </Result>
          <figcaption>Back then</figcaption>
        </figure>
        <figure>
          <Result file={made} label="As it is now">
            {isScript && isDone ? (
              <blockquote>{fresh!.script}</blockquote>
            ) : (
              <div className="screen waiting">{run ? <State state={run.state} /> : '…'}</div>
            )}
          </Result>
          <figcaption>
            Now
            {run?.finished_at && `, after ${span(Date.parse(run.finished_at) - Date.parse(run.created_at))}`}
          </figcaption>
        </figure>
      </div>
      {made && before && (
        <Button kind="quiet" onPress={play}>
          <span aria-hidden="true">▶</span> Play both
        </Button>
      )}
      <Problem>{error ?? run?.message}</Problem>
    </Section>
  );
}

/** A file to be played; where there is none, what stands in its place. */
function Result({ file, label, children }: { file: OperatorsFile | undefined; label: string; children: ReactNode }) {
  return file?.url ? <Film src={file.url} label={label} kind={file.artifact === SPEECH ? 'sound' : 'film'} /> : children;
}

/** What people would see or hear of a run: its most finished film, else the speech. */
function resultOf(detail: OperatorsRunDetail): OperatorsFile | undefined {
  const files = [...detail.files].reverse().filter(({ url, aspect_ratio }) => url && !aspect_ratio);
  return files.find(({ artifact }) => artifact.endsWith('video')) ?? files.find(({ artifact }) => artifact === SPEECH);
}
