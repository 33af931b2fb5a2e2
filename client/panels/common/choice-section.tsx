import { Header } from 'react-aria-components/Header';
import { MenuItem, MenuSection } from 'react-aria-components/Menu';

export interface ChoiceProps<T extends string> {
  title: string;
  choices: Readonly<Record<T, string>>;
  chosen: T;
  choose: (value: T) => void;
}

/** Choices of which one holds, in a menu. */
export function ChoiceSection<T extends string>({ title, choices, chosen, choose }: ChoiceProps<T>) {
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[idOf(title, chosen)]}
      onSelectionChange={(keys) => {
        for (const key of keys) choose(String(key).slice(title.length + 1) as T);
      }}
    >
      <Header className="menu-title">{title}</Header>
      {Object.entries<string>(choices).map(([value, words]) => (
        <MenuItem key={value} id={idOf(title, value)} className="menu-item choice">
          {words}
        </MenuItem>
      ))}
    </MenuSection>
  );
}

/** Two sections of one menu may offer the same value. */
function idOf(title: string, value: string): string {
  return `${title} ${value}`;
}
