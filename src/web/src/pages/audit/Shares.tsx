import { lazy, Suspense, useMemo } from "react";
import type { View } from "../../api/client";
import { unnamed } from "../../names";
import { Waiting } from "../../parts/states";
import { go, link } from "../../router";
import { count, groupBy, percent, short } from "../../text/format";
import { Quote } from "../../text/words";
import type { Colours } from "./Chart";

const Chart = lazy(() => import("./Chart"));
const shown = 20;

/** The share of each unit's paragraphs that stand elsewhere too; a bar leads to its paragraphs. */
export function UnitShares({ units }: { units: View<"UnitView">[] }) {
  const rows = useMemo(() => units.filter(unit => unit.paragraphs > 0)
    .sort((a, b) => b.reused / b.paragraphs - a.reused / a.paragraphs || b.paragraphs - a.paragraphs).slice(0, shown).reverse(), [units]);
  const option = useMemo(() => (colours: Colours) => ({
    grid: { left: 8, right: 48, top: 4, bottom: 4, containLabel: true },
    tooltip: { formatter: ({ dataIndex }: { dataIndex: number }) => { const unit = rows[dataIndex]!; return `${unit.name}\n${count(unit.reused)} / ${count(unit.paragraphs)} 段有副本，${unit.reports} 篇报告`; } },
    xAxis: { type: "value", max: 1, show: false },
    yAxis: { type: "category", data: rows.map(unit => short(unit.name, 14)), axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: colours.ink, fontSize: 13 } },
    series: [{ type: "bar", data: rows.map(unit => unit.reused / unit.paragraphs), itemStyle: { color: colours.bar, borderRadius: 2 }, barMaxWidth: 14, cursor: "pointer",
      label: { show: true, position: "right", color: colours.quiet, formatter: ({ value }: { value: number }) => percent(value) } }],
  }), [rows]);
  const pick = useMemo(() => ({ dataIndex }: { dataIndex: number }) => {
    const { name } = rows[dataIndex]!;
    if (name !== unnamed) go(link("search", { organisation: name, copies: "2.." }));
  }, [rows]);
  return <>
    <Suspense fallback={<Waiting rows={8} />}><Chart label="各单位有副本的段落所占比例" height={Math.max(140, rows.length * 24)} option={option} onPick={pick} /></Suspense>
    <details><summary>数据表</summary><table><thead><tr><th>单位</th><th className="number">有副本</th><th className="number">段落</th><th className="number">比例</th></tr></thead>
      <tbody>{rows.toReversed().map(unit => <tr key={unit.name}><td>{unit.name === unnamed ? unnamed : <a href={link("search", { organisation: unit.name, copies: "2.." })}><Quote text={unit.name} /></a>}</td>
        <td className="number">{count(unit.reused)}</td><td className="number">{count(unit.paragraphs)}</td><td className="number">{percent(unit.reused / unit.paragraphs)}</td></tr>)}</tbody></table></details>
  </>;
}

/** How many reports are how original. */
export function OriginalitySpread({ steps }: { steps: View<"OriginalityStepView">[] }) {
  const names = useMemo(() => steps.map((step, i) => i === steps.length - 1 ? `${step.from}%` : `${step.from}–${steps[i + 1]!.from - 1}%`), [steps]);
  const option = useMemo(() => (colours: Colours) => ({
    grid: { left: 8, right: 8, top: 24, bottom: 4, containLabel: true },
    tooltip: { formatter: ({ dataIndex }: { dataIndex: number }) => `原创度 ${names[dataIndex]}\n${count(steps[dataIndex]!.reports)} 篇报告` },
    xAxis: { type: "category", data: names, axisTick: { show: false }, axisLine: { lineStyle: { color: colours.line } }, axisLabel: { color: colours.ink } },
    yAxis: { type: "value", show: false },
    series: [{ type: "bar", data: steps.map(step => step.reports), itemStyle: { color: colours.bar, borderRadius: 2 }, barMaxWidth: 56, label: { show: true, position: "top", color: colours.quiet } }],
  }), [steps, names]);
  return <>
    <Suspense fallback={<Waiting rows={6} />}><Chart label={`报告的原创度分布：${steps.map((step, i) => `${names[i]} ${step.reports} 篇`).join("，")}`} height={220} option={option} /></Suspense>
    <p className="quiet">原创度是一篇报告里没有在其他报告出现过的文字所占的比例。</p>
  </>;
}

/** The share of recycled text by unit and year; a cell leads to what it counts. */
export function YearTable({ cells }: { cells: View<"UnitYearView">[] }) {
  const years = [...new Set(cells.map(cell => cell.year))].sort();
  const units = groupBy(cells, cell => cell.unit)
    .map(([unit, list]) => ({ unit, list, reports: list.reduce((sum, cell) => sum + cell.reports, 0) }))
    .sort((a, b) => b.reports - a.reports || (a.unit < b.unit ? -1 : 1)).slice(0, shown);
  if (units.length === 0) return <p className="quiet">没有同时写明单位和年份的报告。</p>;
  return <div className="scrolled" tabIndex={0} role="region" aria-label="各单位各年的复用率">
    <table className="heat"><thead><tr><th>单位</th>{years.map(year => <th key={year} className="number">{year}</th>)}</tr></thead>
      <tbody>{units.map(({ unit, list }) => <tr key={unit}><th scope="row"><Quote text={unit} /></th>{years.map(year => {
        const cell = list.find(one => one.year === year);
        return cell === undefined ? <td key={year} />
          : <td key={year} className={`number heat-${Math.min(4, Math.ceil(cell.total * 4))}`}><a href={link("search", { organisation: unit, year })} title={`${unit} ${year} 年：${cell.reports} 篇报告，复用率 ${percent(cell.total)}`}>{percent(cell.total)}</a></td>;
      })}</tr>)}</tbody></table>
    <p className="quiet">复用率，按字数合计；空格表示没有这一年的报告。{units.length < new Set(cells.map(cell => cell.unit)).size && `只列报告最多的 ${shown} 个单位。`}</p>
  </div>;
}
