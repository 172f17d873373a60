import { useRef, useState } from 'react';
import { get, post } from '../api/client';
import { useAction, useLoad } from '../api/hooks';
import type { Project, VideoOptions } from '../api/types';
import { Choice } from '../ui/choice';
import { uuid, words } from '../ui/format';
import { CaptionPicture } from '../ui/pictures';
import { Button, Problem, Section } from '../ui/parts';

/** What can be done about an ad that its user has called off. */
export function Cancelled({ project, onStart }: { project: string; onStart: () => void }) {
  const key = useRef(uuid());
  const make = useAction(async () => {
    await post(`/api/projects/${project}/generate-final-video`, undefined, { 'Idempotency-Key': key.current });
    onStart();
  });
  return (
    <Section title="It was cancelled" hint="It has cost you nothing. To make it after all takes one credit.">
      <div className="row">
        <Button kind="primary" isPending={make.busy} onPress={() => void make.run()}>
          Make it after all
        </Button>
        <a className="button" href={`#/projects/${project}/edit`}>
          Change something first
        </a>
      </div>
      <Problem>{make.error}</Problem>
    </Section>
  );
}

/** Another caption style for the same ad: everything before the captions is used again as it is. */
export function Captions({ path, project, onStart }: { path: string; project: Project; onStart: () => void }) {
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
