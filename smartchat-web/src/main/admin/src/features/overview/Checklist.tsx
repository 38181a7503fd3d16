import { Check } from 'lucide-react';
import { Link } from 'wouter';
import { Card } from '../../ui/Card';
import { Meter } from '../../ui/Meter';
import styles from './Checklist.module.css';
import type { Step } from './useProgress';

export function Checklist({ steps }: { steps: readonly Step[] }) {
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done);
  return (
    <Card flush>
      <header className={styles.header}>
        <h2>Getting started</h2>
        <span className={styles.count}>
          {done} of {steps.length} done
        </span>
        <Meter label="Steps done" value={(done / steps.length) * 100} />
      </header>
      <ol>
        {steps.map((step) => (
          <li key={step.title} className={styles.step} data-done={step.done || undefined}>
            <span className={styles.mark} aria-hidden="true">
              {step.done && <Check />}
            </span>
            <div className={styles.text}>
              <h3>
                {step.title}
                <span className="visually-hidden">{step.done ? ', done' : ', to do'}</span>
              </h3>
              <p>{step.text}</p>
            </div>
            <Link
              href={step.href}
              className={step === next ? styles.next : styles.action}
              aria-label={`${step.action}: ${step.title}`}
            >
              {step.action}
            </Link>
          </li>
        ))}
      </ol>
    </Card>
  );
}
