package io.smartchat.llm.langchain;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.smartchat.llm.AnswerListener;
import io.smartchat.llm.AnswerRequest;
import io.smartchat.llm.AnswerStream;
import io.smartchat.llm.ChatProvider;
import io.smartchat.llm.LlmProvider;
import io.smartchat.llm.ModelSettings;
import io.smartchat.platform.OutboundPolicy;
import java.net.URI;

/** A language model behind LangChain4j. */
final class LangChainProvider implements ChatProvider {

    private final LlmProvider provider;
    private final StreamingChatModel model;
    private final ModelHttpClient http;
    private final URI endpoint;
    private final OutboundPolicy outbound;
    private final LlmTimeouts timeouts;
    private final ModelFaults faults;
    private final boolean completionProvesEnd;

    LangChainProvider(
            StreamingChatModel model,
            ModelHttpClient http,
            ModelSettings settings,
            OutboundPolicy outbound,
            LlmTimeouts timeouts,
            boolean completionProvesEnd) {
        this.provider = settings.provider();
        this.model = model;
        this.http = http;
        this.endpoint = URI.create(settings.endpoint());
        this.outbound = outbound;
        this.timeouts = timeouts;
        this.faults = new ModelFaults(settings.endpoint(), settings.apiKey());
        this.completionProvesEnd = completionProvesEnd;
    }

    @Override
    public AnswerStream answer(AnswerRequest request, AnswerListener listener) {
        LangChainAnswer answer = new LangChainAnswer(provider, listener, faults, timeouts, completionProvesEnd);
        try {
            outbound.check(endpoint);
            ChatRequest chat = ChatRequest.builder()
                    .messages(request.messages())
                    .toolSpecifications(request.tools())
                    .build();
            http.startAs(answer.call(), () -> model.chat(chat, answer));
        } catch (RuntimeException e) {
            answer.onError(e);
        }
        return answer;
    }
}
