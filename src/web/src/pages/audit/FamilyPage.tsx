// 同源族: the common template with its slots, the years it went through, and every variant.
import { get, type Answer, type View } from "../../api/client";
import { useAnswer } from "../../api/useAnswer";
import type { PageProps } from "../../App";
import { CopyButton, Exports } from "../../parts/actions";
import { Refused, Waiting } from "../../parts/states";
import { Changes, Joined, Origin } from "../../parts/tags";
import { changes, slots } from "../../names";
import { link, reportLink } from "../../router";
import { percent } from "../../text/format";
import { differences } from "../../text/differences";
import { Marked, Quote, Words } from "../../text/words";
import { Spread } from "./FamilyList";
import "../../styles/audit.css";

type Family = Answer<"/api/v1/families/{id}">;

export default function FamilyPage({ route }: PageProps) {
  const [id = ""] = route.rest;
  const asked = useAnswer(id, signal => get("/api/v1/families/{id}", { path: { id } }, signal));
  if (asked.error) return <div className="column"><Refused error={asked.error} again={asked.again} /></div>;
  if (!asked.value) return <div className="column wide"><Waiting rows={10} /></div>;
  const { family, members, template, timeline, first } = asked.value;
  return <div className="column wide">
    <h1>同源族：{family.copies} 处</h1>
    <p className="meta"><Spread family={family} /></p>
    <p><Exports address={`api/v1/families/${encodeURIComponent(family.id)}/export`} /></p>
    <section className="card"><h2>共同的模板</h2><Template parts={template} /></section>
    <section className="card"><h2>历年</h2><Timeline years={timeline} first={first} /></section>
    <h2>各处</h2>
    <ol className="members">{members.map(member => <Member key={member.place.paragraph} member={member} typical={family.text} first={first} />)}</ol>
  </div>;
}

const slotName = (slot: string) => slots[slot] ?? changes[slot] ?? slot;

function Template({ parts }: { parts: View<"TemplatePartView">[] }) {
  const blank = parts.map(part => part.slot ? `〔${slotName(part.slot)}〕` : part.text).join("");
  return <>
    <p className="template" dir="auto">{parts.map((part, i) => part.slot === null ? <Words key={i} text={part.text} /> : <Slot key={i} part={part} slot={part.slot} />)}</p>
    <p><CopyButton text={blank}>复制模板（槽位留空）</CopyButton>　<span className="quiet">方框是各处不同的地方，停在上面看各处写了什么。</span></p>
  </>;
}

function Slot({ part, slot }: { part: View<"TemplatePartView">; slot: string }) {
  const values = part.values.map(value => `${value.text || "（无）"} ${value.copies} 处`).join("；");
  return <span className="slot" tabIndex={0} title={`${slotName(slot)}：${values}`}><span className="slot-kind">{slotName(slot)}</span><Words text={part.text || "∅"} /></span>;
}

function Timeline({ years, first }: { years: View<"FamilyYearView">[]; first: View<"FamilyMemberView"> }) {
  return <>
    <table><thead><tr><th>年份</th><th className="number">处</th><th className="number">报告</th><th>单位</th><th className="number">与典型相似</th><th>改动</th></tr></thead>
      <tbody>{years.map(year => <tr key={year.year ?? 0}><td>{year.year ?? "未写明"}</td><td className="number">{year.copies}</td><td className="number">{year.reports}</td>
        <td><Joined mark="、" parts={year.organisations.map(name => <Quote text={name} />)} /></td>
        <td className="number">{year.ratio === null ? "" : percent(year.ratio)}</td>
        <td className="quiet">{Object.entries(year.changes).map(([type, number]) => `${changes[type] ?? type} ${number}`).join("，")}</td></tr>)}</tbody></table>
    <p className="quiet">最早见于 <a href={reportLink(first.place.report, first.place.paragraph)}><Quote text={first.reportTitle} /></a>（<Origin {...first.place} year={first.year} organisation={first.organisation} />）。</p>
  </>;
}

/** A member with the letters marked that the family's most typical text has otherwise. */
function Member({ member, typical, first }: { member: Family["members"][number]; typical: string; first: Family["first"] }) {
  const differing = differences(typical, member.text);
  return <li>
    <div className="hit-head"><a className="title" href={reportLink(member.place.report, member.place.paragraph)}><Quote text={member.reportTitle} /></a>
      <Origin {...member.place} year={member.year} organisation={member.organisation} />
      {member.place.paragraph !== first.place.paragraph && member.place.report !== first.place.report
        && <a className="quiet" href={link(`compare/${member.place.report}/${first.place.report}`, { at: member.place.paragraph })}>与最早的一篇对照</a>}</div>
    {member.text === typical ? <p className="quiet">典型的写法，一字不差：<Quote text={typical} /></p>
      : <><p dir="auto"><Marked text={member.text} ranges={differing?.b ?? []} as="ins" /></p><Changes list={member.changes} most={20} /></>}
  </li>;
}
