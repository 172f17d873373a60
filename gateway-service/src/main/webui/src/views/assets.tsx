import { useState } from 'react';
import {
  Button as AriaButton,
  DropZone,
  FileTrigger,
  GridList,
  GridListItem,
  Text,
  useDragAndDrop,
} from 'react-aria-components';
import { explain, get, put, remove, upload } from '../api/client';
import { useAction } from '../api/hooks';
import type { Asset } from '../api/types';
import { uuid } from '../ui/format';
import { Bar, Button, Problem, Section } from '../ui/parts';

const ACCEPTED = ['image/jpeg', 'image/png', 'image/webp', 'video/mp4', 'video/quicktime', 'video/webm', 'video/x-matroska'];

interface Sending {
  key: string;
  name: string;
  percent: number;
  error: string | null;
}

/** The pictures and clips, in the order in which the ad shows them. */
export function Assets({ path, first, onCount }: { path: string; first: Asset[]; onCount: (count: number) => void }) {
  const [assets, setAssets] = useState(first);
  const [sending, setSending] = useState<Sending[]>([]);
  const [error, setError] = useState<string | null>(null);

  const show = (next: Asset[]) => {
    setAssets(next);
    onCount(next.length);
  };

  const change = (key: string, part: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));

  const add = async (files: File[]) => {
    const begun = files.map((file) => ({ key: uuid(), name: file.name, percent: 0, error: null }));
    setSending((all) => [...all.filter((one) => !one.error), ...begun]);
    // One after the other: the order of the files is the order of the ad.
    for (const [index, file] of files.entries()) {
      const { key } = begun[index]!;
      try {
        await upload(`${path}/assets`, file, (percent) => change(key, { percent }));
        setSending((all) => all.filter((one) => one.key !== key));
        show(await get<Asset[]>(`${path}/assets`));
      } catch (e) {
        change(key, { error: explain(e) });
      }
    }
  };

  const saveOrder = useAction(async (next: Asset[], before: Asset[]) => {
    try {
      await put(`${path}/assets/order`, { asset_ids: next.map(({ id }) => id) });
    } catch (e) {
      setAssets(before);
      throw e;
    }
  });
  const reorder = (next: Asset[]) => {
    setAssets(next);
    void saveOrder.run(next, assets);
  };

  const drop = async (asset: Asset) => {
    setError(null);
    try {
      await remove(`${path}/assets/${asset.id}`);
      show(assets.filter(({ id }) => id !== asset.id));
    } catch (e) {
      setError(explain(e));
    }
  };

  const move = (asset: Asset, by: number) => {
    const next = assets.filter(({ id }) => id !== asset.id);
    next.splice(Math.max(0, assets.indexOf(asset) + by), 0, asset);
    reorder(next);
  };

  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      if (keys.has(target.key)) return;
      const moved = assets.filter(({ id }) => keys.has(id));
      const rest = assets.filter(({ id }) => !keys.has(id));
      const at = rest.findIndex(({ id }) => id === target.key) + (target.dropPosition === 'after' ? 1 : 0);
      reorder([...rest.slice(0, at), ...moved, ...rest.slice(at)]);
    },
  });

  return (
    <Section title="Pictures and clips" hint="JPEG, PNG, WebP, MP4, MOV, WebM or MKV; up to 20. Drag them into order.">
      {assets.length > 0 && (
        <GridList
          aria-label="Pictures and clips in the order of the ad"
          className="assets"
          items={assets}
          dependencies={[assets]}
          dragAndDropHooks={dragAndDropHooks}
          layout="grid"
        >
          {(asset) => (
            <GridListItem id={asset.id} textValue={`Asset ${assets.indexOf(asset) + 1}`} className="asset">
              <div className="asset-picture">
                {asset.type === 'video' ? (
                  <video src={asset.url ?? undefined} muted playsInline preload="metadata" aria-hidden="true" />
                ) : (
                  <img src={asset.url ?? undefined} alt={asset.description ?? ''} draggable={false} />
                )}
              </div>
              <span className="asset-number">{assets.indexOf(asset) + 1}</span>
              <div className="asset-buttons">
                <Button kind="quiet" aria-label="Earlier" isDisabled={assets[0] === asset} onPress={() => move(asset, -1)}>
                  ‹
                </Button>
                <AriaButton slot="drag" className="button quiet" aria-label={`Move asset ${assets.indexOf(asset) + 1}`}>
                  <span aria-hidden="true">⠿</span>
                </AriaButton>
                <Button kind="quiet" aria-label="Later" isDisabled={assets.at(-1) === asset} onPress={() => move(asset, 1)}>
                  ›
                </Button>
                <Button kind="quiet" aria-label="Remove" onPress={() => void drop(asset)}>
                  ×
                </Button>
              </div>
            </GridListItem>
          )}
        </GridList>
      )}
      <DropZone
        className="drop"
        getDropOperation={(types) => (ACCEPTED.some((type) => types.has(type)) ? 'copy' : 'cancel')}
        onDrop={async (e) => {
          const files = await Promise.all(
            e.items.filter((item) => item.kind === 'file').map((item) => item.getFile()),
          );
          void add(files);
        }}
      >
        <Text slot="label">Drop pictures and clips here</Text>
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={ACCEPTED}
          onSelect={(files) => {
            if (files) void add([...files]);
          }}
        >
          <Button>Choose files</Button>
        </FileTrigger>
      </DropZone>
      {sending.map((one) => (
        <div key={one.key} className="sending">
          <span>{one.name}</span>
          {one.error ? (
            <>
              <Problem>{one.error}</Problem>
              <Button
                kind="quiet"
                aria-label={`Dismiss ${one.name}`}
                onPress={() => setSending((all) => all.filter(({ key }) => key !== one.key))}
              >
                ×
              </Button>
            </>
          ) : (
            <Bar label={`Sending ${one.name}`} value={one.percent} />
          )}
        </div>
      ))}
      <Problem>{saveOrder.error ?? error}</Problem>
    </Section>
  );
}
