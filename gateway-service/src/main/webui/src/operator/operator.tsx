import { DeadLetters } from './dead-letters';
import { Lag } from './lag';
import { OneRun } from './one-run';
import { Runs } from './runs';

/** What operators see; their tokens open no user's place. */
export default function Operator({ route }: { route: string[] }) {
  const [first, id] = route;
  if (first === 'dead-letters') return <DeadLetters />;
  if (first === 'lag') return <Lag />;
  if (first === 'runs' && id) return <OneRun key={id} id={id} />;
  return <Runs />;
}
