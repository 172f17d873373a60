import { useEffect, useRef, useState } from 'react';
import { get, post } from '../api/client';
import { useAction, useLoad } from '../api/hooks';
import type { OperatorsFile, OperatorsRunDetail, Replay, StageName } from '../api/types';
import { Choice } from '../ui/choice';
import { size, span, STAGES, when, words } from '../ui/format';
import { Button, Field, Notice, Problem, Section, Skeleton } from '../ui/parts';
import { History } from './history';
import { Durations, State } from './runs';

const ENDED = ['completed', 'failed', 'cancelled'];
const BETWEEN_LOOKS = 1500;

export function OneRun({ id }: { id: string }) {
  const detail = useLoad(() => get<OperatorsRunDetail>(`/api/admin/runs/${id}`), id);
  const [replay, setReplay] = useState<string | null>(null);
  const resume = useAction(async () => {
    await post(`/api/admin/runs/${id}/resume`);
    await detail.reload();
  });
  const open = detail.value !== null && !ENDED.includes(detail.value.run.state);
  useLooks(open, detail.reload);
  if (detail.error) return <Problem>{detail.error}</Problem>;
  if (!detail.value) return <Skeleton lines={8} />;
  const { run, files, script } = detail.value;
  return (
    <div className="page">
      <div className="page-head">
        <h1>
          Run <span className="mono">{run.run_id.slice(0, 8)}</span>
        </h1>
        <State state={run.state} />
      </div>
      <Section title="Stages" hint={`Asked for ${when(run.created_at)}, attempt ${run.attempt}`}
        aside={run.state === 'failed' && <Button isPending={resume.busy} onPress={() => void resume.run()}>Resume, free of charge</Button>}>
        <Durations run={run} />
        {run.message && <Problem>{`${run.code}: ${run.message}`}</Problem>}
        <Problem>{resume.error}</Problem>
        {run.replay_of && (
          <p>
            Repeats run <a href={`#/runs/${run.replay_of}`}>{run.replay_of.slice(0, 8)}</a>
            {run.from_stage && ` from ${STAGES[run.from_stage].toLowerCase()}`}.
          </p>
        )}
        {script && <blockquote>{script}</blockquote>}
      </Section>
      {files.length > 0 && <Files files={files} />}
      {replay ? <SideBySide past={detail.value} replay={replay} /> : null}
      {run.kind !== 'shadow' && ENDED.includes(run.state) && <ReplayForm run={id} onStarted={setReplay} />}
      <History run={id} open={open} />
    </div>
  );
}

function useLooks(open: boolean, look: () => Promise<void>) {
  useEffect(() => {
    if (!open) return;
    const timer = setInterval(() => void look(), BETWEEN_LOOKS);
    return () => clearInterval(timer);
  }, [open, look]);
}

