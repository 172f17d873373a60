import { useState } from 'react';
import { usePages } from '../api/hooks';
import type { OperatorsRun } from '../api/types';
import { Choice } from '../ui/choice';
import { span, STAGES, when, words } from '../ui/format';
import { Button, Empty, More, Problem, Skeleton } from '../ui/parts';
import { Table, type Column } from '../ui/table';

const STATES = ['all', 'reserved', 'running', 'waiting', 'completed', 'failed', 'cancelled'];

const COLUMNS: Column<OperatorsRun>[] = [
  {
    title: 'Run',
    cell: ({ run_id }) => (
      <a href={`#/runs/${run_id}`} className="mono">
        {run_id.slice(0, 8)}
      </a>
    ),
    place: 'first',
  },
  { title: 'Kind', cell: ({ kind, replay_of }) => (replay_of ? `${words(kind)}, replay` : words(kind)), place: 'first' },
  { title: 'State', cell: ({ state }) => <State state={state} />, place: 'end' },
  { title: 'Stages', cell: (run) => <Durations run={run} />, place: 'line' },
  { title: 'Asked for', cell: ({ created_at }) => when(created_at), place: 'print' },
  {
    title: 'Took',
    cell: ({ created_at, finished_at }) => (finished_at ? span(Date.parse(finished_at) - Date.parse(created_at)) : '–'),
    place: 'titled',
    isNumber: true,
  },
  { title: 'Cost', cell: ({ cost }) => (cost ? `$${cost}` : '–'), place: 'titled', isNumber: true },
];

export function Runs() {
  const [state, setState] = useState('all');
  const query = state === 'all' ? '' : `&state=${state}`;
  const { items, error, reload, more } = usePages<OperatorsRun>(`/api/admin/runs?limit=25${query}`);
  return (
    <div className="page">
      <div className="page-head">
        <h1>Runs</h1>
        <Button onPress={() => void reload()}>Look again</Button>
      </div>
      <Choice label="State" size="small" value={state} onChange={setState} options={STATES.map((id) => ({ id, label: words(id) }))} />
      <Problem>{error}</Problem>
      {!items && !error && <Skeleton lines={6} />}
      {items?.length === 0 && <Empty title="No runs of this kind" />}
      {items && items.length > 0 && (
        <Table className="card" label="Runs" columns={COLUMNS} rows={items} keyOf={({ run_id }) => run_id} />
      )}
      <More more={more} />
    </div>
  );
}

export function State({ state }: { state: string }) {
  const tone =
    { completed: 'good', succeeded: 'good', reused: 'good', failed: 'bad', running: 'busy', waiting: 'busy', reserved: 'busy' }[state] ??
    'idle';
  return <span className={`badge ${tone}`}>{words(state)}</span>;
}

const ORDER = Object.keys(STAGES);

/** How long each stage took in each attempt, as a line of parts; what was used again took none. */
export function Durations({ run }: { run: OperatorsRun }) {
  const ended = run.stages
    .filter(({ started_at, finished_at }) => started_at && finished_at)
    .sort((a, b) => a.attempt - b.attempt || ORDER.indexOf(a.stage) - ORDER.indexOf(b.stage));
  return (
    <span className="durations">
      {ended.map((stage) => (
        <span key={`${stage.stage}-${stage.attempt}`} className={`duration ${stage.state}`}>
          {STAGES[stage.stage]}{' '}
          {stage.state === 'reused' ? 'kept' : span(Date.parse(stage.finished_at!) - Date.parse(stage.started_at!))}
        </span>
      ))}
    </span>
  );
}
