import { count } from "../../text/format";
import type { Found } from "./wish";

/** How much was found: by what was typed, and through related words alone. */
export function Numbers({ found: { families, paragraphs, complete, beyond } }: { found: Found }) {
  return <>
    {paragraphs > 0 && <><strong>{count(families)}</strong> 条（共 {count(paragraphs)} 个段落，相同的合为一条{complete > 0 && complete < paragraphs && <>；其中 {count(complete)} 个含全部检索词</>}）</>}
    {paragraphs > 0 && beyond > 0 && "；"}
    {beyond > 0 && <>由相关说法{paragraphs > 0 && "另"}找到 <strong>{count(beyond)}</strong> 个段落</>}
    {paragraphs + beyond === 0 && <><strong>0</strong> 条</>}
  </>;
}
