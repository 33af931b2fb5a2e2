const PATHS = {
  search: 'M7 12.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM11 11l3.5 3.5',
  link: 'M6.5 9.5 9.5 6.5M7 4.5l1.5-1.5a3.2 3.2 0 0 1 4.5 4.5L11.5 9M9 11.5 7.5 13A3.2 3.2 0 0 1 3 8.5L4.5 7',
  light:
    'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  dark: 'M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7Z',
  system: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 2v12M8 5l3.5-2M8 8l5.5-2M8 11l5.5-2',
  table: 'M2 3h12v10H2zM2 6.5h12M2 9.750h12M6.5 3v10',
  help: 'M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM6 6.3a2 2 0 1 1 3 1.7c-.7.4-1 .8-1 1.5M8 11.5v.2',
  close: 'm4 4 8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  embed: 'M5 4.500 1.500 8 5 11.500M11 4.500 14.500 8 11 11.500M9.200 3 6.800 13',
  fit: 'M2 6V2h4M14 6V2h-4M2 10v4h4M14 10v4h-4',
  chevron: 'm4 6 4 4 4-4',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  layers: 'M8 2 14 5.5 8 9 2 5.5zM2.5 8.5 8 11.7l5.5-3.2M2.5 11.3 8 14.5l5.5-3.2',
  details: 'M3 2h10v12H3zM5.5 5.5h5M5.5 8h5M5.5 10.5h3',
  clock: 'M2 13.5h12M3.5 13.5v-4M6.5 13.5v-7M9.5 13.5v-10M12.5 13.5v-5',
  external: 'M9 3h4v4M13 3 7.5 8.5M11 9.5V13H3V5h3.5',
  play: 'M5 3v10l8-5z',
  pause: 'M5.500 3v10M10.500 3v10',
  undo: 'M3 6.500h6.500a3.500 3.500 0 0 1 0 7H6M6 3.500 3 6.500l3 3',
  redo: 'M13 6.500H6.500a3.500 3.500 0 0 0 0 7H10M10 3.500l3 3-3 3',
  command: 'M2 3h12v10H2zM4.500 6l2 2-2 2M8 10.500h3.500',
  box: 'M2 5V3a1 1 0 0 1 1-1h2M11 2h2a1 1 0 0 1 1 1v2M14 11v2a1 1 0 0 1-1 1h-2M5 14H3a1 1 0 0 1-1-1v-2M7 2h2M7 14h2M2 7v2M14 7v2',
  lasso:
    'M5.500 10.500c-2-.6-3.500-2-3.500-3.700C2 4.200 4.700 2 8 2s6 2.200 6 4.800-2.700 4.700-6 4.700c-.6 0-1.200 0-1.700-.2M5.500 13a1.300 1.300 0 1 0 0-2.600 1.300 1.300 0 0 0 0 2.600ZM6 13c.5 1 .3 1.500-.5 2',
  grip: 'M5.500 3.500v.01M10.500 3.500v.01M5.500 8v.01M10.500 8v.01M5.500 12.500v.01M10.500 12.500v.01',
  open: 'M2 13V3.500h4l1.500 2H14V13zM8 11.500v-4M6 9.300l2-2 2 2',
  out: 'M2 8h11M9 4l4 4-4 4',
  in: 'M14 8H3M7 4 3 8l4 4',
} as const;

export type IconName = keyof typeof PATHS;

/** A pictogram of 16 pixels in the colour of the text round it; decoration, so it needs words beside it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
