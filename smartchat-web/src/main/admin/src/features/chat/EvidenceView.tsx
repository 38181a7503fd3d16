import type { ReactNode } from 'react';
import type { Evidence } from '../../api/evidence';
import { count } from '../../ui/format';
import { EvidencePassages } from './EvidencePassages';
import styles from './EvidenceView.module.css';
import { inBrief, seconds, timesOf } from './evidenceWords';
import { Lookups } from './Lookups';

/** The record in plain words, the outcome first and figures last. */
export function EvidenceView({ evidence }: { evidence: Evidence }) {
  const { usage, unsupported, citations_removed: removed } = evidence;
  return (
    <div className={styles.view}>
      <Part title="In brief">
        {inBrief(evidence).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Part>
      <Part title="Passages found">
        <EvidencePassages evidence={evidence} />
      </Part>
      {evidence.tool_calls.length > 0 && (
        <Part title="Looked up">
          <Lookups lookups={evidence.tool_calls} />
        </Part>
      )}
      {unsupported.length > 0 && (
        <Part title="Marked with [?]: no source says this">
          <Quotes texts={unsupported} />
        </Part>
      )}
      {removed.length > 0 && (
        <Part title="Taken out">
          <p>The model cited passages it was not given: {removed.join(' ')}.</p>
        </Part>
      )}
      <Part title="Time and effort">
        <p>{timesOf(evidence)}</p>
        <p>
          {count(usage.prompt_tokens, 'token')} read, {usage.completion_tokens} written, over{' '}
          {count(evidence.rounds, 'request')} to the model in {seconds(evidence.times.total_ms)}.
        </p>
        <p className={styles.quiet}>
          Prompt version {evidence.prompt_version} · settings version {evidence.config_version}
        </p>
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Quotes({ texts }: { texts: readonly string[] }) {
  return (
    <ul className={styles.quotes}>
      {texts.map((text, index) => (
        <li key={index}>{text}</li>
      ))}
    </ul>
  );
}
