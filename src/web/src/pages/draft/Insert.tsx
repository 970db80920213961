import { Button } from "antd";
import { useState } from "react";
import { get } from "../../api/client";
import { Refused } from "../../parts/states";
import { reportLink } from "../../router";
import { insert } from "./draft";

/** Puts a passage into the draft as a template: somebody else's figures and names are never prefilled, its source goes with it. */
export function Insert({ paragraph, report, citation }: { paragraph: string; report: string; citation: string }) {
  const [inserted, setInserted] = useState(false);
  const [error, setError] = useState<Error>();
  const put = () => void get("/api/v1/paragraphs/{id}/template", { path: { id: paragraph } }).then(template => {
    insert(template.text, { citation, address: reportLink(report, paragraph), passage: template.text });
    setInserted(true);
  }, setError);
  return <>
    <Button size="small" onClick={put} title="写成模板：年份、数字、名称留空，不沿用别人的"><span aria-live="polite">{inserted ? "已放进草稿，空处待补" : "放进草稿（数字、名称留空）"}</span></Button>
    {inserted && !location.hash.startsWith("#/draft") && <Button size="small" type="primary" href="#/draft">去草稿</Button>}
    {error && <Refused error={error} />}
  </>;
}
