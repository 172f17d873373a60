import { useState } from 'react';

interface Props {
  /** Where it can be read for a while. */
  src: string;
  label: string;
  kind?: 'film' | 'sound';
  className?: string;
  muted?: boolean;
}

/** A film or a sound to be played. Its address may be signed anew at any time, which must not begin it again. */
export function Film({ src, label, kind = 'film', className, muted = false }: Props) {
  const [shown, setShown] = useState(src);
  if (fileOf(src) !== fileOf(shown)) setShown(src);
  return kind === 'sound' ? (
    <audio src={shown} controls preload="metadata" className={className} aria-label={label} />
  ) : (
    <video src={shown} controls playsInline preload="metadata" className={className} muted={muted} aria-label={label} />
  );
}

/** The address without its signature. */
const fileOf = (url: string) => url.split('?')[0];
