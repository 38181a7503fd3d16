package io.smartchat.llm.langchain;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.smartchat.llm.AnswerListener;
import io.smartchat.llm.AnswerRequest;
import io.smartchat.llm.AnswerStream;
import io.smartchat.llm.ChatProvider;
import io.smartchat.llm.ModelSettings;
import io.smartchat.platform.OutboundPolicy;
import java.net.URI;

/** A language model behind LangChain4j. */
final class LangChainProvider implements ChatProvider {

    private final StreamingChatModel model;
    private final ModelHttpClient http;
    private final ModelSettings settings;
    private final URI endpoint;
    private final OutboundPolicy outbound;
    private final Waiting waiting;
    private final ModelFaults faults;

    LangChainProvider(
            StreamingChatModel model,
            ModelHttpClient http,
            ModelSettings settings,
            OutboundPolicy outbound,
            Waiting waiting) {
        this.model = model;
        this.http = http;
        this.settings = settings;
        this.endpoint = URI.create(settings.endpoint());
        this.outbound = outbound;
        this.waiting = waiting;
        this.faults = new ModelFaults(settings.endpoint(), settings.apiKey());
    }

    @Override
    public AnswerStream answer(AnswerRequest request, AnswerListener listener) {
        ChatRequest chat = ChatRequest.builder()
                .messages(SentMessages.of(request.messages()))
                .toolSpecifications(request.tools())
                .build();
        return new LangChainAnswer(settings.provider(), listener, faults, waiting, attempt -> ask(chat, attempt))
                .start();
    }

    private void ask(ChatRequest chat, Attempt attempt) {
        outbound.check(endpoint);
        http.startAs(attempt.call(), () -> model.chat(chat, attempt));
    }
}
