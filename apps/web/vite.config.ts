import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const lib = (path: string) => fileURLToPath(new URL(`../../libs/${path}`, import.meta.url));

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: {
      '@app/contracts/http': lib('contracts/src/http/index.ts'),
      '@app/contracts/problems': lib('contracts/src/problems/index.ts'),
      '@app/domain': lib('domain/src/index.ts'),
    },
  },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // A strict Content-Security-Policy allows files of this origin only, so nothing becomes a data: address.
    assetsInlineLimit: 0,
    // antd alone is larger than the default limit; it is loaded after login only.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      // The libraries are pure: whatever the web does not name is left out (the catalogue of problems pulls in
      // the domain for one list of codes).
      treeshake: { moduleSideEffects: (id: string) => !id.includes('/libs/') },
    },
  },
  server: { port: 5173, proxy: { '/api': process.env.DUBAN_API ?? 'http://localhost:3000' } },
});
