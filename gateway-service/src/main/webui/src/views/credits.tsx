import { get } from '../api/client';
import { useLoad, usePages } from '../api/hooks';
import type { CreditEntry } from '../api/types';
import { when } from '../ui/format';
import { Empty, More, Problem, Section, Skeleton } from '../ui/parts';

const KINDS: Record<CreditEntry['kind'], string> = {
  grant: 'Given',
  reserve: 'Set aside',
  settle: 'Spent',
  refund: 'Given back',
  spend: 'Spent',
};

export default function Credits() {
  const balance = useLoad(() => get<{ credits: number }>('/api/users/get_credits'), 'balance');
  const { items, error, more } = usePages<CreditEntry>('/api/users/credit-history?limit=20');
  return (
    <div className="page narrow">
      <h1>Credits</h1>
      <Section title={`${balance.value?.credits ?? '–'} left`} hint="An ad sets one aside when it starts. It comes back when the ad fails or is cancelled.">
        <Problem>{error ?? balance.error}</Problem>
        {!items && !error && <Skeleton />}
        {items?.length === 0 && <Empty title="Nothing has happened yet" />}
        {items && items.length > 0 && (
          <div className="scroll" tabIndex={0} role="region" aria-label="History of credits">
            <table>
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">What</th>
                  <th scope="col">Why</th>
                  <th scope="col" className="number">
                    Credits
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((entry) => (
                  <tr key={entry.id}>
                    <td>{when(entry.created_at)}</td>
                    <td>{KINDS[entry.kind]}</td>
                    <td>{entry.reason}</td>
                    <td className="number">{entry.amount > 0 ? `+${entry.amount}` : entry.amount}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <More more={more} />
      </Section>
    </div>
  );
}
