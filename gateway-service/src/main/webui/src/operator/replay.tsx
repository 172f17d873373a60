import { useState } from 'react';
import { post } from '../api/client';
import { useAction } from '../api/hooks';
import type { OperatorsRun, Replay, StageName } from '../api/types';
import { Choice } from '../ui/choice';
import { STAGES, words } from '../ui/format';
import { Button, Field, Notice, Problem, Section } from '../ui/parts';

/** What is going to be done with a stage, in a sentence. */
const PLANS = { kept: 'left as it is', reused: 'used again', run: 'made anew' };

const OF_AN_AD: StageName[] = ['voice', 'lipsync', 'editing', 'caption'];

/** Asks a stage of a past run again; scripts have runs of their own, of one stage. */
export function ReplayForm({ run, onStarted }: { run: OperatorsRun; onStarted: (run: string) => void }) {
  const isAd = run.kind === 'video';
  const stages: StageName[] = isAd ? OF_AN_AD : ['script'];
  const [from, setFrom] = useState<StageName>(stages.at(-1)!);
  const [kind, setKind] = useState('shadow');
  const [style, setStyle] = useState('');
  const [plan, setPlan] = useState<Replay | null>(null);
  const ask = (dry_run: boolean) =>
    post<Replay>(`/api/admin/runs/${run.run_id}/replay`, {
      from_stage: from,
      shadow: kind === 'shadow',
      set: style.trim() ? { caption_style: style.trim() } : {},
      dry_run,
    });
  const look = useAction(async () => setPlan(await ask(true)));
  const start = useAction(async () => {
    const started = await ask(false);
    setPlan(null);
    onStarted(started.run_id!);
  });
  return (
    <Section title="Replay" hint="A stage of this run is asked again what it was asked back then. Nobody pays for it.">
      <Choice
        label="From"
        size="small"
        value={from}
        onChange={(id) => setFrom(id as StageName)}
        options={stages.map((id) => ({ id, label: STAGES[id] }))}
      />
      <Choice
        label="How"
        size="lines"
        value={kind}
        onChange={setKind}
        options={[
          { id: 'shadow', label: 'In the shadow', hint: 'That stage alone; seen by operators only' },
          { id: 'counts', label: 'As a new run', hint: isAd ? "It becomes the project's newest ad" : "It becomes one of the project's scripts" },
        ]}
      />
      {isAd && <Field label="Caption style (optional)" value={style} onChange={setStyle} hint="Another one than back then" />}
      <div className="row">
        <Button isPending={look.busy} onPress={() => void look.run()}>
          What would happen?
        </Button>
        <Button kind="primary" isPending={start.busy} onPress={() => void start.run()}>
          Replay
        </Button>
      </div>
      {plan && (
        <Notice>
          {plan.stages.map(({ stage, expected }) => `${STAGES[stage]}: ${PLANS[expected]}`).join(', ')}.
          {plan.changes.map(({ setting, from: old, to }) => ` ${words(setting)}: ${to} instead of ${old ?? 'the usual one'}.`)}
        </Notice>
      )}
      <Problem>{look.error ?? start.error}</Problem>
    </Section>
  );
}
