import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';

interface Option {
  id: string;
  label: string;
  hint?: string;
  picture?: ReactNode;
}

interface Props {
  label: string;
  options: Option[];
  value: string | null;
  onChange: (id: string) => void;
  /** How wide a picture is. */
  size?: 'small' | 'medium' | 'wide';
  isDisabled?: boolean;
}

/** One of several, by picture. */
export function Choice({ label, options, value, onChange, size = 'medium', isDisabled = false }: Props) {
  return (
    <RadioGroup value={value} onChange={onChange} className={`choice ${size}`} isDisabled={isDisabled}>
      <Label>{label}</Label>
      <div className="choice-options">
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className="choice-option">
            {option.picture}
            <span className="choice-label">{option.label}</span>
            {option.hint && <span className="hint">{option.hint}</span>}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
