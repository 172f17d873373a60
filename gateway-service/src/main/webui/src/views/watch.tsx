import { useEffect, useState } from 'react';
import { explain, get, post } from '../api/client';
import { listen } from '../api/events';
import { useAction, useLoad } from '../api/hooks';
import type { Product, Project, StatusReport } from '../api/types';
import { dollars, download, STAGES, words } from '../ui/format';
import { Film } from '../ui/film';
import { Bar, Button, Notice, Problem, Section, Skeleton, standing, StatusBadge } from '../ui/parts';
import { Cancelled, Captions } from './again';
import { Stage } from './stage';

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
            kind="progress"
            title="Progress"
            aside={
              stands === 'making' ? (
                <Button kind="danger" isPending={cancel.busy} onPress={() => void cancel.run()}>
                  Cancel
                </Button>
              ) : undefined
            }
          >
            <Bar label="The ad" value={report.percent} tone={TONES[stands]} />
            <ol className="stages">
              {report.stages.map((stage) => (
                <Stage key={stage.stage} stage={stage} live={stands === 'making'} />
              ))}
            </ol>
            {!connected && <Notice>The connection is gone; trying again.</Notice>}
            <Problem>{cancel.error}</Problem>
            <p className="hint cost">
              {stands === 'making' ? 'Paid to providers so far' : 'Paid to providers'}: {dollars(report.cost)}
            </p>
          </Section>
          {stands === 'failed' && (
            <Section title="Go on" hint={`It has cost you nothing. To resume takes one credit and keeps what is done: it goes on with ${stopped(report)}.`}>
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
          {stands === 'cancelled' && <Cancelled key={report.run_id} project={id} onStart={again} />}
          {stands === 'draft' && (
            <Section title={film ? 'Changed since' : 'Not made yet'} hint="It takes one credit once you have it made.">
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

const TONES: Record<string, string> = { failed: 'bad', completed: 'good', cancelled: 'idle' };

/** The stage with which a failed ad would go on, in a sentence. */
const stopped = ({ stages }: StatusReport) => {
  const failed = stages.find(({ state }) => state === 'failed');
  return failed ? `the ${STAGES[failed.stage].toLowerCase()}` : 'what is missing';
};
