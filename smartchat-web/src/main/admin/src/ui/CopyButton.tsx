import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, type ButtonProps } from './Button';
import { useToast } from './Toast';

interface Props extends Pick<ButtonProps, 'variant' | 'size'> {
  text: string;
  label?: string;
}

export function CopyButton({ text, label = 'Copy', ...rest }: Props) {
  const [copied, setCopied] = useState(false);
  const toast = useToast();

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    // The clipboard is there only on https and localhost.
    if (!navigator.clipboard) {
      toast.failure(
        'Your browser doesn’t allow copying here. Select the text and copy it yourself.',
      );
      return;
    }
    await navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => toast.failure('Copying was refused. Select the text and copy it yourself.'),
    );
  }

  return (
    <Button onClick={() => void copy()} {...rest}>
      {copied ? <Check /> : <Copy />}
      <span aria-live="polite">{copied ? 'Copied' : label}</span>
    </Button>
  );
}
