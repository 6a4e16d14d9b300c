import { mirrorFor, parseDeb822Sources, parseListSources } from './apt-sources';

describe('apt sources', () => {
  it('are read from one-line files: options, comments and source entries aside', () => {
    const text = [
      '# deb http://commented.example/debian bookworm main',
      'deb [arch=amd64 signed-by=/usr/share/keyrings/a.gpg] http://one.example/debian bookworm main contrib # note',
      'deb-src http://one.example/debian bookworm main',
      'deb\thttp://two.example/security/  bookworm-security main',
      '',
      'nonsense',
    ].join('\n');
    expect(parseListSources(text)).toEqual([
      { uri: 'http://one.example/debian', suites: ['bookworm'], components: ['main', 'contrib'] },
      { uri: 'http://two.example/security/', suites: ['bookworm-security'], components: ['main'] },
    ]);
  });

  it('are read from deb822 files: several addresses, continued lines, disabled stanzas', () => {
    const text = [
      'Types: deb deb-src',
      '# a comment inside',
      'URIs: http://one.example/debian http://two.example/debian',
      'Suites: bookworm',
      '  bookworm-updates',
      'Components: main',
      'Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg',
      '',
      'Types: deb',
      'URIs: http://off.example/debian',
      'Suites: bookworm',
      'Components: main',
      'Enabled: no',
      '',
      'Types: deb-src',
      'URIs: http://source.example/debian',
      'Suites: bookworm',
      'Components: main',
    ].join('\n');
    const suites = ['bookworm', 'bookworm-updates'];
    expect(parseDeb822Sources(text)).toEqual([
      { uri: 'http://one.example/debian', suites, components: ['main'] },
      { uri: 'http://two.example/debian', suites, components: ['main'] },
    ]);
  });

  it('name the mirror of the distribution itself, not its security archive or a vendor', () => {
    const source = (uri: string, suite: string, component = 'main') => ({
      uri,
      suites: [suite],
      components: [component],
    });
    const main = source('http://mirror.example/debian', 'bookworm');
    const others = [
      source('http://vendor.example/apt', 'bookworm', 'vendor'),
      source('file:/srv/debian', 'bookworm'),
      source('http://security.example/debian-security', 'bookworm-security'),
    ];
    expect(mirrorFor('bookworm', [...others, main])).toBe(main.uri);
    expect(mirrorFor('bookworm', others)).toBeUndefined();
    expect(mirrorFor('trixie', [source('https://mirror.example/debian', 'stable')])).toBe(
      'https://mirror.example/debian',
    );
  });
});
