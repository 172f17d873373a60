import { post } from '../api/client';
import { useAction, usePages } from '../api/hooks';
import type { DeadLetter } from '../api/types';
import { STAGES, when } from '../ui/format';
import { Button, Empty, More, Problem, Skeleton } from '../ui/parts';

export function DeadLetters() {
  const { items, error, reload, more } = usePages<DeadLetter>('/api/admin/dead-letters?limit=50');
  return (
    <div className="page">
      <div className="page-head">
        <h1>Dead letters</h1>
        <Button onPress={() => void reload()}>Look again</Button>
      </div>
      <p className="lead">What no stage could do. Another try costs the user nothing.</p>
      <Problem>{error}</Problem>
      {!items && !error && <Skeleton />}
      {items?.length === 0 && <Empty title="There are none" />}
      <ul className="letters">
        {items?.map((letter) => (
          <Letter key={letter.id} letter={letter} onRetried={() => void reload()} />
        ))}
      </ul>
      <More more={more} />
    </div>
  );
}

function Letter({ letter, onRetried }: { letter: DeadLetter; onRetried: () => void }) {
  const retry = useAction(async () => {
    await post(`/api/admin/dead-letters/${letter.id}/retry`);
    onRetried();
  });
  return (
    <li className="card">
      <div className="card-head">
        <div>
          <h2>
            {letter.stage ? STAGES[letter.stage] : letter.topic}: {letter.code}
          </h2>
          <p className="hint">
            {when(letter.died_at)} · {letter.topic}
            {letter.run_id && (
              <>
                {' · '}
                <a href={`#/runs/${letter.run_id}`}>Run {letter.run_id.slice(0, 8)}</a>
              </>
            )}
          </p>
        </div>
        {letter.retried_at ? (
          <span className="badge idle">Tried again {when(letter.retried_at)}</span>
        ) : (
          <Button isPending={retry.busy} isDisabled={!letter.run_id} onPress={() => void retry.run()}>
            Try again
          </Button>
        )}
      </div>
      <p>{letter.reason}</p>
      <Problem>{retry.error}</Problem>
      {letter.value && (
        <details>
          <summary>Payload</summary>
          <pre tabIndex={0}>{letter.value}</pre>
        </details>
      )}
    </li>
  );
}
