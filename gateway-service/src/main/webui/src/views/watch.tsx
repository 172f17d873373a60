import { useEffect, useRef, useState } from 'react';
import { explain, get, post } from '../api/client';
import { listen } from '../api/events';
import { useAction, useLoad, useNow } from '../api/hooks';
import type { Product, Project, StageReport, StatusReport, VideoOptions } from '../api/types';
import { Choice } from '../ui/choice';
import { dollars, span, STAGES, uuid, words } from '../ui/format';
import { CaptionPicture } from '../ui/pictures';
import { Film } from '../ui/film';
import { Bar, Button, Notice, Problem, Section, Skeleton, standing, StatusBadge } from '../ui/parts';

/** An ad in the making, and the finished ad. */
export default function Watch({ project: id }: { project: string }) {
  const path = `/api/projects/${id}`;
  const [report, setReport] = useState<StatusReport | null>(null);
  const [connected, setConnected] = useState(true);
  const [error, setError] = useState<string | null>(null);
  // Counts what starts the ad again: the stream of an ended ad is over.
  const [turn, setTurn] = useState(0);
  const about = useLoad(async () => {
    const project = await get<Project>(path);
    return { project, product: await get<Product>(`/api/products/${project.product_id}`) };
  }, `${id}:${turn}`);

  useEffect(() => {
    const stop = new AbortController();
    const live = (now: StatusReport) => standing(now.status) === 'making';
    get<StatusReport>(`${path}/status`)
      .then((now) => {
        if (stop.signal.aborted) return undefined;
        setReport(now);
        return live(now) ? listen<StatusReport>(`${path}/events`, stop.signal, setReport, setConnected, live) : undefined;
      })
      .catch((e: unknown) => setError(explain(e)));
    return () => stop.abort();
  }, [path, turn]);

  const again = () => {
    dispatchEvent(new Event('reels:credits'));
    setTurn((n) => n + 1);
  };
  const cancel = useAction(async () => {
    await post(`${path}/cancel`);
    again();
  });
  const resume = useAction(async () => {
    await post(`${path}/resume`);
    again();
  });

  if (error) return <Problem>{error}</Problem>;
  if (!report) return <Skeleton lines={8} />;
  const stands = standing(report.status);
  const [video, ...further] = report.videos;
  // What was made before stays there to be seen when a newer attempt is not finished.
  const film = stands === 'making' ? null : report.final_video_url;
  const picture = about.value?.project.assets.find(({ type }) => type === 'image')?.url;
  return (
    <div className="page watch">
      <div className="watch-head">
        <div>
          <h1>{about.value?.product.name ?? ' '}</h1>
          <p className="lead" role="status">
            {report.message}
          </p>
        </div>
        <StatusBadge status={report.status} />
      </div>
      <div className="watch-body">
        <div className="stage-screen">
          {film ? (
            <Film key={report.run_id} className="screen" src={film} label={stands === 'completed' ? 'The finished ad' : 'The ad as it was before'} />
          ) : (
            <div className="screen waiting">
              {picture && <img className="screen-picture" src={picture} alt="" />}
              <span className="screen-percent">{report.percent} %</span>
              <span className="hint">{report.queue_position ? `Number ${report.queue_position} in the queue` : stands === 'making' ? 'In the making' : words(stands)}</span>
            </div>
          )}
          {film && stands !== 'completed' && <p className="hint">This is the ad as it was before.</p>}
          {film && (
            <div className="downloads">
              <a className="button primary" href={download(film, 'ad.mp4')}>
                Download
              </a>
              {video?.srt_url && (
                <a className="button" href={download(video.srt_url, 'ad.srt')}>
                  SRT
                </a>
              )}
              {video?.vtt_url && (
                <a className="button" href={download(video.vtt_url, 'ad.vtt')}>
                  WebVTT
                </a>
              )}
              {further.map(
                (one) =>
                  one.url && (
                    <a key={one.aspect_ratio} className="button" href={download(one.url, `ad_${one.aspect_ratio.replace(':', 'x')}.mp4`)}>
                      {one.aspect_ratio}
                    </a>
                  ),
              )}
            </div>
          )}
        </div>
        <div>
          <Section
            title="Progress"
            aside={
              stands === 'making' ? (
                <Button kind="danger" isPending={cancel.busy} onPress={() => void cancel.run()}>
                  Cancel
                </Button>
              ) : undefined
            }
          >
            <Bar label="The ad" value={report.percent} tone={stands === 'failed' ? 'bad' : stands === 'completed' ? 'good' : ''} />
            <ol className="stages">
              {report.stages.map((stage) => (
                <Stage key={stage.stage} stage={stage} live={stands === 'making'} />
              ))}
            </ol>
            {!connected && <Notice>The connection is gone; trying again.</Notice>}
            <Problem>{cancel.error}</Problem>
            <p className="hint cost">The providers charge {dollars(report.cost)}.</p>
          </Section>
          {stands === 'failed' && (
            <Section title="Go on" hint="What was done before is kept; it goes on from the stage that failed, for a new credit.">
              <div className="row">
                <Button kind="primary" isPending={resume.busy} onPress={() => void resume.run()}>
                  Resume
                </Button>
                <a className="button" href={`#/projects/${id}/edit`}>
                  Change something first
                </a>
              </div>
              <Problem>{resume.error}</Problem>
            </Section>
          )}
          {(stands === 'draft' || stands === 'cancelled') && (
            <Section title={stands === 'cancelled' ? 'It was cancelled' : film ? 'Changed since' : 'Not made yet'} hint="No credit is taken until it is made.">
              <a className="button primary" href={`#/projects/${id}/edit`}>
                Open the editor
              </a>
            </Section>
          )}
          {stands === 'completed' && about.value && <Captions path={path} project={about.value.project} onStart={again} />}
          {stands === 'completed' && (
            <p>
              <a href={`#/projects/${id}/edit`}>Change anything else</a>
            </p>
          )}
        </div>
      </div>
    </div>
  );
}

