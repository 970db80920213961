import { get } from "../../api/client";
import { useAnswer } from "../../api/useAnswer";
import { CopyButton } from "../../parts/actions";
import { Answered } from "../../parts/states";
import { Words } from "../../text/words";

/** A paragraph with its slots: what a writer would have to fill in. */
export function TemplateView({ paragraph }: { paragraph: string }) {
  const asked = useAnswer(paragraph, signal => get("/api/v1/paragraphs/{id}/template", { path: { id: paragraph } }, signal));
  return <div className="elsewhere" role="region" aria-label="模板"><Answered asked={asked} rows={2}>{template => <>
    <p dir="auto">{template.parts.map((part, i) => part.slot === null ? <Words key={i} text={part.text} />
      : <span key={i} className="slot" title={part.varies ? "各副本在这里不同" : undefined}><Words text={part.text} /></span>)}</p>
    <p className="quiet">{template.open} 处待补：年份、数字、名称都留空，不沿用别人的。 <CopyButton text={template.text}>复制模板</CopyButton></p>
  </>}</Answered></div>;
}
