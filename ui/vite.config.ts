import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  resolve: {
    alias: [
      { find: /^\$wire$/, replacement: at("wire/call.ts") },
      { find: /^\$words$/, replacement: at("words/index.svelte.ts") },
      { find: /^\$(wire|parts|words|keys|look|frame)\//, replacement: at("$1/") },
    ],
  },
  // The window's policy forbids inline scripts, inline styles and data: fonts, so nothing may be inlined.
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: false, chunkSizeWarningLimit: 1500 },
  server: { port: 5173, strictPort: true, proxy: { "/call": "http://127.0.0.1:5174" } },
  test: { environment: "jsdom", include: ["src/**/*.test.ts"], setupFiles: ["src/dev/setup.ts"], restoreMocks: true },
});
