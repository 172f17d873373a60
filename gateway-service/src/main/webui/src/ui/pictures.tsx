import type { CSSProperties } from 'react';

/** Draws how a layout shares the picture, by its name; an unknown one is a plain picture. */
export function LayoutPicture({ name }: { name: string }) {
  const kind = name.toLowerCase().replace(/[^a-z]+/g, ' ');
  const has = (...parts: string[]) => parts.some((part) => kind.includes(part));
  return (
    <svg viewBox="0 0 72 128" className="layout-picture" aria-hidden="true">
      <rect className="scene" width="72" height="128" rx="8" />
      {has('top') && (
        <>
          <Product x={0} y={0} width={72} height={62} />
          <Person x={36} y={66} scale={1} />
        </>
      )}
      {has('bubble') && (
        <>
          <Product x={0} y={0} width={72} height={128} />
          <circle className="person-ground" cx="53" cy="107" r="15" />
          <Person x={53} y={97} scale={0.42} />
        </>
      )}
      {has('full') && <Person x={36} y={36} scale={1.45} />}
      {has('side') && (
        <>
          <Product x={0} y={0} width={35} height={128} />
          <Person x={54} y={52} scale={0.7} />
        </>
      )}
      {has('cutout', 'cut out') && (
        <>
          <Product x={0} y={0} width={72} height={128} />
          <Person x={36} y={58} scale={1.1} />
        </>
      )}
    </svg>
  );
}

function Product({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  const size = Math.min(width, height) * 0.3;
  const cx = x + width / 2;
  const cy = y + height * (height > 100 ? 0.36 : 0.5);
  return (
    <>
      <rect className="product-ground" x={x} y={y} width={width} height={height} />
      <rect className="product" x={cx - size / 2} y={cy - size} width={size} height={size * 2} rx={size / 3} />
    </>
  );
}

function Person({ x, y, scale }: { x: number; y: number; scale: number }) {
  return (
    <g className="person" transform={`translate(${x} ${y}) scale(${scale})`}>
      <circle cx="0" cy="13" r="11" />
      <path d="M-23 62v-14c0-12 9-20 23-20s23 8 23 20v14z" />
    </g>
  );
}

/** Shows a caption style on two words; of a style that is new here only its name is known. */
export function CaptionPicture({ style }: { style: string }) {
  return (
    <div className={`caption-picture caption-${style.replace(/[^a-z-]/g, '')}`} aria-hidden="true">
      <span>Glow</span> <span className="now">up</span>
    </div>
  );
}

export function AspectPicture({ ratio }: { ratio: string }) {
  const [width = 1, height = 1] = ratio.split(':').map(Number);
  const longest = Math.max(width, height);
  const style: CSSProperties = { width: `${(40 * width) / longest}px`, height: `${(40 * height) / longest}px` };
  return <div className="aspect-picture" style={style} aria-hidden="true" />;
}

/** A presenter; one without a picture shows their initial. */
export function Face({ name, url }: { name: string; url: string | null }) {
  return url ? (
    <img className="face" src={url} alt="" width="96" height="96" />
  ) : (
    <div className="face letter" aria-hidden="true">
      {name.charAt(0)}
    </div>
  );
}
