import { useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { ApiError, get, post, put } from '../api/client';
import { useAction, useLoad } from '../api/hooks';
import type { Product, VideoOptions } from '../api/types';
import { Choice } from '../ui/choice';
import { Button, Field, Problem, Section } from '../ui/parts';

const NEW = 'new';

/** The first step: what the ad is for, and what it should be like. */
export function Brief() {
  const products = useLoad(() => get<Product[]>('/api/products/get-all-products?limit=8'), 'products');
  const options = useLoad(() => get<VideoOptions>('/api/video-options'), 'options');
  const [chosen, setChosen] = useState(NEW);
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [link, setLink] = useState('');
  const [audience, setAudience] = useState('');
  const [cta, setCta] = useState('');
  const [direction, setDirection] = useState('');
  const [seconds, setSeconds] = useState('15');
  const isNew = !products.value?.some((product) => product.id === chosen);
  // What was made before something was refused is used in the next try.
  const made = useRef<{ product?: string; project?: string; of?: string }>({});
  const productId = async () => {
    const body = { name, description, product_link: link.trim() || null };
    if (!isNew) return chosen;
    if (made.current.product) await put(`/api/products/${made.current.product}`, body);
    else made.current.product = (await post<{ product_id: string }>('/api/products/create-product', body)).product_id;
    return made.current.product;
  };
  const start = useAction(async () => {
    const product = await productId();
    if (made.current.of !== product) {
      made.current.project = (
        await post<{ project_id: string }>('/api/projects/create-project', { product_id: product })
      ).project_id;
      made.current.of = product;
    }
    const project_id = made.current.project!;
    await post(`/api/projects/${project_id}/video-configuration`, {
      duration: Number(seconds),
      target_audience: audience,
      cta,
      direction,
    });
    location.hash = `#/projects/${project_id}/edit`;
  });
  const violations = start.cause instanceof ApiError ? start.cause.fields() : {};
  return (
    <div className="page narrow">
      <h1>Make an ad</h1>
      <p className="lead">First the product and the idea. Pictures, script and presenter come next.</p>
      <Form
        validationErrors={violations}
        onSubmit={(e) => {
          e.preventDefault();
          void start.run();
        }}
      >
        <Section title="Product">
          {products.value && products.value.length > 0 && (
            <Choice
              label="Which product is it for?"
              size="small"
              value={isNew ? NEW : chosen}
              onChange={setChosen}
              options={[
                { id: NEW, label: 'A new one' },
                ...products.value.map((product) => ({ id: product.id, label: product.name })),
              ]}
            />
          )}
          {isNew && (
            <>
              <Field label="Name" name="name" value={name} onChange={setName} placeholder="Glow Bottle" />
              <Field
                label="What it does"
                name="description"
                rows={3}
                value={description}
                onChange={setDescription}
                placeholder="A steel bottle that glows when it is time to drink"
              />
              <Field label="Link (optional)" name="product_link" value={link} onChange={setLink} placeholder="https://" />
            </>
          )}
        </Section>
        <Section title="Idea">
          <Choice
            label="Length"
            size="small"
            value={seconds}
            onChange={setSeconds}
            options={(options.value?.durations ?? [15, 30, 45, 60]).map((duration) => ({
              id: String(duration),
              label: `${duration} seconds`,
            }))}
          />
          <Field
            label="Who is it for?"
            name="target_audience"
            value={audience}
            onChange={setAudience}
            placeholder="People who forget to drink"
          />
          <Field label="Call to action" name="cta" value={cta} onChange={setCta} placeholder="Get yours today" />
          <Field
            label="Mood (optional)"
            name="direction"
            rows={2}
            value={direction}
            onChange={setDirection}
            placeholder="Cheerful, quick cuts"
          />
        </Section>
        <div className="page-end">
          <Problem>{Object.keys(violations).length > 0 ? 'Some of the fields need another look.' : start.error}</Problem>
          <Button kind="primary" type="submit" isPending={start.busy}>
            Continue
          </Button>
        </div>
      </Form>
    </div>
  );
}
