import { post } from '../api/client';
import { useAction, usePages } from '../api/hooks';
import type { DeadLetter } from '../api/types';
import { failure, plain } from '../ui/failures';
import { STAGES, when } from '../ui/format';
import { Button, Empty, More, Problem, Skeleton } from '../ui/parts';

/** Told by the gateway of what itself could not read; what a stage has put aside bears none. */
const CONSUMER = 'dead-letter-consumer';

export function DeadLetters() {
  const { items, error, reload, more } = usePages<DeadLetter>('/api/admin/dead-letters?limit=50');
  return (
    <div className="page">
      <div className="page-head">
        <h1>Dead letters</h1>
        <Button onPress={() => void reload()}>Look again</Button>
      </div>
      <p className="lead">What was asked for and could not be done. Another try costs the user nothing.</p>
      <Problem>{error}</Problem>
      {!items && !error && <Skeleton />}
      {items?.length === 0 && (
        <Empty title="There are none">
          <p className="hint">Whatever the stages were asked for, they have done or are at work on.</p>
        </Empty>
      )}
      <ul className="letters">
        {byRecord(items ?? []).map((copies) => (
          <Letter key={copies[0].id} copies={copies} onRetried={() => void reload()} />
        ))}
      </ul>
      <More more={more} />
    </div>
  );
}

/** One record is put aside by everybody who reads its topic and cannot: by the stage, and by the gateway. */
function byRecord(letters: DeadLetter[]): [DeadLetter, ...DeadLetter[]][] {
  const records = new Map<string, [DeadLetter, ...DeadLetter[]]>();
  for (const letter of letters) {
    const place = letter.offset === null ? `letter ${letter.id}` : `${letter.topic} ${letter.partition} ${letter.offset}`;
    const copies = records.get(place);
    if (copies) copies.push(letter);
    else records.set(place, [letter]);
  }
  // The stage's own first: it says best what has gone wrong, and is what waits for another try.
  return [...records.values()].map((copies) => copies.sort((a, b) => Number(byGateway(a)) - Number(byGateway(b))));
}

const byGateway = ({ headers }: DeadLetter) => CONSUMER in headers;

/** Who has put a dead letter aside. */
const reader = (letter: DeadLetter) =>
  byGateway(letter) || !letter.stage ? 'the gateway' : `the ${STAGES[letter.stage].toLowerCase()} stage`;

function Letter({ copies, onRetried }: { copies: [DeadLetter, ...DeadLetter[]]; onRetried: () => void }) {
  const [letter] = copies;
  const retried = copies.find(({ retried_at }) => retried_at)?.retried_at;
  const retry = useAction(async () => {
    await post(`/api/admin/dead-letters/${letter.id}/retry`);
    onRetried();
  });
  return (
    <li className="card">
      <div className="card-head">
        <div>
          <h2>
            {letter.stage ? `${STAGES[letter.stage]}: ${plain(letter.code)}` : failure(letter.code)}
          </h2>
          <p className="hint">
            {when(letter.died_at)}, put aside by {copies.map(reader).join(' and by ')}
            {letter.run_id && (
              <>
                {' · '}
                <a href={`#/runs/${letter.run_id}`}>Run {letter.run_id.slice(0, 8)}</a>
              </>
            )}
          </p>
        </div>
        {retried ? (
          <span className="badge idle">Tried again {when(retried)}</span>
        ) : (
          letter.run_id && (
            <Button isPending={retry.busy} onPress={() => void retry.run()}>
              Try again
            </Button>
          )
        )}
      </div>
      {!letter.reason.startsWith(failure(letter.code)) && <p className="wrap">{letter.reason}</p>}
      {!letter.run_id && <p className="hint">It does not say which run it belongs to, so there is nothing to try again.</p>}
      <Problem>{retry.error}</Problem>
      <details>
        <summary>Record</summary>
        <p className="hint mono wrap">
          {letter.topic}
          {letter.offset !== null && `, partition ${letter.partition}, offset ${letter.offset}`} · {letter.code}
        </p>
        {letter.value && <pre tabIndex={0}>{letter.value}</pre>}
      </details>
    </li>
  );
}
