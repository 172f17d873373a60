import { useState } from 'react';
import { get } from '../api/client';
import { useLoad, usePages } from '../api/hooks';
import type { Product, Project } from '../api/types';
import { Choice } from '../ui/choice';
import { when } from '../ui/format';
import { Empty, More, Problem, Skeleton, standing, StatusBadge } from '../ui/parts';

const PAGE = 24;
const FILTERS = [
  ['all', 'All'],
  ['draft', 'Drafts'],
  ['making', 'In the making'],
  ['completed', 'Finished'],
  ['failed', 'Failed'],
  ['cancelled', 'Cancelled'],
] as const;

export default function Projects() {
  const products = useLoad(
    async () => new Map((await get<Product[]>('/api/products/get-all-products')).map((product) => [product.id, product])),
    'products',
  );
  const { items, error, more } = usePages<Project>(`/api/projects?limit=${PAGE}`);
  const [filter, setFilter] = useState('all');
  const shown = items?.filter(({ status }) => filter === 'all' || standing(status) === filter) ?? [];
  return (
    <div className="page">
      <div className="page-head">
        <h1>Projects</h1>
        <a className="button primary" href="#/">
          Make an ad
        </a>
      </div>
      <Choice
        label="Show"
        size="small"
        value={filter}
        onChange={setFilter}
        options={FILTERS.map(([id, label]) => ({ id, label }))}
      />
      <Problem>{error ?? products.error}</Problem>
      {!items && !error && <Skeleton lines={5} />}
      {items && shown.length === 0 && (
        <Empty title={items.length === 0 ? 'No ads yet' : more ? 'None so far' : 'None'}>
          <p className="hint">{items.length === 0 ? 'Your ads appear here, the newest first.' : more ? among(items.length) : 'The others are under “All”.'}</p>
        </Empty>
      )}
      <ul className="projects">
        {shown.map((project) => (
          <li key={project.id} className="project">
            <a href={standing(project.status) === 'draft' ? `#/projects/${project.id}/edit` : `#/projects/${project.id}`}>
              <Thumbnail project={project} />
              <span className="project-name">{products.value?.get(project.product_id)?.name ?? ' '}</span>
              <span className="hint">{when(project.updated_at)}</span>
              <StatusBadge status={project.status} />
            </a>
          </li>
        ))}
      </ul>
      {filter !== 'all' && items && shown.length > 0 && more && <p className="hint">{among(items.length)}</p>}
      <More more={more} />
    </div>
  );
}

/** How far was looked for what the filter lets through: the gateway lists projects by their age alone. */
const among = (many: number) => `Your newest ${many} projects were looked through. The button looks through older ones.`;

function Thumbnail({ project }: { project: Project }) {
  const picture = project.assets.find(({ type, url }) => type === 'image' && url)?.url;
  if (picture) return <img className="thumbnail" src={picture} alt="" loading="lazy" />;
  const clip = project.final_video_url ?? project.assets.find(({ url }) => url)?.url;
  return clip ? (
    <video className="thumbnail" src={clip} preload="metadata" muted playsInline aria-hidden="true" tabIndex={-1} />
  ) : (
    <span className="thumbnail" aria-hidden="true" />
  );
}
