import { useState } from "react";
import type { View } from "../../api/client";
import { TextButton } from "../../parts/actions";
import { FunctionTag } from "../../parts/tags";
import { Words } from "../../text/words";
import { ExemplarCard } from "./ExemplarCard";

/** The usual sections that the draft has not, each with passages to write it by. */
export const Missing = ({ missing }: { missing: View<"MissingSectionView">[] }) => missing.length === 0 ? null
  : <div className="card"><h2>通常还有的部分</h2><ul className="findings">{missing.map(one => <Section key={one.section.function} missing={one} />)}</ul></div>;

function Section({ missing: { section, reason } }: { missing: View<"MissingSectionView"> }) {
  const [open, setOpen] = useState(false);
  return <li><FunctionTag primary={section.function} /><span><Words text={reason} /></span>
    {section.exemplars.length > 0 && <TextButton onClick={() => setOpen(!open)} expanded={open}>{section.exemplars.length} 段范例</TextButton>}
    {open && <div className="inside">{section.exemplars.map(item => <ExemplarCard key={item.paragraph} item={item} />)}</div>}</li>;
}
