// Where else a passage stands, and what differs there.
import type { View } from "../../api/client";
import { TextButton } from "../../parts/actions";
import { Origin } from "../../parts/tags";
import { reuseClasses, reuseKinds } from "../../names";
import { link, reportLink } from "../../router";
import { differences } from "../../text/differences";
import { Marked, Quote, Words } from "../../text/words";

export function Elsewhere({ evidence, own, close }: { evidence: View<"EvidenceView">[]; own: View<"BlockView">; close: () => void }) {
  return <div className="elsewhere" role="region" aria-label="另见">
    {evidence.map((item, i) => {
      const changed = differences(item.text, item.otherText);
      return <div key={i} className="other">
        <div className="hit-head">
          <span className={`tag class-${item.class}`}>{reuseClasses[item.class] ?? item.class}</span>
          <span className="quiet">{reuseKinds[item.kind] ?? item.kind}</span>
          <a href={reportLink(item.otherPlace.report, item.otherPlace.paragraph)}><Quote text={item.otherReportTitle} /></a>
          <Origin {...item.otherPlace} year={item.otherYear} organisation={item.otherOrganisation} />
        </div>
        <p dir="auto">{changed ? <Marked text={item.otherText} ranges={changed.b} as="ins" /> : <Words text={item.otherText} />}</p>
        <p className="quiet"><span title={item.direction.reasons.join("；")}>{item.direction.label}</span>　<a href={link(`compare/${own.report}/${item.otherPlace.report}`, { at: own.id })}>两篇对照</a></p>
      </div>;
    })}
    <TextButton onClick={close}>收起</TextButton>
  </div>;
}
