const PATHS = {
  check: 'M4 12.5l5 5L20 6.5',
  alert: 'M12 8v5m0 3.5v.01M12 3l9.5 17h-19z',
  info: 'M12 11v6m0-9.5v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  tray: 'M3 13l3-8h12l3 8v6H3zm0 0h5l1.5 3h5L16 13h5',
  copy: 'M9 9h11v12H9zM5 15H4V3h11v1',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L21 21',
  arrow: 'M5 12h14m-6-6l6 6-6 6',
  back: 'M19 12H5m6-6l-6 6 6 6',
  inbox: 'M4 5h16v14H4zM4 14h4l1.5 2.5h5L16 14h4',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zm-6 9c0-3.5 2.7-6 6-6s6 2.5 6 6M16 4.5a3.5 3.5 0 0 1 0 6.5m2 3.5c2 .8 3 2.8 3 5.5',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21h4',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 4v5.5l3.5 2',
  route: 'M6 4v9a4 4 0 0 0 4 4h9m-4-4l4 4-4 4M6 4L3 7m3-3l3 3',
  down: 'M6 9.5l6 6 6-6',
  menu: 'M4 6h16M4 12h16M4 18h16',
  close: 'M5 5l14 14M19 5L5 19',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6m-6 4h6',
  upload: 'M12 16V4m-5 5l5-5 5 5M4 16v4h16v-4',
  print: 'M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z',
  shield: 'M12 3l8 3v6c0 4.5-3.2 7.7-8 9-4.8-1.3-8-4.5-8-9V6zM8.5 12l2.5 2.5L15.5 10',
  plus: 'M12 5v14M5 12h14',
  trash: 'M5 7h14M9 7V4h6v3m-8 0l1 13h8l1-13',
  star: 'M12 3.5l2.6 5.5 6 .8-4.4 4.2 1.1 6-5.3-3-5.3 3 1.1-6L3.4 9.8l6-.8z',
  exit: 'M10 4H5v16h5M14 8l4 4-4 4m4-4H9',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration only: whatever an icon means is also written beside it or in its button's label. */
export function Icon({
  name,
  size = 20,
  filled = false,
}: {
  readonly name: IconName;
  readonly size?: number;
  readonly filled?: boolean;
}) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={size > 30 ? 1.2 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
