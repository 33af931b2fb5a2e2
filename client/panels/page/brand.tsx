/** The name of the product and its sign. */
export function Brand() {
  return (
    <h1 className="brand">
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <path d="M9 11 23 9M9 11l5 13M23 9l-9 15" />
        <circle cx="9" cy="11" r="4.5" />
        <circle cx="23" cy="9" r="3.5" />
        <path className="solid" d="m14 18.5 5.5 5.5-5.5 5.5L8.5 24z" />
      </svg>
      <span>Entente</span>
    </h1>
  );
}
