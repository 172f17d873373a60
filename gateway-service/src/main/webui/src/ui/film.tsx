import { useState } from 'react';
import { download } from './format';

interface Props {
  /** Where it can be read for a while. */
  src: string;
  label: string;
  kind?: 'film' | 'sound';
  className?: string;
  muted?: boolean;
}

/**
 * A film or a sound to be played. Its address may be signed anew at any time, which must not begin it again. Of a film in a
 * format that the browser has no pictures of, the sound is played: between the stages travels MPEG-4 Part 2.
 */
export function Film({ src, label, kind = 'film', className, muted = false }: Props) {
  const [shown, setShown] = useState(src);
  const [isUnseen, setUnseen] = useState(false);
  if (fileOf(src) !== fileOf(shown)) {
    setShown(src);
    setUnseen(false);
  }
  if (kind === 'sound') return <audio src={shown} controls preload="metadata" className={className} aria-label={label} />;
  if (isUnseen) {
    return (
      <>
        <audio src={shown} controls preload="metadata" aria-label={label} />
        <p className="hint unseen">
          This browser has the sound of it, but not its pictures. <a href={download(src, 'film.mp4')}>Save the film</a> to see it.
        </p>
      </>
    );
  }
  return (
    <video
      src={shown}
      controls
      playsInline
      preload="metadata"
      className={className}
      muted={muted}
      aria-label={label}
      onLoadedMetadata={(e) => setUnseen(e.currentTarget.videoWidth === 0)}
    />
  );
}

/** The address without its signature. */
const fileOf = (url: string) => url.split('?')[0];
