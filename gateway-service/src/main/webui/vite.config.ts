import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Packs scripts and styles once, beside themselves: the gateway sends them as they are and compresses nothing itself. */
const packed: Plugin = {
  name: 'packed',
  apply: 'build',
  async writeBundle({ dir }, bundle) {
    for (const name of Object.keys(bundle).filter((file) => /\.(js|css)$/.test(file))) {
      const file = join(dir!, name);
      await writeFile(`${file}.gz`, gzipSync(await readFile(file), { level: 9 }));
    }
  },
};

export default defineConfig({
  plugins: [react(), packed],
  build: {
    outDir: 'dist',
    // Under a name of its own: whatever lies there may be cached for good, its name is its hash.
    assetsDir: 'studio',
    // The page's policy allows no data: fonts and scripts, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
  server: {
    // ./reels up serves the API while `npm run dev` serves the page.
    proxy: { '/api': 'http://localhost:8080', '/studio.json': 'http://localhost:8080' },
  },
});
