import { useRef, useState } from 'react';
import { get, post } from '../api/client';
import { useAction, useLoad } from '../api/hooks';
import type { Actor, Layout, Product, Project, VideoConfiguration, VideoOptions, Voice } from '../api/types';
import { Choice, Choices } from '../ui/choice';
import { uuid, words } from '../ui/format';
import { AspectPicture, CaptionPicture, Face, LayoutPicture } from '../ui/pictures';
import { Button, Problem, Section, Skeleton } from '../ui/parts';
import { Assets } from './assets';
import { ScriptEditor } from './script';
import { faceOf, sampleOf } from './local-cast';
import { Listen } from './listen';

interface Loaded {
  project: Project;
  product: Product;
  actors: Actor[];
  voices: Voice[];
  layouts: Layout[];
  options: VideoOptions;
}

/** Everything after the idea. What is chosen is saved at once, so a reload loses nothing. */
export default function Editor({ project: id }: { project: string }) {
  const path = `/api/projects/${id}`;
  const { value, error } = useLoad<Loaded>(async () => {
    const [project, cast, { layouts }, options] = await Promise.all([
      get<Project>(path),
      get<{ actors: Actor[]; voices: Voice[] }>('/api/actors-and-voices'),
      get<{ layouts: Layout[] }>('/api/video-layouts'),
      get<VideoOptions>('/api/video-options'),
    ]);
    const product = await get<Product>(`/api/products/${project.product_id}`);
    return { project, product, ...cast, layouts, options };
  }, id);
  if (error) return <Problem>{error}</Problem>;
  return value ? <Loaded path={path} {...value} /> : <Skeleton lines={8} />;
}

