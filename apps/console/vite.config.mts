import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The font package lists woff beside woff2; every browser we serve reads woff2, so the second copy stays out. */
const woff2Only = (): Plugin => ({
  name: 'woff2-only',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('@fontsource') && id.endsWith('.css')
      ? { code: code.replaceAll(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, ''), map: null }
      : null,
});

const api = process.env['HUIJI_API'] ?? 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [woff2Only(), react()],
  resolve: { conditions: ['huiji-source', 'module', 'browser', 'development|production', 'default'] },
  preview: { proxy: { '/graphql': api, '/files': api } },
  server: { port: 5173, proxy: { '/graphql': api, '/files': api } },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'antd', test: /node_modules[\\/](antd|@ant-design|@rc-component|dayjs)/ },
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|react-router|scheduler|@tanstack|i18next|react-i18next)[\\/]/,
            },
          ],
        },
      },
    },
  },
});
