import { useState } from 'react';
import { get, post, put } from '../api/client';
import { useAction, useLoad } from '../api/hooks';
import type { Script } from '../api/types';
import { Choice } from '../ui/choice';
import { Bar, Button, Field, Notice, Problem, Section } from '../ui/parts';
import { room, spoken } from '../ui/speech';

interface Props {
  path: string;
  final: string | null;
  seconds: number;
  longest: number;
  onFinal: (content: string) => void;
}

/** By how many seconds the speech may be longer than asked for before anybody is told. */
const TOLERANCE = 0.5;

/** From how many variants the user chooses who asks for several. */
const SEVERAL = 3;

const LOOKS = 120;
const BETWEEN_LOOKS = 1000;

/** The words: written for the user, chosen among variants, or their own, with how long they take. */
export function ScriptEditor({ path, final, seconds, longest, onFinal }: Props) {
  const scripts = useLoad(async () => (await get<[Script[], string]>(`${path}/scripts`))[0], path);
  const [text, setText] = useState(final ?? '');
  const [saved, setSaved] = useState(final ?? '');
  const choose = useAction(async (content: string, script: string | null) => {
    await put(`${path}/scripts/finalize`, script ? { script_id: script } : { is_custom: true, content });
    setSaved(content);
    onFinal(content);
  });
  const write = useAction(async (many: number) => {
    const answer = await post<{ script?: Script; script_id?: string }>(`${path}/generate-script?variants=${many}`);
    const script = answer.script ?? (await written(path, answer.script_id!));
    await scripts.reload();
    setText(script.content);
    await choose.run(script.content, script.id);
  });

  const said = spoken(text);
  const estimate = said.at(-1)?.end ?? 0;
  const late = said.filter(({ end }) => end > seconds + TOLERANCE);
  const over = late.length;
  const variants = scripts.value ?? [];
  return (
    <Section
      title="Script"
      hint="What the presenter says."
      aside={
        <div className="row">
          <Button isPending={write.busy} onPress={() => void write.run(1)}>
            {write.busy ? 'Writing…' : variants.length > 0 ? 'Write another' : 'Write one for me'}
          </Button>
          <Button isPending={write.busy} onPress={() => void write.run(SEVERAL)}>
            Write three
          </Button>
        </div>
      }
    >
      {variants.length > 1 && (
        <Choice
          label="Variants"
          size="lines"
          value={variants.find(({ content }) => content === text)?.id ?? null}
          onChange={(id) => {
            const script = variants.find((one) => one.id === id)!;
            setText(script.content);
            void choose.run(script.content, id);
          }}
          options={variants.map((script, index) => ({ id: script.id, label: `Variant ${variants.length - index}`, hint: opening(script.content) }))}
        />
      )}
      <Field
        label="Words"
        rows={6}
        value={text}
        onChange={setText}
        maxLength={longest}
        placeholder="Have one written, or say it in your own words."
      />
      <div className="estimate">
        <Bar label="How much of the time the script takes" value={Math.min(100, (100 * estimate) / seconds)} tone={over > 0 ? 'bad' : 'good'} />
        <p className="hint" role="status">
          {said.length === 0
            ? `Room for about ${room(seconds)} words in ${seconds} seconds.`
            : `About ${Math.round(estimate)} of ${seconds} seconds, ${said.length} words.`}
        </p>
      </div>
      {over > 0 && (
        <Notice>
          {over === 1 ? 'One word does' : `${over} words do`} not fit: “… {late.slice(0, 8).map(({ text: word }) => word).join(' ')}
          {over > 8 ? ' …' : ''}”. The ad gets longer, or you make the script shorter.
        </Notice>
      )}
      <Problem>{write.error ?? choose.error ?? scripts.error}</Problem>
      <div className="script-end">
        {text.trim() !== saved.trim() && (
          <Button kind="primary" isPending={choose.busy} isDisabled={!text.trim()} onPress={() => void choose.run(text, null)}>
            Use these words
          </Button>
        )}
        {saved && text.trim() === saved.trim() && <p className="hint good-text">✓ The presenter will say this.</p>}
      </div>
    </Section>
  );
}

/** The first words of a script, to know it by. */
const opening = (content: string) => `${content.split(/\s+/).slice(0, 4).join(' ')} …`;

/** A script that takes longer shows in the list once it is written. */
async function written(path: string, id: string): Promise<Script> {
  for (let look = 0; look < LOOKS; look++) {
    const [scripts] = await get<[Script[], string]>(`${path}/scripts`);
    const script = scripts.find((one) => one.id === id);
    if (script) return script;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
  }
  throw new Error('The script was not written in time. Try again.');
}
