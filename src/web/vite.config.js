import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { defineConfig } from "vite";

const adopted = resolve("src/styles/adopted.ts");

/** Ant Design writes its styles into <style> elements, which the service's content security policy forbids; they are adopted instead. */
const adoptStyles = {
  name: "adopt-styles",
  enforce: "pre",
  async resolveId(source, importer) {
    if (!/\/(dynamicCSS|cssUtils)(\.js)?$/.test(source)) return null;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found && /\/(@rc-component\/util\/es\/Dom\/dynamicCSS|@ant-design\/icons\/es\/cssUtils)\.js$/.test(found.id) ? adopted : null;
  },
};

/** Beside each file its compressed forms: the service sends whichever the browser takes. */
const compress = {
  name: "compress",
  apply: "build",
  writeBundle({ dir }) {
    for (const name of readdirSync(dir, { recursive: true })) {
      if (!/\.(js|css|html|svg)$/.test(name)) continue;
      const bytes = readFileSync(join(dir, name));
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
      writeFileSync(join(dir, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    }
  },
};

export default defineConfig({
  base: "./",
  plugins: [adoptStyles, compress],
  build: {
    outDir: process.env.JINGJIAN_PAGE ?? "../../artifacts/page",
    emptyOutDir: true,
    target: "chrome123",
    // No data: addresses: the policy allows files of the service only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    reportCompressedSize: false,
    rolldownOptions: {
      // Ant Design's modules say "use client", which means nothing in a bundle.
      onLog: (level, log, handle) => log.code === "MODULE_LEVEL_DIRECTIVE" || handle(level, log),
    },
  },
  server: { proxy: { "/api": "http://localhost:5080", "/health": "http://localhost:5080" } },
});
