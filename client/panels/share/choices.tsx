import { useId } from 'react';

interface ChoicesProps<T extends string> {
  title: string;
  choices: Readonly<Partial<Record<T, string>>>;
  chosen: T;
  choose: (value: T) => void;
}

/** Choices of which one holds, as buttons in a group with a title. */
export function Choices<T extends string>({ title, choices, chosen, choose }: ChoicesProps<T>) {
  const name = useId();
  return (
    <fieldset>
      <legend>{title}</legend>
      {(Object.entries(choices) as [T, string][]).map(([value, words]) => (
        <label key={value}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => choose(value)} />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
