import { get } from '../api/client';
import { useLoad } from '../api/hooks';
import type { TopicLag } from '../api/types';
import { STAGES } from '../ui/format';
import { Button, Problem, Skeleton } from '../ui/parts';
import { Table, type Column } from '../ui/table';
import { useLooks } from './looks';

const BETWEEN_LOOKS = 5000;

const COLUMNS: Column<TopicLag>[] = [
  { title: 'For', cell: ({ stage }) => (stage ? STAGES[stage] : 'The gateway'), place: 'first' },
  { title: 'Topic', cell: ({ topic }) => <span className="mono">{topic}</span>, place: 'line' },
  {
    title: 'Readers',
    cell: ({ readers }) => (readers > 0 ? readers : <span className="badge bad">None</span>),
    place: 'titled',
    isNumber: true,
  },
  { title: 'Waiting', cell: ({ waiting }) => waiting, place: 'titled', isNumber: true },
  { title: 'Retrying', cell: ({ stage, retrying }) => (stage ? retrying : '–'), place: 'titled', isNumber: true },
];

/** What waits in the topics, looked at again while the page is seen. */
export function Lag() {
  const { value, error, reload } = useLoad(() => get<TopicLag[]>('/api/admin/lag'), 'lag');
  useLooks(true, reload, BETWEEN_LOOKS);
  return (
    <div className="page">
      <div className="page-head">
        <h1>Waiting</h1>
        <Button onPress={() => void reload()}>Look again</Button>
      </div>
      <p className="lead">What is in Kafka and not yet acknowledged. A stage works on one job at a time, so more processes work off more.</p>
      <Problem>{error}</Problem>
      {!value && !error && <Skeleton lines={6} />}
      {value && <Table className="card" label="Lag by topic" columns={COLUMNS} rows={value} keyOf={(lag) => `${lag.group}-${lag.topic}`} />}
    </div>
  );
}