function Files({ files }: { files: OperatorsFile[] }) {
  return (
    <Section title="Files">
      <div className="scroll" tabIndex={0} role="region" aria-label="Files">
        <table>
          <thead>
            <tr>
              <th scope="col">Stage</th>
              <th scope="col">File</th>
              <th scope="col" className="number">
                Size
              </th>
              <th scope="col">Made</th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <tr key={file.key}>
                <td>{STAGES[file.stage]}</td>
                <td>{file.url ? <a href={file.url}>{words(file.artifact)}</a> : words(file.artifact)}</td>
                <td className="number">{size(file.bytes)}</td>
                <td>{file.reused ? 'By an earlier run' : 'By this run'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

const FROM: StageName[] = ['voice', 'lipsync', 'editing', 'caption'];

function ReplayForm({ run, onStarted }: { run: string; onStarted: (run: string) => void }) {
  const [from, setFrom] = useState<StageName>('caption');
  const [kind, setKind] = useState('shadow');
  const [style, setStyle] = useState('');
  const [plan, setPlan] = useState<Replay | null>(null);
  const ask = (dry_run: boolean) =>
    post<Replay>(`/api/admin/runs/${run}/replay`, {
      from_stage: from,
      shadow: kind === 'shadow',
      set: style.trim() ? { caption_style: style.trim() } : {},
      dry_run,
    });
  const look = useAction(async () => setPlan(await ask(true)));
  const start = useAction(async () => {
    const started = await ask(false);
    setPlan(null);
    onStarted(started.run_id!);
  });
  return (
    <Section title="Replay" hint="A stage of this run is asked again what it was asked back then. Nobody pays for it.">
      <Choice
        label="From"
        size="small"
        value={from}
        onChange={(id) => setFrom(id as StageName)}
        options={FROM.map((id) => ({ id, label: STAGES[id] }))}
      />
      <Choice
        label="How"
        size="small"
        value={kind}
        onChange={setKind}
        options={[
          { id: 'shadow', label: 'In the shadow', hint: 'That stage alone; seen by operators only' },
          { id: 'counts', label: 'As a new run', hint: "It becomes the project's newest ad" },
        ]}
      />
      <Field label="Caption style (optional)" value={style} onChange={setStyle} hint="Another one than back then" />
      <div className="row">
        <Button isPending={look.busy} onPress={() => void look.run()}>
          What would happen?
        </Button>
        <Button kind="primary" isPending={start.busy} onPress={() => void start.run()}>
          Replay
        </Button>
      </div>
      {plan && (
        <Notice>
          {plan.stages.map(({ stage, expected }) => `${STAGES[stage]}: ${expected}`).join(', ')}
          {plan.changes.map(({ setting, from: old, to }) => ` · ${words(setting)}: ${old ?? 'ours'} → ${to}`)}
        </Notice>
      )}
      <Problem>{look.error ?? start.error}</Problem>
    </Section>
  );
}

/** What people would see or hear of a run: its most finished film, else the speech. */
function resultOf(detail: OperatorsRunDetail): OperatorsFile | undefined {
  const files = [...detail.files].reverse().filter(({ url }) => url);
  return files.find(({ artifact }) => artifact.endsWith('video')) ?? files.find(({ artifact }) => artifact === SPEECH);
}

const SPEECH = 'speech';

function Film({ file, label }: { file: OperatorsFile; label: string }) {
  const src = file.url ?? undefined;
  return file.artifact === SPEECH ? (
    <audio src={src} controls preload="metadata" aria-label={label} />
  ) : (
    <video src={src} controls playsInline preload="metadata" aria-label={label} />
  );
}

function SideBySide({ past, replay }: { past: OperatorsRunDetail; replay: string }) {
  const fresh = useLoad(() => get<OperatorsRunDetail>(`/api/admin/runs/${replay}`), replay);
  const state = fresh.value?.run.state;
  useLooks(!state || !ENDED.includes(state), fresh.reload);
  const made = state === 'completed' ? resultOf(fresh.value!) : undefined;
  const both = useRef<HTMLDivElement>(null);
  const play = () =>
    both.current?.querySelectorAll<HTMLMediaElement>('video, audio').forEach((film, index) => {
      film.currentTime = 0;
      // Two voices at once are hard to follow.
      film.muted = index === 0;
      film.play().catch(() => undefined);
    });
  const before = made ? past.files.find(({ artifact, url }) => url && artifact === made.artifact) : resultOf(past);
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
          {before && <Film file={before} label="As it was" />}
          <figcaption>Back then</figcaption>
        </figure>
        <figure>
          {made ? (
            <Film file={made} label="As it is now" />
          ) : (
            <div className="screen waiting">{fresh.value ? <State state={fresh.value.run.state} /> : '…'}</div>
          )}
          <figcaption>
            Now
            {fresh.value?.run.finished_at &&
              `, after ${span(Date.parse(fresh.value.run.finished_at) - Date.parse(fresh.value.run.created_at))}`}
          </figcaption>
        </figure>
      </div>
      {made && before && (
        <Button kind="quiet" onPress={play}>
          <span aria-hidden="true">▶</span> Play both
        </Button>
      )}
      <Problem>{fresh.error ?? fresh.value?.run.message}</Problem>
    </Section>
  );
}