function Loaded({ path, project, product, actors, voices, layouts, options }: Loaded & { path: string }) {
  const [actor, setActor] = useState(project.actor_id);
  const [voice, setVoice] = useState(project.voice_id);
  const [layout, setLayout] = useState(project.video_layout_id);
  const [style, setStyle] = useState(project.video_configuration?.caption_style ?? options.caption_styles[0] ?? null);
  const beds = options.music ?? [];
  const [music, setMusic] = useState(project.video_configuration?.music ?? beds[0] ?? null);
  const [aspects, setAspects] = useState(project.video_configuration?.aspect_ratios ?? options.aspect_ratios.slice(0, 1));
  const [script, setScript] = useState(project.final_script ?? '');
  const [assetCount, setAssetCount] = useState(project.assets.length);
  // What is chosen twice in a row is saved in that order.
  const cast = useAction(async (actor_id: string, voice_id: string) => {
    await post(`${path}/select-actor-voice`, { actor_id, voice_id });
  });
  const layOut = useAction(async (layout_id: string) => {
    await post(`${path}/select-layout`, { layout_id });
  });
  const configure = useAction(async (chosen: Partial<VideoConfiguration>) => {
    await post(`${path}/video-configuration`, {
      ...project.video_configuration,
      caption_style: style,
      aspect_ratio: null,
      aspect_ratios: aspects,
      ...(beds.length > 0 && { music }),
      ...chosen,
    });
  });
  // The same for every try, so that one whose answer was lost takes no second credit.
  const key = useRef(uuid());
  const make = useAction(async () => {
    await post(`${path}/generate-final-video`, undefined, { 'Idempotency-Key': key.current });
    dispatchEvent(new Event('reels:credits'));
    location.hash = `#/projects/${project.id}`;
  });

  const missing = [
    assetCount === 0 && 'a picture or a clip',
    !script && 'a script',
    !actor && 'a presenter',
    !layout && 'a layout',
  ].filter((part): part is string => Boolean(part));
  const chosenLayout = layouts.find(({ id }) => id === layout);
  const chosenActor = actors.find(({ id }) => id === actor);

  const pickActor = (id: string) => {
    const picked = actors.find((one) => one.id === id)!;
    setActor(id);
    setVoice(picked.default_voice_id);
    void cast.run(id, picked.default_voice_id);
  };

  return (
    <div className="page with-aside">
      <div>
        <h1>{product.name}</h1>
        <p className="lead">{product.description}</p>
        <Assets path={path} first={project.assets} onCount={setAssetCount} />
        <ScriptEditor
          path={path}
          final={project.final_script}
          seconds={project.video_configuration?.duration ?? 15}
          longest={options.script_characters}
          onFinal={setScript}
        />
        <Section title="Presenter and voice">
          <Choice
            label="Presenter"
            value={actor}
            onChange={pickActor}
            options={actors.map((one) => ({
              id: one.id,
              label: one.name,
              hint: one.full_video_link ? 'Filmed' : 'Illustrated',
              picture: <Face name={one.name} url={one.thumbnail_image_url ?? faceOf(one.id)} />,
            }))}
          />
          <Choice
            label="Voice"
            size="small"
            isDisabled={!actor}
            value={voice}
            onChange={(id) => {
              setVoice(id);
              void cast.run(actor!, id);
            }}
            options={voices.map((one) => ({ id: one.id, label: one.name, hint: words(one.provider) }))}
          />
          <Listen voices={voices.map((one) => ({ name: one.name, url: one.sample_audio_url ?? sampleOf(one.id) }))} />
          <Problem>{cast.error}</Problem>
        </Section>
        <Section title="Look">
          <Choice
            label="Layout"
            value={layout}
            onChange={(id) => {
              setLayout(id);
              void layOut.run(id);
            }}
            options={layouts.map((one) => ({
              id: one.id,
              label: one.name,
              picture: one.thumbnail_url ? (
                <img className="layout-picture" src={one.thumbnail_url} alt="" />
              ) : (
                <LayoutPicture name={one.name} />
              ),
            }))}
          />
          <p className="hint choice-note">{chosenLayout?.description ?? 'How your pictures and the presenter share the screen.'}</p>
          <Problem>{layOut.error}</Problem>
          <Choice
            label="Captions"
            size="wide"
            value={style}
            onChange={(next) => {
              setStyle(next);
              void configure.run({ caption_style: next });
            }}
            options={options.caption_styles.map((one) => ({
              id: one,
              label: words(one),
              picture: <CaptionPicture style={one} />,
            }))}
          />
          <Choices
            label="Shapes"
            size="quarter"
            value={aspects}
            onChange={(next) => {
              setAspects(next);
              void configure.run({ aspect_ratios: next });
            }}
            options={options.aspect_ratios.map((one) => ({ id: one, label: one, picture: <AspectPicture ratio={one} /> }))}
          />
          <p className="hint choice-note">The same ad in each of them, for one credit. The first one is shown here.</p>
          {beds.length > 1 && (
            <Choice
              label="Music"
              size="small"
              value={music}
              onChange={(next) => {
                setMusic(next);
                void configure.run({ music: next });
              }}
              options={beds.map((one) => ({ id: one, label: words(one) }))}
            />
          )}
          <Problem>{configure.error}</Problem>
        </Section>
      </div>
      <aside className="summary card">
        <h2>Your ad</h2>
        <div className="summary-picture">
          <LayoutPicture name={chosenLayout?.name ?? 'Top and bottom'} />
        </div>
        <dl>
          <dt>Length</dt>
          <dd>{project.video_configuration?.duration ?? 15} s</dd>
          <dt>{aspects.length > 1 ? 'Shapes' : 'Shape'}</dt>
          <dd>{aspects.join(', ')}</dd>
          <dt>Presenter</dt>
          <dd>{chosenActor?.name ?? '–'}</dd>
          <dt>Pictures and clips</dt>
          <dd>{assetCount}</dd>
        </dl>
        <p className="hint summary-missing" role="status">
          {missing.length > 0 ? `Still missing: ${missing.join(', ')}.` : 'Everything is there. It takes one credit.'}
        </p>
        <Problem>{make.error}</Problem>
        <Button kind="primary" isPending={make.busy} isDisabled={missing.length > 0} onPress={() => void make.run()}>
          Make the ad
        </Button>
      </aside>
    </div>
  );
}
