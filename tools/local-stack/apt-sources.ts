/** A Debian archive this machine installs from. */
export interface AptSource {
  readonly uri: string;
  readonly suites: readonly string[];
  readonly components: readonly string[];
}

/** Reads one-line style sources (`*.list`; sources.list(5)). Lines that are not `deb` entries are passed over. */
export function parseListSources(text: string): AptSource[] {
  return text.split('\n').flatMap((line) => {
    const words = line
      .replace(/#.*/, '')
      .replace(/\[[^\]]*\]/, ' ')
      .trim()
      .split(/\s+/);
    const [type, uri, suite, ...components] = words;
    return type === 'deb' && uri && suite ? [{ uri, suites: [suite], components }] : [];
  });
}

/** Reads deb822 style sources (`*.sources`; sources.list(5)). Disabled and non-binary stanzas are passed over. */
export function parseDeb822Sources(text: string): AptSource[] {
  const stanzas = text.replace(/^#.*\n?/gm, '').split(/\n[ \t]*\n/);
  return stanzas.flatMap((stanza) => {
    const field = (name: string): string[] => {
      // A value may go on in lines that begin with white space.
      const match = new RegExp(`^${name}:((?:.*)(?:\\n[ \\t].*)*)`, 'im').exec(stanza);
      return match?.[1]?.trim().split(/\s+/).filter(Boolean) ?? [];
    };
    if (
      /^(no|false|0|off|disable|without)$/i.test(field('Enabled')[0] ?? 'yes') ||
      !field('Types').includes('deb')
    )
      return [];
    return field('URIs').map((uri) => ({ uri, suites: field('Suites'), components: field('Components') }));
  });
}

/**
 * The mirror that serves the distribution `codename` (such as bookworm) itself: not its security archive, and not
 * some other vendor's repository. A transport this tool does not pass on (file:, cdrom:) is no mirror.
 */
export function mirrorFor(codename: string, sources: readonly AptSource[]): string | undefined {
  const serves = ({ uri, suites, components }: AptSource): boolean =>
    /^(https?|mirror(\+https?)?):/.test(uri) &&
    components.includes('main') &&
    (suites.includes(codename) || suites.includes('stable'));
  return sources.find(serves)?.uri;
}
