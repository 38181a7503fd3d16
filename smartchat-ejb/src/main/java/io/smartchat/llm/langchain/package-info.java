/**
 * Language models through LangChain4j: OpenAI's API and Ollama's, over one non-blocking HTTP client.
 */
@NullMarked
package io.smartchat.llm.langchain;

import org.jspecify.annotations.NullMarked;
