// How a source is written down, wherever one is cited.

interface Place {
  source: string;
  line: number;
}

export const citation = (report: string, { source, line }: Place, organisation?: string | null, year?: number | null): string =>
  [`《${report.replace(/^《|》$/g, "")}》`, organisation, year && `${year}年`, `${source}第${line}行`].filter(Boolean).join("，");
