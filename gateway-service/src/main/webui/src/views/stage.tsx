import { useState } from 'react';
import { useNow } from '../api/hooks';
import type { StageReport } from '../api/types';
import { Film } from '../ui/film';
import { span, STAGES, words } from '../ui/format';
import { Button } from '../ui/parts';

const STATES: Record<string, string> = { reused: 'Kept from before', succeeded: 'Done', pending: 'To come' };
const MARKS: Record<string, string> = { succeeded: '✓', reused: '✓', failed: '!', cancelled: '–' };

/** A stage in the making of an ad, and what it has made. */
export function Stage({ stage, live }: { stage: StageReport; live: boolean }) {
  const running = live && (stage.state === 'running' || stage.state === 'waiting');
  const now = useNow(running);
  const end = stage.finished_at ? Date.parse(stage.finished_at) : running ? now : null;
  const elapsed = stage.started_at && end ? span(end - Date.parse(stage.started_at)) : '';
  return (
    <li className={`stage ${stage.state}`}>
      <span className="stage-mark" aria-hidden="true">
        {MARKS[stage.state] ?? ''}
      </span>
      <div className="stage-body">
        <div className="stage-line">
          <b>{STAGES[stage.stage]}</b>
          <span className="stage-state">
            {STATES[stage.state] ?? words(stage.state)}
            {running && ` ${stage.percent} %`}
          </span>
          <span className="stage-time">{stage.state === 'reused' ? '' : elapsed}</span>
        </div>
        {stage.detail && (running || ['failed', 'succeeded', 'reused'].includes(stage.state)) && <p className="hint">{stage.detail}</p>}
        {stage.preview_url && <Preview stage={stage} url={stage.preview_url} />}
      </div>
    </li>
  );
}

function Preview({ stage, url }: { stage: StageReport; url: string }) {
  const [open, setOpen] = useState(false);
  const what = { voice: 'the voice', lipsync: 'the presenter', editing: 'the cut' }[stage.stage as string] ?? 'it';
  return (
    <div className="preview">
      <Button kind="quiet" aria-expanded={open} onPress={() => setOpen(!open)}>
        <span aria-hidden="true">{open ? '▾' : '▸'}</span> {open ? 'Hide' : 'Preview'} {what}
      </Button>
      {open && <Film src={url} kind={stage.stage === 'voice' ? 'sound' : 'film'} muted={stage.stage === 'lipsync'} label={`Preview of ${what}`} />}
    </div>
  );
}
