declare module "virtual:model-cards" {
  interface ModelCard {
    model: string;
    /** In the Markdown of parts/Prose. */
    text: string;
    files: { name: string; bytes: number; sha256: string }[];
  }

  const cards: ModelCard[];
  export default cards;
}
