import type { ParameterInput } from '../../../../server/core/contract/workbench-link.ts';

interface FieldProps {
  id: string;
  input: ParameterInput;
  change: (text: string) => void;
  described: string | undefined;
  invalid: boolean;
}

const INPUT_TYPES: Partial<Record<ParameterInput['kind'], string>> = {
  Date: 'date',
  LocalDateTime: 'datetime-local',
  LocalTime: 'time',
};

/** The field of a parameter, of the form that its kind takes. */
export function ParameterField({ id, input: { kind, text }, change, described, invalid }: FieldProps) {
  const common = { id, 'aria-describedby': described, 'aria-invalid': invalid || undefined };
  if (kind === 'Boolean')
    return (
      <select {...common} value={text} onChange={({ target }) => change(target.value)}>
        <option value="">choose</option>
        <option value="true">true</option>
        <option value="false">false</option>
      </select>
    );
  if (kind === 'Json')
    return (
      <textarea
        {...common}
        rows={Math.min(6, text.split('\n').length + 1)}
        spellCheck={false}
        placeholder='["one", "two"]'
        value={text}
        onChange={({ target }) => change(target.value)}
      />
    );
  return (
    <input
      {...common}
      type={INPUT_TYPES[kind] ?? 'text'}
      step={kind === 'LocalTime' || kind === 'LocalDateTime' ? 1 : undefined}
      inputMode={kind === 'Integer' ? 'numeric' : kind === 'Float' ? 'decimal' : undefined}
      autoComplete="off"
      value={text}
      onChange={({ target }) => change(target.value)}
    />
  );
}
