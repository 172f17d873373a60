import { useState } from 'react';
import { usePages } from '../api/hooks';
import type { OperatorsRun } from '../api/types';
import { Choice } from '../ui/choice';
import { span, STAGES, when, words } from '../ui/format';
import { Button, Empty, More, Problem, Skeleton } from '../ui/parts';

const STATES = ['all', 'reserved', 'running', 'waiting', 'completed', 'failed', 'cancelled'];

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
        <div className="scroll card" tabIndex={0} role="region" aria-label="Runs">
          <table>
            <thead>
              <tr>
                <th scope="col">Run</th>
                <th scope="col">Kind</th>
                <th scope="col">State</th>
                <th scope="col">Stages</th>
                <th scope="col">Asked for</th>
                <th scope="col" className="number">
                  Took
                </th>
                <th scope="col" className="number">
                  Cost
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((run) => (
                <tr key={run.run_id}>
                  <td>
                    <a href={`#/runs/${run.run_id}`} className="mono">
                      {run.run_id.slice(0, 8)}
                    </a>
                  </td>
                  <td>{run.replay_of ? `${words(run.kind)}, replay` : words(run.kind)}</td>
                  <td>
                    <State state={run.state} />
                  </td>
                  <td>
                    <Durations run={run} />
                  </td>
                  <td>{when(run.created_at)}</td>
                  <td className="number">{run.finished_at ? span(Date.parse(run.finished_at) - Date.parse(run.created_at)) : ''}</td>
                  <td className="number">{run.cost ? `$${run.cost}` : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
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

/** How long each stage took, as a line of parts. */
export function Durations({ run }: { run: OperatorsRun }) {
  return (
    <span className="durations">
      {run.stages
        .filter(({ started_at, finished_at }) => started_at && finished_at)
        .map((stage) => (
          <span key={`${stage.stage}-${stage.attempt}`} className={`duration ${stage.state}`}>
            {STAGES[stage.stage]} {span(Date.parse(stage.finished_at!) - Date.parse(stage.started_at!))}
          </span>
        ))}
    </span>
  );
}
