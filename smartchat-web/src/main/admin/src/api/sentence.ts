import { Problem } from './problem';

/** What to tell a person about a failure: what happened, and what they can do. */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof Problem))
    return 'Something went wrong in this page. Reload it and try again.';
  switch (error.status) {
    case 0:
      return 'SmartChat can’t be reached. Check that the server is running and try again.';
    case 401:
      return error.message || 'Please sign in again.';
    case 403:
      return error.message || 'Your account isn’t allowed to do this. Ask an owner for the right.';
    case 404:
      return 'This isn’t here any more. It may have been deleted in the meantime.';
    case 413:
      return error.message || 'This file is too large. Split it into smaller ones and try again.';
    case 415:
      return error.message || 'This type of file isn’t supported. Use PDF, TXT or CSV.';
    case 429:
      return `Too many tries. Please wait ${wait(error.retryAfter)} and try again.`;
    case 502:
      return error.message || 'The other server answered with an error. Check its address and key.';
    case 504:
      return error.message || 'The other server took too long to answer. Try again in a moment.';
    default:
      return error.status >= 500
        ? serverFault(error)
        : error.message || 'That didn’t work. Check the input.';
  }
}

function wait(seconds: number | null): string {
  if (seconds === null) return 'a moment';
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

function serverFault(error: Problem): string {
  const reference = error.traceId ? ` The server log has the details under ${error.traceId}.` : '';
  return `Something went wrong on the server. Try again in a moment.${reference}`;
}
