import type { ReactNode } from "react";
import type { View } from "../../api/client";
import { Joined } from "../../parts/tags";
import { familyLink } from "../../router";
import { short } from "../../text/format";
import { Quote } from "../../text/words";

export function FamilyList({ families, first }: { families: View<"FamilyView">[]; first: number }) {
  return <ol className="families" start={first}>{families.map(family => <li key={family.id}>
    <a className="copies-count" href={familyLink(family.id)} aria-label={`${family.copies} 处相同，看这一族`}>{family.copies} 处</a>
    <div><p><Quote text={short(family.text, 110)} /></p><span className="quiet"><Spread family={family} /></span></div>
  </li>)}</ol>;
}

export function Spread({ family }: { family: View<"FamilyView"> }): ReactNode {
  const { firstYear, lastYear, organisations } = family;
  return <>{family.reports} 篇报告，{family.sources} 个文件{firstYear && (firstYear === lastYear ? `，${firstYear} 年` : `，${firstYear}–${lastYear} 年`)}
    {organisations.length > 0 && <>；<Joined mark="、" parts={organisations.map(name => <Quote text={name} />)} /></>}</>;
}
