import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useAction, useLoad } from '../api/hooks';
import { Button, Field, Notice, Problem, Skeleton } from '../ui/parts';
import { begin, hasEnded, loadSettings, read, signIn } from './session';

/** The user whom the local stack's sign-in knows; there is none of the name elsewhere. */
const DEMO = { email: 'demo@reelsai.local', password: 'demo' };

export function SignIn() {
  const { value: settings, error } = useLoad(loadSettings, 'settings');
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <img src="/favicon.svg" alt="" width="44" height="44" />
        <h1>ReelsAI Studio</h1>
        <p className="lead">A product goes in, a finished video ad comes out.</p>
        {hasEnded() && <Notice>Your session has ended. Sign in again and you are back where you were.</Notice>}
        <Problem>{error}</Problem>
        {!settings && !error && <Skeleton lines={2} />}
        {settings && (settings.demo ? <Demo /> : <WithSupabase />)}
        {settings && <WithToken />}
      </div>
    </main>
  );
}

function Demo() {
  const { run, busy, error } = useAction(() => signIn(DEMO.email, DEMO.password));
  return (
    <>
      <Button kind="primary" isPending={busy} onPress={() => void run()}>
        Continue as the demo user
      </Button>
      <p className="hint">This is a suite on your own machine. It makes real ads, without any account.</p>
      <Problem>{error}</Problem>
    </>
  );
}

function WithSupabase() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { run, busy, error } = useAction(() => signIn(email, password));
  return (
    <Form
      onSubmit={(e) => {
        e.preventDefault();
        void run();
      }}
    >
      <Field label="Email" type="email" autoComplete="email" value={email} onChange={setEmail} isRequired />
      <Field
        label="Password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        isRequired
      />
      <Button kind="primary" type="submit" isPending={busy} isDisabled={!email || !password}>
        Sign in
      </Button>
      <Problem>{error}</Problem>
    </Form>
  );
}

function WithToken() {
  const [token, setToken] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const enter = () => {
    const session = read(token.trim());
    if (!session) setProblem('This is not an access token');
    else if (session.expires < Date.now()) setProblem('This token has expired');
    else begin(session);
  };
  return (
    <details>
      <summary>Sign in with an access token</summary>
      <Form
        onSubmit={(e) => {
          e.preventDefault();
          enter();
        }}
      >
        <Field
          label="Access token"
          type="password"
          autoComplete="off"
          value={token}
          onChange={setToken}
          hint="Of a user, or of an operator: ./reels token --role service_role"
        />
        <Button type="submit" isDisabled={!token}>
          Use this token
        </Button>
        <Problem>{problem}</Problem>
      </Form>
    </details>
  );
}
