declare module '*.css?inline' {
  const css: string;
  export default css;
}

/** File name of the chat chunk below `widget/`, known once that chunk is built. */
declare const CHAT_CHUNK: string;
