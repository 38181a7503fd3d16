/** Answers of the development server, chosen by a word in the question. */
const SOURCES = [
  {
    n: 1,
    source_id: '3f0c1f8e-6f0b-4a54-9d83-0f4c5a1f6d01',
    filename: 'Returns and refunds policy 2026.pdf',
    page: 4,
    snippet:
      'Goods may be sent back within 30 days of delivery. The refund is made to the card that was used, within five working days of arrival at our warehouse.',
    score: 0.83,
  },
  {
    n: 2,
    source_id: '3f0c1f8e-6f0b-4a54-9d83-0f4c5a1f6d02',
    filename: 'shipping-rates.csv',
    snippet: 'country=DE, service=express, days=1-2, price=9.90',
    score: 0.61,
  },
];

const RETURNS = `You can send goods back within **30 days** of delivery [1]. The refund goes to the card you paid with, within *five working days* [1].

To return something:

1. Open **My orders** and choose the order.
2. Print the label, it is free in the EU.
3. Hand the parcel in at any post office.

Express shipping costs extra [2]. More under [our help pages](https://example.org/help).`;

const TABLE = `## Shipping at a glance

| Country | Service | Days | Price |
| :-- | :-- | --: | --: |
| Germany | Express | 1–2 | €9.90 |
| France | Standard | 3–4 | €6.50 |
| Japan | Air | 5–8 | €24.00 |

The same from the API:

\`\`\`js
const rates = await fetch('/api/rates?country=DE');
for (const { service, price } of await rates.json()) {
  console.log(\`\${service}: \${price}\`); // cheapest first
}
\`\`\`

- \`service\` is one of the names above
- \`price\` is in euros
  - VAT is included
  - duties are not

> Prices are valid until the end of the year.`;

const ARABIC = `يمكنك إرجاع البضائع خلال **30 يومًا** من التسليم [1]. يُعاد المبلغ إلى البطاقة نفسها خلال خمسة أيام عمل [1].

1. افتح **طلباتي** واختر الطلب.
2. اطبع الملصق، فهو مجاني داخل الاتحاد الأوروبي.
3. سلّم الطرد في أي مكتب بريد.

يكلّف الشحن السريع مبلغًا إضافيًا [2].`;

const ATTACK = `<img src=x onerror="window.pwned=1"> <script>window.pwned=1</script>
![beacon](https://evil.invalid/x.png) [click](javascript:window.pwned=1) <u>under</u>
<iframe srcdoc="<script>parent.pwned=1</script>"></iframe> <svg onload=window.pwned=1>`;

export function answerTo(question) {
  const q = question.toLowerCase();
  if (q.includes('table')) return { text: TABLE, sources: [] };
  if (q.includes('attack')) return { text: ATTACK, sources: [] };
  if (q.includes('long')) return { text: Array(12).fill(RETURNS).join('\n\n'), sources: SOURCES };
  if (/[\u0600-\u06ff]/.test(q)) return { text: ARABIC, sources: SOURCES };
  return { text: RETURNS, sources: SOURCES };
}

export function pieces(text) {
  return text.match(/[\s\S]{1,6}/g) ?? [];
}
