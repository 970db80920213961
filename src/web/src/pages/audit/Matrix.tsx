import { lazy, Suspense, useMemo } from "react";
import type { View } from "../../api/client";
import { unnamed } from "../../names";
import { Waiting } from "../../parts/states";
import { go, link } from "../../router";
import { count, short } from "../../text/format";
import { Quote } from "../../text/words";
import type { Colours } from "./Chart";

const Chart = lazy(() => import("./Chart"));
const most = 16;

/** Which unit has how many letters in common with which: rows have them, columns have them too. */
export function Matrix({ units, matrix }: { units: View<"UnitView">[]; matrix: View<"UnitPairView">[] }) {
  const names = useMemo(() => {
    const weight = new Map<string, number>();
    for (const { unit, from, characters } of matrix) for (const name of [unit, from]) weight.set(name, (weight.get(name) ?? 0) + characters);
    return units.map(unit => unit.name).filter(name => weight.has(name)).sort((a, b) => weight.get(b)! - weight.get(a)!).slice(0, most);
  }, [units, matrix]);
  const cells = useMemo(() => matrix.flatMap(pair => {
    const x = names.indexOf(pair.from), y = names.indexOf(pair.unit);
    return x < 0 || y < 0 ? [] : [{ value: [x, y, pair.characters], pair }];
  }), [names, matrix]);
  const option = useMemo(() => (colours: Colours) => ({
    grid: { left: 8, right: 8, top: 8, bottom: 8, containLabel: true },
    tooltip: { formatter: ({ dataIndex }: { dataIndex: number }) => { const { pair } = cells[dataIndex]!; return `${pair.unit}\n与 ${pair.from} 相同：${count(pair.characters)} 字，${pair.paragraphs} 段，${pair.reports} 篇报告`; } },
    xAxis: { type: "category", data: names.map(name => short(name, 9)), splitArea: { show: false }, axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: colours.quiet, rotate: 40, interval: 0 } },
    yAxis: { type: "category", data: names.map(name => short(name, 9)), inverse: true, axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: colours.quiet, interval: 0 } },
    visualMap: { show: false, min: 0, max: Math.max(1, ...cells.map(cell => cell.pair.characters)), inRange: { color: [colours.from, colours.to] } },
    series: [{ type: "heatmap", data: cells.map(cell => cell.value), itemStyle: { borderColor: colours.paper, borderWidth: 1 }, cursor: "pointer" }],
  }), [names, cells]);
  const pick = useMemo(() => ({ dataIndex }: { dataIndex: number }) => {
    const { pair } = cells[dataIndex]!;
    if (pair.unit !== unnamed) go(link("search", { organisation: pair.unit, copies: "2.." }));
  }, [cells]);
  if (matrix.length === 0) return <p className="quiet">没有发现相同的文字。</p>;
  if (names.length < 2) return <p className="quiet">相同的文字都在同一个单位的报告之间。</p>;
  return <>
    <Suspense fallback={<Waiting rows={8} />}><Chart label="各单位之间相同文字的多少" height={Math.max(220, names.length * 24 + 90)} option={option} onPick={pick} /></Suspense>
    <details><summary>数据表</summary><table><thead><tr><th>单位</th><th>与</th><th className="number">字</th><th className="number">段</th><th className="number">报告</th></tr></thead>
      <tbody>{matrix.slice(0, 40).map(pair => <tr key={`${pair.unit}|${pair.from}`}><td><Quote text={pair.unit} /></td><td><Quote text={pair.from} /></td>
        <td className="number">{count(pair.characters)}</td><td className="number">{pair.paragraphs}</td><td className="number">{pair.reports}</td></tr>)}</tbody></table></details>
    <p className="quiet">每格：左边单位的报告里，有多少字在下方单位的报告里也有（同一单位是历年之间）。</p>
  </>;
}
