import { useState } from 'react';
import { get, post } from '../api/client';
import { useAction, useLoad } from '../api/hooks';
import type { OperatorsFile, OperatorsRunDetail } from '../api/types';
import { failure } from '../ui/failures';
import { download, size, STAGES, when, words } from '../ui/format';
import { Button, Problem, Section, Skeleton } from '../ui/parts';
import { Table, type Column } from '../ui/table';
import { History } from './history';
import { hasEnded, useLooks } from './looks';
import { ReplayForm } from './replay';
import { Durations, State } from './runs';
import { SideBySide } from './side-by-side';

export function OneRun({ id }: { id: string }) {
  const detail = useLoad(() => get<OperatorsRunDetail>(`/api/admin/runs/${id}`), id);
  const [replay, setReplay] = useState<string | null>(null);
  const resume = useAction(async () => {
    await post(`/api/admin/runs/${id}/resume`);
    await detail.reload();
  });
  const open = detail.value !== null && !hasEnded(detail.value.run.state);
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
        {run.message && (
          <Problem>
            {run.code && <b>{failure(run.code)}. </b>}
            {run.message}
          </Problem>
        )}
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
      {replay && <SideBySide key={replay} past={detail.value} replay={replay} />}
      {run.kind !== 'shadow' && !open && <ReplayForm run={run} onStarted={setReplay} />}
      <History run={id} open={open} />
    </div>
  );
}

/** Formats are called by their abbreviations. */
const nameFor = (artifact: string) => words(artifact).replace(/ (ass|srt|vtt)$/, (format) => format.toUpperCase());

/** The name of a file in the bucket, without its folders. */
const nameOf = (key: string) => key.replace(/.*\//, '');

const FILES: Column<OperatorsFile>[] = [
  { title: 'Stage', cell: ({ stage }) => STAGES[stage], place: 'titled' },
  {
    title: 'File',
    cell: ({ key, artifact, aspect_ratio, url }) => (
      <>
        {url ? <a href={download(url, nameOf(key))}>{nameFor(artifact)}</a> : nameFor(artifact)} {aspect_ratio}
      </>
    ),
    place: 'first',
  },
  { title: 'Size', cell: ({ bytes }) => size(bytes), place: 'end', isNumber: true },
  { title: 'Made by', cell: ({ reused }) => (reused ? 'An earlier run' : 'This run'), place: 'titled' },
];

function Files({ files }: { files: OperatorsFile[] }) {
  return (
    <Section title="Files">
      <Table label="Files" columns={FILES} rows={files} keyOf={({ key }) => key} />
    </Section>
  );
}
