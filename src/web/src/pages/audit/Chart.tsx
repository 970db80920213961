// One chart. ECharts comes with the first page that draws one; the figures are in a table beside it for whoever cannot see it.
import { BarChart, HeatmapChart } from "echarts/charts";
import { GridComponent, TooltipComponent, VisualMapComponent } from "echarts/components";
import { init, use, type EChartsType } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import type { EChartsCoreOption } from "echarts/core";
import { useEffect, useRef } from "react";
import { fonts, useIsDark } from "../../theme";

use([BarChart, HeatmapChart, GridComponent, TooltipComponent, VisualMapComponent, CanvasRenderer]);

export interface Colours {
  ink: string;
  quiet: string;
  line: string;
  paper: string;
  bar: string;
  from: string;
  to: string;
}

const light: Colours = { ink: "#1d2329", quiet: "#59636b", line: "#dde1e4", paper: "#ffffff", bar: "#3f81b7", from: "#fbe9df", to: "#b23c17" };
const dark: Colours = { ink: "#dee3e7", quiet: "#a3adb6", line: "#323a41", paper: "#1c2126", bar: "#5aa0d0", from: "#3a2a22", to: "#e0764f" };

interface Props {
  label: string;
  height: number;
  option: (colours: Colours) => EChartsCoreOption;
  onPick?: (at: { dataIndex: number; data: unknown }) => void;
}

export default function Chart({ label, height, option, onPick }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  const isDark = useIsDark();
  useEffect(() => {
    const drawn = chart.current = init(place.current!, null, { renderer: "canvas" });
    const watch = new ResizeObserver(() => drawn.resize());
    watch.observe(place.current!);
    return () => { watch.disconnect(); drawn.dispose(); };
  }, []);
  useEffect(() => {
    const colours = isDark ? dark : light;
    // Tooltips are drawn, not written as markup: titles from the archive stay text, and no style is inline.
    chart.current!.setOption({
      animation: false, textStyle: { fontFamily: fonts, color: colours.ink },
      tooltip: { renderMode: "richText", confine: true, backgroundColor: colours.paper, borderColor: colours.line, textStyle: { color: colours.ink, fontSize: 13 } },
      ...option(colours),
    }, true);
  }, [isDark, option]);
  useEffect(() => {
    const drawn = chart.current!;
    if (onPick) drawn.on("click", event => onPick({ dataIndex: event.dataIndex, data: event.data }));
    return () => { drawn.off("click"); };
  }, [onPick]);
  return <div ref={place} className="chart" role="img" aria-label={label} style={{ height }} />;
}
