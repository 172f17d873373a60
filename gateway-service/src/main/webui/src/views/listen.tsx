import { useEffect, useRef, useState } from 'react';
import { Button } from '../ui/parts';

/** Lets voices be heard, one at a time. */
export function Listen({ voices }: { voices: { name: string; url: string | null }[] }) {
  const audio = useRef<HTMLAudioElement | null>(null);
  const [playing, setPlaying] = useState<string | null>(null);
  useEffect(() => () => audio.current?.pause(), []);
  const toggle = (name: string, url: string) => {
    audio.current?.pause();
    if (playing === name) {
      setPlaying(null);
      return;
    }
    const next = new Audio(url);
    next.onended = () => setPlaying(null);
    audio.current = next;
    setPlaying(name);
    next.play().catch(() => setPlaying(null));
  };
  return (
    <div className="listen">
      {voices.map(
        ({ name, url }) =>
          url && (
            <Button key={name} kind="quiet" onPress={() => toggle(name, url)}>
              <span aria-hidden="true">{playing === name ? '■' : '▶'}</span> {playing === name ? `Stop ${name}` : `Hear ${name}`}
            </Button>
          ),
      )}
    </div>
  );
}
