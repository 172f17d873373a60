import { useState } from 'react';
import { explain, get, page } from '../api/client';
import { useLoad } from '../api/hooks';
import type { CreditEntry } from '../api/types';
import { when } from '../ui/format';
import { Button, Empty, Problem, Section, Skeleton } from '../ui/parts';

const KINDS: Record<CreditEntry['kind'], string> = {
  grant: 'Given',
  reserve: 'Set aside',
  settle: 'Spent',
  refund: 'Given back',
  spend: 'Spent',
};

export default function Credits() {
  const balance = useLoad(() => get<{ credits: number }>('/api/users/get_credits'), 'balance');
  const { value, error, setValue } = useLoad(() => page<CreditEntry>('/api/users/credit-history?limit=20'), 'history');
  const [more, setMore] = useState<string | null>(null);
  const next = async () => {
    try {
      const loaded = await page<CreditEntry>(value!.next!);
      setValue({ items: [...value!.items, ...loaded.items], next: loaded.next });
    } catch (e) {
      setMore(explain(e));
    }
  };
  return (
    <div className="page narrow">
      <h1>Credits</h1>
      <Section title={`${balance.value?.credits ?? '–'} left`} hint="An ad sets one aside when it starts. It comes back when the ad fails or is cancelled.">
        <Problem>{error ?? balance.error ?? more}</Problem>
        {!value && !error && <Skeleton />}
        {value?.items.length === 0 && <Empty title="Nothing has happened yet" />}
        {value && value.items.length > 0 && (
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
                {value.items.map((entry) => (
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
        {value?.next && <Button onPress={() => void next()}>Show older ones</Button>}
      </Section>
    </div>
  );
}
