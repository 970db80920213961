import { createHash } from "node:crypto";
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

/** What the models say of themselves to staff, with the hashes of the files that are shipped. */
const modelCards = {
  name: "model-cards",
  resolveId: source => source === "virtual:model-cards" ? "\0model-cards" : null,
  load(id) {
    if (id !== "\0model-cards") return null;
    const home = resolve("../../models");
    const cards = ["functions", "names", "exemplars", "words", "readings", "lexicon"].map(model => ({
      model,
      text: readFileSync(join(home, model, "MODEL.zh.md"), "utf8"),
      files: readdirSync(join(home, model)).filter(name => !/\.(md|json)$/.test(name)).sort().map(name => {
        const bytes = readFileSync(join(home, model, name));
        return { name, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
      }),
    }));
    return `export default ${JSON.stringify(cards)};`;
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
  plugins: [adoptStyles, modelCards, compress],
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
