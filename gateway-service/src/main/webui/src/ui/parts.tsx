import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  FieldError,
  Input,
  Label,
  ProgressBar as AriaProgressBar,
  Text,
  TextArea,
  TextField,
  type ButtonProps,
  type TextFieldProps,
} from 'react-aria-components';

/**
 * A button; while its action is under way it keeps the focus and does nothing. React Aria's own way of waiting announces it
 * with a picture without a name.
 */
export function Button({
  kind = 'plain',
  isPending = false,
  ...props
}: ButtonProps & { kind?: 'plain' | 'primary' | 'quiet' | 'danger' }) {
  const waiting = isPending ? { onPress: undefined, type: 'button' as const, 'aria-busy': true } : {};
  return <AriaButton {...props} {...waiting} className={`button ${kind} ${isPending ? 'pending' : ''}`} />;
}

interface FieldProps extends TextFieldProps {
  label: string;
  hint?: string;
  rows?: number;
  placeholder?: string;
}

/** A field with its label, its hint and what the gateway says of its value. */
export function Field({ label, hint, rows, placeholder, ...props }: FieldProps) {
  return (
    <TextField {...props} className="field" validationBehavior="aria">
      <Label>{label}</Label>
      {rows ? <TextArea rows={rows} placeholder={placeholder} /> : <Input placeholder={placeholder} />}
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error" />
    </TextField>
  );
}

export function Bar({ label, value, tone }: { label: string; value: number; tone?: string }) {
  return (
    <AriaProgressBar aria-label={label} value={value} className="bar">
      {({ percentage }) => (
        <div className="bar-track">
          <div className={`bar-fill ${tone ?? ''}`} style={{ width: `${percentage ?? 0}%` }} />
        </div>
      )}
    </AriaProgressBar>
  );
}

export function Problem({ children }: { children: ReactNode }) {
  return children ? (
    <p className="problem" role="alert">
      {children}
    </p>
  ) : null;
}

export function Notice({ children }: { children: ReactNode }) {
  return (
    <p className="notice" role="status">
      {children}
    </p>
  );
}

/** Leads to the next page of a list, where there is one. */
export function More({ more }: { more: { busy: boolean; load: () => void } | null }) {
  return more ? (
    <Button isPending={more.busy} onPress={more.load}>
      Show older ones
    </Button>
  ) : null;
}

interface SectionProps {
  title: string;
  hint?: string;
  children: ReactNode;
  aside?: ReactNode;
  /** What it is called where it looks different from others. */
  kind?: string;
}

/** A part of a page. */
export function Section({ title, hint, children, aside, kind = '' }: SectionProps) {
  return (
    <section className={`card ${kind}`}>
      <div className="card-head">
        <div>
          <h2>{title}</h2>
          {hint && <p className="hint">{hint}</p>}
        </div>
        {aside}
      </div>
      {children}
    </section>
  );
}

const STATUS: Record<string, [string, string]> = {
  created: ['New', 'idle'],
  draft: ['Draft', 'idle'],
  completed: ['Finished', 'good'],
  cancelled: ['Cancelled', 'idle'],
};

/** How an ad of this status stands. */
export function standing(status: string): 'draft' | 'making' | 'completed' | 'failed' | 'cancelled' {
  if (status === 'created' || status === 'draft') return 'draft';
  if (status === 'completed' || status === 'cancelled') return status;
  return /failed|could_not_start|_cancelled$/.test(status) ? 'failed' : 'making';
}

export function StatusBadge({ status }: { status: string }) {
  const stands = standing(status);
  const [text, tone] = STATUS[status] ?? (stands === 'failed' ? ['Failed', 'bad'] : ['In the making', 'busy']);
  return <span className={`badge ${tone}`}>{text}</span>;
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}

/** Holds the place of what is being loaded, so that nothing moves when it comes. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div className="skeleton" role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} />
      ))}
    </div>
  );
}
