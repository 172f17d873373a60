import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
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
