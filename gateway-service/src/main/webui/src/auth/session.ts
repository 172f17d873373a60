import { useSyncExternalStore } from 'react';

/**
 * Who is signed in. The token lives in memory and, so that a reload does not sign out, in this tab's session storage; it
 * is never part of an address.
 */
export interface Session {
  token: string;
  user: string;
  email: string | null;
  operator: boolean;
  /** In milliseconds since 1970. */
  expires: number;
}

const KEY = 'reels.session';
const listeners = new Set<() => void>();
let session: Session | null = read(sessionStorage.getItem(KEY));
let ended = false;

/** What the gateway tells the page about signing in. */
export interface Settings {
  supabase_url: string;
  supabase_key: string | null;
  demo: boolean;
}

/** The session that a token stands for; null where it is no token. Its signature is the gateway's to check. */
export function read(token: string | null): Session | null {
  if (!token) return null;
  try {
    const payload = token.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/');
    const claims = JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(payload), (c) => c.charCodeAt(0)))) as {
      sub?: string;
      email?: string;
      role?: string;
      exp?: number;
    };
    return {
      token,
      user: claims.sub ?? '',
      email: claims.email ?? null,
      operator: claims.role === 'service_role',
      expires: (claims.exp ?? 0) * 1000,
    };
  } catch {
    return null;
  }
}

function change(next: Session | null) {
  session = next;
  if (next) sessionStorage.setItem(KEY, next.token);
  else sessionStorage.removeItem(KEY);
  listeners.forEach((listener) => listener());
}

export function token(): string | null {
  return session?.token ?? null;
}

/** Takes a token for this tab. */
export function begin(next: Session) {
  ended = false;
  change(next);
}

/** The gateway does not take the token any more. */
export function endSession() {
  if (!session) return;
  ended = true;
  change(null);
}

/** The user leaves. */
export async function signOut() {
  ended = false;
  change(null);
  if (sessionStorage.getItem(SUPABASE)) await (await client()).auth.signOut({ scope: 'local' });
}

/** Whether the last session has ended by itself. */
export function hasEnded(): boolean {
  return ended;
}

export function useSession(): Session | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => session,
  );
}

const SUPABASE = 'reels.supabase';
let settings: Promise<Settings> | null = null;
let supabase: ReturnType<typeof connect> | null = null;

export function loadSettings(): Promise<Settings> {
  settings ??= fetch('/studio.json')
    .then((response) => {
      if (!response.ok) throw new Error('The gateway does not answer');
      return response.json() as Promise<Settings>;
    })
    .catch((e: unknown) => {
      settings = null;
      throw e;
    });
  return settings;
}

async function connect() {
  const { supabase_url, supabase_key } = await loadSettings();
  const { createClient } = await import('@supabase/supabase-js');
  const created = createClient(supabase_url, supabase_key ?? '', {
    auth: { storage: sessionStorage, storageKey: SUPABASE, detectSessionInUrl: false, flowType: 'pkce' },
  });
  created.auth.onAuthStateChange((event, found) => {
    const next = found && event !== 'SIGNED_OUT' ? read(found.access_token) : null;
    if (next) begin(next);
  });
  return created;
}

function client() {
  supabase ??= connect();
  return supabase;
}

/** Signs in with Supabase Auth. */
export async function signIn(email: string, password: string): Promise<void> {
  const { data, error } = await (await client()).auth.signInWithPassword({ email, password });
  if (error) throw error;
  const next = read(data.session.access_token);
  if (next) begin(next);
}

// A session of Supabase is renewed before it ends, also after a reload.
if (sessionStorage.getItem(SUPABASE)) void client();
