interface SearchFieldProps {
  /** What is searched, for those who do not see the field, and in it while it is empty. */
  label: string;
  /** Shorter words in the field while it is empty, where what is around it tells the rest. */
  placeholder?: string;
  className?: string;
  value: string;
  /** Told what is in the field with every letter. */
  set: (value: string) => void;
}

/** A field that narrows a list while one types; the browser's own button and Escape empty it. */
export function SearchField({ label, placeholder = label, className, value, set }: SearchFieldProps) {
  return (
    <input
      className={className}
      type="search"
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onChange={({ target }) => set(target.value)}
    />
  );
}
