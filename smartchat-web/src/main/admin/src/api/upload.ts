import { unreachable } from './problem';

/** Called with the share sent so far, 0 to 1. */
export type UploadProgress = (share: number) => void;

interface UploadReply {
  status: number;
  body: string;
  retryAfter: string | null;
}

/** fetch can't tell how much of a body is sent, so uploads go through XMLHttpRequest. */
export function sendFile(
  url: string,
  headers: Readonly<Record<string, string>>,
  file: File,
  onProgress: UploadProgress,
): Promise<UploadReply> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total);
    };
    request.onload = () =>
      resolve({
        status: request.status,
        body: request.responseText,
        retryAfter: request.getResponseHeader('Retry-After'),
      });
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(unreachable());
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}