/** Storage names the file for the browser; a link to another origin cannot. */
function download(url: string, name: string): string {
  return `${url}&download=${name}`;
}

const STATES: Record<string, string> = { reused: 'Kept from before', succeeded: 'Done', pending: 'To come' };
const MARKS: Record<string, string> = { succeeded: '✓', reused: '✓', failed: '!', cancelled: '–' };

function Stage({ stage, live }: { stage: StageReport; live: boolean }) {
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
        {open ? 'Hide' : 'Preview'} {what}
      </Button>
      {open && <Film src={url} kind={stage.stage === 'voice' ? 'sound' : 'film'} muted={stage.stage === 'lipsync'} label={`Preview of ${what}`} />}
    </div>
  );
}

/** Another caption style for the same ad: everything before the captions is used again as it is. */
function Captions({ path, project, onStart }: { path: string; project: Project; onStart: () => void }) {
  const options = useLoad(() => get<VideoOptions>('/api/video-options'), 'options');
  const styles = options.value?.caption_styles ?? [];
  // The first is what was chosen where nobody did.
  const now = project.video_configuration?.caption_style ?? styles[0] ?? null;
  const [chosen, setChosen] = useState<string | null>(null);
  const style = chosen ?? now;
  const key = useRef(uuid());
  const change = useAction(async () => {
    await post(`${path}/video-configuration`, { ...project.video_configuration, caption_style: style });
    await post(`${path}/generate-final-video`, undefined, { 'Idempotency-Key': key.current });
    onStart();
  });
  return (
    <Section title="Change captions only" hint="Voice, presenter and cut are kept as they are; only the captions are made anew, for one credit.">
      {options.value && (
        <Choice
          label="Caption style"
          size="wide"
          value={style}
          onChange={setChosen}
          options={styles.map((one) => ({
            id: one,
            label: words(one),
            picture: <CaptionPicture style={one} />,
          }))}
        />
      )}
      <Problem>{options.error ?? change.error}</Problem>
      <Button isPending={change.busy} isDisabled={!style || style === now} onPress={() => void change.run()}>
        Make it with these captions
      </Button>
    </Section>
  );
}
