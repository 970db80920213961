// What is said where there is nothing to show.
import { Button } from "antd";
import type { ReactNode } from "react";
import { useMay } from "../api/session";
import { useStats } from "../api/stats";
import { Empty, Waiting } from "./states";

/** Where there is nothing yet there is one thing to do. */
export function EmptyArchive() {
  return <Empty title="档案库还是空的。">
    {useMay("edit") ? <><p>把历年的工作总结放进来，文件夹、压缩包都行，几秒钟后就能检索、查雷同、借鉴范例。文件只存在这台服务器上。</p>
      <p><Button type="primary" href="#/sources">放进第一批文件</Button></p></> : <p>请有编辑权限的人先把历年的工作总结放进来。</p>}
  </Empty>;
}

/** Nothing fits what was asked: what to ask instead, unless there is nothing yet. */
export function NothingFound({ title, children }: { title: string; children: ReactNode }) {
  const stats = useStats();
  if (stats.loading) return <Waiting rows={2} />;
  return stats.value?.paragraphs === 0 ? <EmptyArchive /> : <Empty title={title}>{children}</Empty>;
}
