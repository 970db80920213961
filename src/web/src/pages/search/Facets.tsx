import { useState } from "react";
import { copyRange, functionName, quantityRange, shareRange, types, unitTypes } from "../../names";
import { count } from "../../text/format";
import { Quote } from "../../text/words";
import type { View } from "../../api/client";
import { TextButton } from "../../parts/actions";
import { Aside } from "../../parts/Aside";
import { changed, filters, type Filter, type Found, type Wish } from "./wish";

const certainty: Record<string, string> = { true: "功能未定", false: "功能已定" };
const integrity: Record<string, string> = { true: "有遮盖、缺失或截断", false: "完好" };

const labels: Partial<Record<Filter, (value: string) => string>> = {
  function: functionName, unitType: value => unitTypes[value] ?? value, type: value => types[value] ?? value,
  copies: copyRange, originality: shareRange, undecided: value => certainty[value] ?? value,
  quantities: quantityRange, damaged: value => integrity[value] ?? value,
};

/** A filter as it is shown away from its heading. */
export function filterLabel(name: Filter, value: string): string {
  switch (name) {
    case "report": return "一篇报告内";
    case "source": return "一个文件内";
    case "originality": return `报告原创度 ${shareRange(value)}`;
    case "quantities": return `数据 ${quantityRange(value)}`;
    case "year": return `${value} 年`;
    default: return labels[name]?.(value) ?? value;
  }
}

export function Facets({ wish, found: { facets } }: { wish: Wish; found: Found }) {
  const active = filters.filter(name => wish[name]).length;
  return <Aside className="facets" name="筛选" label={active > 0 ? `筛选（${active} 项）` : "筛选"}>
    <Facet title="单位" name="organisation" buckets={facets.organisations} wish={wish} />
    <Facet title="单位类型（推断）" name="unitType" buckets={facets.unitTypes} wish={wish} />
    <Facet title="文种" name="type" buckets={facets.types} wish={wish} />
    <Facet title="相同处数" name="copies" buckets={facets.copies} wish={wish} />
    <Facet title="报告原创度" name="originality" buckets={facets.originality} wish={wish} />
    <Facet title="写有数据" name="quantities" buckets={facets.quantities} wish={wish} />
    <Facet title="文字是否完好" name="damaged" buckets={facets.damage.map(one => ({ ...one, value: String(one.value === "damaged") }))} wish={wish} />
    <Facet title="功能判定" name="undecided" buckets={facets.certainty.map(one => ({ ...one, value: String(one.value === "undecided") }))} wish={wish} />
  </Aside>;
}

const most = 10;

function Facet({ title, name, buckets, wish }: { title: string; name: Filter; buckets: View<"BucketView">[]; wish: Wish }) {
  const [whole, setWhole] = useState(false);
  if (buckets.length === 0) return null;
  // An empty value counts the paragraphs whose reports do not say; there is nothing to narrow to, and it stands last.
  const sorted = [...buckets.filter(bucket => bucket.value !== ""), ...buckets.filter(bucket => bucket.value === "")];
  return <section>
    <h2>{title}</h2>
    <ul>{sorted.slice(0, whole ? undefined : most).map(bucket => <li key={bucket.value}><Row name={name} bucket={bucket} wish={wish} /></li>)}</ul>
    {sorted.length > most && <TextButton onClick={() => setWhole(!whole)} expanded={whole}>{whole ? "收起" : `其余 ${sorted.length - most} 个`}</TextButton>}
  </section>;
}

function Row({ name, bucket, wish }: { name: Filter; bucket: View<"BucketView">; wish: Wish }) {
  const on = wish[name] === bucket.value && bucket.value !== "";
  const number = <span className="number">{count(bucket.families)}</span>;
  const title = `${count(bucket.families)} 条，${count(bucket.paragraphs)} 个段落`;
  return bucket.value === ""
    ? <span className="unstated" title={title}><span className="value">未写明</span>{number}</span>
    : <a className={on ? "on" : undefined} aria-current={on ? "true" : undefined} href={changed(wish, { [name]: on ? "" : bucket.value })} title={title}>
      <span className="value"><Quote text={labels[name]?.(bucket.value) ?? bucket.value} /></span>{number}</a>;
}
