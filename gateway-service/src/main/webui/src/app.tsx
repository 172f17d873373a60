import { lazy, Suspense, useEffect, useState } from 'react';
import { useLoad } from './api/hooks';
import { get } from './api/client';
import { SignIn } from './auth/sign-in';
import { signOut, useSession } from './auth/session';
import { Button, Skeleton } from './ui/parts';
import { Brief } from './views/brief';

const Editor = lazy(() => import('./views/editor'));
const Watch = lazy(() => import('./views/watch'));
const Projects = lazy(() => import('./views/projects'));
const Credits = lazy(() => import('./views/credits'));
const Operator = lazy(() => import('./operator/operator'));

/** The place in the studio: what stands behind the # of the address. */
export function useRoute(): string[] {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const changed = () => setHash(location.hash);
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
}

export function App() {
  const session = useSession();
  const route = useRoute();
  const place = route.join('/');
  useEffect(() => {
    scrollTo(0, 0);
    document.title = `${title(route, session?.operator ?? false)} · ReelsAI Studio`;
    if (session) document.querySelector('main')?.focus({ preventScroll: true });
  }, [place, session?.user]);

  if (!session) return <SignIn />;
  return (
    <>
      <Header operator={session.operator} place={place} />
      <main tabIndex={-1}>
        <Suspense fallback={<Skeleton lines={6} />}>
          {session.operator ? <Operator route={route} /> : <View key={place} route={route} />}
        </Suspense>
      </main>
    </>
  );
}

function title([first, id, second]: string[], operator: boolean): string {
  if (operator) return first === 'dead-letters' ? 'Dead letters' : first === 'lag' ? 'Waiting' : first === 'runs' && id ? 'Run' : 'Runs';
  if (first === 'projects' && id) return second === 'edit' ? 'Editor' : 'Your ad';
  return first === 'projects' ? 'Projects' : first === 'credits' ? 'Credits' : 'Make an ad';
}

function View({ route }: { route: string[] }) {
  const [first, id, second] = route;
  if (first === 'projects' && id && second === 'edit') return <Editor project={id} />;
  if (first === 'projects' && id) return <Watch project={id} />;
  if (first === 'projects') return <Projects />;
  if (first === 'credits') return <Credits />;
  return <Brief />;
}

const PLACES = [
  ['', 'Make an ad'],
  ['projects', 'Projects'],
  ['credits', 'Credits'],
] as const;

const OPERATORS_PLACES = [
  ['', 'Runs'],
  ['lag', 'Waiting'],
  ['dead-letters', 'Dead letters'],
] as const;

function Header({ operator, place }: { operator: boolean; place: string }) {
  return (
    <header className="top">
      <a className="brand" href="#/">
        <img src="/favicon.svg" alt="" width="28" height="28" />
        <span>
          ReelsAI <span className="brand-part">{operator ? 'Operator' : 'Studio'}</span>
        </span>
      </a>
      <nav aria-label="Places">
        {(operator ? OPERATORS_PLACES : PLACES).map(([path, name]) => (
          <a key={path} href={`#/${path}`} aria-current={isAt(place, path) ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <div className="top-end">
        {!operator && <Balance place={place} />}
        <Theme />
        <Button kind="quiet" onPress={() => void signOut()}>
          Sign out
        </Button>
      </div>
    </header>
  );
}

function isAt(place: string, path: string): boolean {
  return path === '' ? place === '' || place.startsWith('runs') : place.startsWith(path);
}

function Balance({ place }: { place: string }) {
  const { value, reload } = useLoad(() => get<{ credits: number }>('/api/users/get_credits'), 'credits');
  useEffect(() => {
    void reload();
    addEventListener('reels:credits', reload);
    return () => removeEventListener('reels:credits', reload);
  }, [place, reload]);
  return (
    <a className="balance" href="#/credits">
      <b>{value?.credits ?? '–'}</b> credits
    </a>
  );
}

function Theme() {
  const [theme, setTheme] = useState(() => localStorage.getItem('reels.theme') ?? '');
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    if (theme) localStorage.setItem('reels.theme', theme);
  }, [theme]);
  const dark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  return (
    <Button kind="quiet" aria-label={dark ? 'Light colours' : 'Dark colours'} onPress={() => setTheme(dark ? 'light' : 'dark')}>
      <span aria-hidden="true">{dark ? '☀' : '☾'}</span>
    </Button>
  );
}
