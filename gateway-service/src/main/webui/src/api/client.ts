import { endSession, token } from '../auth/session';

/** What the API has refused, in words that can be shown (RFC 9457). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    detail: string,
    readonly violations: { field: string; message: string }[] = [],
  ) {
    super(detail);
  }

  /** The violations by field, as forms take them. */
  fields(): Record<string, string> {
    return Object.fromEntries(
      this.violations.map(({ field, message }) => [field, message.charAt(0).toUpperCase() + message.slice(1)]),
    );
  }
}

/** One page of a list, and where the next one is. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

const UNREACHABLE = 'The gateway does not answer. Check the connection and try again.';

export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  const bearer = token();
  if (bearer) headers.set('Authorization', `Bearer ${bearer}`);
  let response: Response;
  try {
    response = await fetch(path, { ...init, headers });
  } catch (e) {
    if (e instanceof DOMException && e.name === 'AbortError') throw e;
    throw new ApiError(0, UNREACHABLE);
  }
  if (!response.ok) throw problem(response.status, await response.text());
  return response;
}

function problem(status: number, body: string): ApiError {
  if (status === 401) endSession();
  try {
    const parsed = JSON.parse(body) as { detail?: string; violations?: { field: string; message: string }[] };
    return new ApiError(status, parsed.detail ?? `The gateway answered ${status}`, parsed.violations);
  } catch {
    return new ApiError(status, `The gateway answered ${status}`);
  }
}

async function json<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  const response = await send(
    path,
    body === undefined
      ? { method, headers }
      : { method, headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
  );
  return (response.status === 204 ? undefined : await response.json()) as T;
}

export const get = <T>(path: string) => json<T>('GET', path);
export const post = <T>(path: string, body?: unknown, headers?: Record<string, string>) =>
  json<T>('POST', path, body, headers);
export const put = <T>(path: string, body: unknown) => json<T>('PUT', path, body);
export const remove = (path: string) => json<void>('DELETE', path);

/** A page of a list; `Link` (RFC 8288) leads to the next. */
export async function page<T>(path: string): Promise<Page<T>> {
  const response = await send(path);
  const next = /<([^>]+)>;\s*rel="next"/.exec(response.headers.get('Link') ?? '')?.[1] ?? null;
  return { items: (await response.json()) as T[], next };
}

/** Sends a file as a form; fetch cannot tell how much of it is sent. */
export function upload<T>(path: string, file: File, progress: (percent: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Authorization', `Bearer ${token() ?? ''}`);
    request.upload.onprogress = (e) => e.lengthComputable && progress((100 * e.loaded) / e.total);
    request.onerror = () => reject(new ApiError(0, UNREACHABLE));
    request.onload = () =>
      request.status < 300
        ? resolve(JSON.parse(request.responseText) as T)
        : reject(problem(request.status, request.responseText));
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

/** What to show of anything that went wrong. */
export function explain(e: unknown): string {
  return e instanceof Error ? e.message : String(e);
}
