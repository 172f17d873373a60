import { get } from '../api/client';
import { useLoad } from '../api/hooks';
import type { TopicLag } from '../api/types';
import { STAGES } from '../ui/format';
import { Button, Problem, Skeleton } from '../ui/parts';
import { useLooks } from './looks';

const BETWEEN_LOOKS = 5000;

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
      {value && (
        <div className="scroll card" tabIndex={0} role="region" aria-label="Lag by topic">
          <table>
            <thead>
              <tr>
                <th scope="col">For</th>
                <th scope="col">Topic</th>
                <th scope="col" className="number">
                  Readers
                </th>
                <th scope="col" className="number">
                  Waiting
                </th>
                <th scope="col" className="number">
                  Retrying
                </th>
              </tr>
            </thead>
            <tbody>
              {value.map((lag) => (
                <tr key={`${lag.group}-${lag.topic}`}>
                  <td>{lag.stage ? STAGES[lag.stage] : 'The gateway'}</td>
                  <td className="mono">{lag.topic}</td>
                  <td className="number">{lag.readers > 0 ? lag.readers : <span className="badge bad">None</span>}</td>
                  <td className="number">{lag.waiting}</td>
                  <td className="number">{lag.stage ? lag.retrying : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
