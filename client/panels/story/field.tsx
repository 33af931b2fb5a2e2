import { useId } from 'react';

interface FieldProps {
  title: string;
  /** What is said beside the title. */
  hint?: string;
  /** How many lines there is room for; one, and no line breaks, when absent. */
  lines?: number;
  value: string;
  write: (text: string) => void;
}

/** A field for text, with its title over it. */
export function Field({ title, hint, lines, value, write }: FieldProps) {
  const id = useId();
  const common = { id, value, dir: 'auto', 'aria-describedby': hint && `${id}-hint` } as const;
  return (
    <div className="composer-field">
      <label htmlFor={id}>{title}</label>
      {hint && (
        <span className="muted" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {lines ? (
        <textarea {...common} rows={lines} onChange={({ target }) => write(target.value)} />
      ) : (
        <input {...common} type="text" onChange={({ target }) => write(target.value)} />
      )}
    </div>
  );
}
