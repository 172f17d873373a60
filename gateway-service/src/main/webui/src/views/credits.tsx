import { get } from '../api/client';
import { useLoad, usePages } from '../api/hooks';
import type { CreditEntry } from '../api/types';
import { plain } from '../ui/failures';
import { signed, when } from '../ui/format';
import { Empty, More, Problem, Section, Skeleton } from '../ui/parts';
import { Table, type Column } from '../ui/table';

const KINDS: Record<CreditEntry['kind'], string> = {
  grant: 'Given',
  reserve: 'Set aside',
  settle: 'Kept',
  refund: 'Given back',
  spend: 'Spent',
};

const COLUMNS: Column<CreditEntry>[] = [
  { title: 'When', cell: (entry) => when(entry.created_at), place: 'print' },
  { title: 'What', cell: (entry) => KINDS[entry.kind], place: 'first' },
  { title: 'Why', cell: (entry) => plain(entry.reason), place: 'line' },
  { title: 'Credits', cell: (entry) => signed(entry.amount), place: 'end', isNumber: true },
];

export default function Credits() {
  const balance = useLoad(() => get<{ credits: number }>('/api/users/get_credits'), 'balance');
  const { items, error, more } = usePages<CreditEntry>('/api/users/credit-history?limit=20');
  return (
    <div className="page narrow">
      <h1>Credits</h1>
      <Section title={`${balance.value?.credits ?? '–'} credits left`} hint="An ad sets one aside when it starts, and keeps it when it is finished. It comes back when the ad fails or is cancelled.">
        <Problem>{error ?? balance.error}</Problem>
        {!items && !error && <Skeleton />}
        {items?.length === 0 && <Empty title="Nothing has happened yet" />}
        {items && items.length > 0 && (
          <Table label="History of credits" columns={COLUMNS} rows={items} keyOf={({ id }) => id} />
        )}
        <More more={more} />
      </Section>
    </div>
  );
}
