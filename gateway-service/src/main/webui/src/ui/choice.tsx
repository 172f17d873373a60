import type { ReactNode } from 'react';
import { Checkbox, CheckboxGroup, Label, Radio, RadioGroup } from 'react-aria-components';

interface Option {
  id: string;
  label: string;
  hint?: string;
  picture?: ReactNode;
}

interface Look {
  label: string;
  options: Option[];
  /** How wide a picture is; lines have none, and small ones and quarters are beside or above their names. */
  size?: 'small' | 'quarter' | 'medium' | 'wide' | 'lines';
  isDisabled?: boolean;
}

interface Props extends Look {
  value: string | null;
  onChange: (id: string) => void;
}

interface SeveralProps extends Look {
  value: string[];
  onChange: (ids: string[]) => void;
}

/** One of several, by picture. */
export function Choice({ label, options, value, onChange, size = 'medium', isDisabled = false }: Props) {
  return (
    <RadioGroup value={value} onChange={onChange} className={`choice ${size}`} isDisabled={isDisabled}>
      <Label>{label}</Label>
      <div className="choice-options">
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className="choice-option">
            <Shown option={option} />
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

/** At least one of several, by picture, in the order in which they were chosen. */
export function Choices({ label, options, value, onChange, size = 'medium', isDisabled = false }: SeveralProps) {
  return (
    <CheckboxGroup
      value={value}
      onChange={(next) => next.length > 0 && onChange(next)}
      className={`choice ${size}`}
      isDisabled={isDisabled}
    >
      <Label>{label}</Label>
      <div className="choice-options">
        {options.map((option) => (
          <Checkbox key={option.id} value={option.id} className="choice-option">
            <Shown option={option} />
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}

function Shown({ option }: { option: Option }) {
  return (
    <>
      {option.picture}
      <span className="choice-label">{option.label}</span>
      {option.hint && <span className="hint">{option.hint}</span>}
    </>
  );
}
