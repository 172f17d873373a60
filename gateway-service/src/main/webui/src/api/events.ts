import { ApiError, send } from './client';

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 15_000;

/**
 * Listens to Server-Sent Events with the token in a header, which EventSource cannot send, and goes on after a cut from
 * the last event seen (WHATWG HTML, section 9.2).
 *
 * @param live whether more is to come after an event; the stream of an ended ad is not opened again
 */
export async function listen<T>(
  path: string,
  signal: AbortSignal,
  onEvent: (data: T) => void,
  onState: (connected: boolean) => void,
  live: (data: T) => boolean,
): Promise<void> {
  let lastId = '';
  let wait = FIRST_WAIT;
  let goOn = true;
  while (goOn && !signal.aborted) {
    try {
      const headers: Record<string, string> = { Accept: 'text/event-stream' };
      if (lastId) headers['Last-Event-ID'] = lastId;
      const response = await send(path, { headers, signal });
      onState(true);
      wait = FIRST_WAIT;
      for await (const event of parse(response.body!)) {
        if (event.id) lastId = event.id;
        if (event.data) {
          const data = JSON.parse(event.data) as T;
          onEvent(data);
          goOn = live(data);
        }
      }
    } catch (e) {
      if (signal.aborted) return;
      if (e instanceof ApiError && e.status >= 400 && e.status < 500 && e.status !== 429) throw e;
      onState(false);
    }
    if (goOn) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      wait = Math.min(2 * wait, LONGEST_WAIT);
    }
  }
}

async function* parse(body: ReadableStream<Uint8Array>): AsyncGenerator<{ id: string; data: string }> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let buffer = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      buffer += decoder.decode(part.value, { stream: true });
      const blocks = buffer.split(/\r?\n\r?\n/);
      buffer = blocks.pop() ?? '';
      for (const block of blocks) {
        let id = '';
        const data: string[] = [];
        for (const line of block.split(/\r?\n/)) {
          const match = /^(id|data):\s?(.*)$/.exec(line);
          if (match?.[1] === 'id') id = match[2] ?? '';
          if (match?.[1] === 'data') data.push(match[2] ?? '');
        }
        yield { id, data: data.join('\n') };
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
