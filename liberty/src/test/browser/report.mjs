/** A line of JSON for each test, for whoever started the suite; everything else a test prints goes along as it is. */
export default async function* report(events) {
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details.type === 'suite' && type === 'test:pass') continue;
    const error = data.details.error;
    yield `${JSON.stringify({
      test: data.name,
      passed: type === 'test:pass',
      skipped: data.skip !== undefined,
      millis: Math.round(data.details.duration_ms),
      reason: error && String(error.cause?.stack ?? error.cause ?? error.message),
    })}\n`;
  }
}
