import { useEffect } from "react";
import { get } from "../../api/client";
import { useAnswer } from "../../api/useAnswer";
import type { PageProps } from "../../App";
import { Answered } from "../../parts/states";
import { reportLink } from "../../router";

/** The address of a paragraph alone: its report, at that place. */
export default function ParagraphPage({ route }: PageProps) {
  const [id = ""] = route.rest;
  const asked = useAnswer(id, signal => get("/api/v1/paragraphs/{id}", { path: { id } }, signal));
  const block = asked.value;
  useEffect(() => { if (block) location.replace(reportLink(block.report, block.id)); }, [block]);
  return <div className="column"><Answered asked={asked}>{() => null}</Answered></div>;
}
