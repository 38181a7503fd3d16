package io.smartchat.llm.langchain;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartchat.llm.AnswerStream;
import io.smartchat.llm.ChatProvider;
import io.smartchat.llm.RecordedAnswer;
import io.smartchat.llm.ScriptedModelServer;
import io.smartchat.llm.WireDialect;
import io.smartchat.platform.OutboundAllowList;
import io.smartchat.platform.OutboundPolicy;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which connections are opened, and to whom. */
class PooledConnectionsTest {

    @ParameterizedTest
    @EnumSource
    void oneTurnAfterTheOtherUsesOneConnection(WireDialect dialect) {
        try (ScriptedModelServer server = answering(dialect)) {
            ChatProvider provider = provider(server, dialect);
            for (int i = 0; i < 10; i++) {
                ask(provider).awaitEnd();
            }
            assertThat(server.requests()).hasSize(10);
            // the end of a response may still be on its way when the next turn begins
            assertThat(server.accepted()).isLessThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void turnsAtOnceUseAConnectionEachAndTheNextOnesUseThemAgain(WireDialect dialect) {
        try (ScriptedModelServer server = answering(dialect)) {
            ChatProvider provider = provider(server, dialect);
            for (int round = 0; round < 3; round++) {
                IntStream.range(0, 20)
                        .mapToObj(i -> ask(provider))
                        .toList()
                        .forEach(answer -> assertThat(answer.awaitEnd().text()).isEqualTo("Ten."));
            }
            assertThat(server.requests()).hasSize(60);
            assertThat(server.accepted()).isLessThan(40);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStoppedAnswersConnectionIsClosedNotUsedAgain(WireDialect dialect) {
        try (ScriptedModelServer server = new ScriptedModelServer(dialect)) {
            server.script("hello", exchange -> {
                exchange.keepAlive();
                exchange.head(200, dialect.contentType());
                exchange.chunk(dialect.delta("Ten"));
                exchange.awaitHangUp();
            });
            RecordedAnswer answer = new RecordedAnswer();
            AnswerStream stream = provider(server, dialect).answer(Dialects.question("hello"), answer);
            answer.awaitFirstText();
            stream.cancel();
            Awaitility.await().atMost(Duration.ofSeconds(1)).until(() -> server.open() == 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNameThatMovedToAPrivateAddressIsNotAskedAgain(WireDialect dialect) {
        AtomicInteger lookedUp = new AtomicInteger();
        OutboundPolicy rebound = new OutboundPolicy(OutboundAllowList.parse(""), true, host ->
                new InetAddress[] {InetAddress.getByName(lookedUp.getAndIncrement() == 0 ? "127.0.0.1" : "10.1.2.3")});
        try (ScriptedModelServer server = new ScriptedModelServer(dialect)) {
            server.script("hello", exchange -> {
                exchange.head(503, "text/plain");
                exchange.lastChunk();
            });
            RecordedAnswer answer = new RecordedAnswer();
            new LangChainProviders(rebound, LlmTimeouts.DEFAULT)
                    .provider(Dialects.settings(server, dialect, "localhost"))
                    .answer(Dialects.question("hello"), answer);
            assertThat(answer.awaitEnd().error().getCause()).hasMessageContaining("SMARTCHAT_OUTBOUND_ALLOW");
            assertThat(server.requests()).hasSize(1);
        }
    }

    private static ScriptedModelServer answering(WireDialect dialect) {
        ScriptedModelServer server = new ScriptedModelServer(dialect);
        server.script("hello", exchange -> {
            exchange.keepAlive();
            exchange.head(200, dialect.contentType());
            exchange.chunk(dialect.delta("Ten."));
            exchange.chunk(dialect.end(1, 1));
            exchange.lastChunk();
        });
        return server;
    }

    private static ChatProvider provider(ScriptedModelServer server, WireDialect dialect) {
        return new LangChainProviders(Dialects.LOOPBACK_OPEN, LlmTimeouts.DEFAULT)
                .provider(Dialects.settings(server, dialect));
    }

    private static RecordedAnswer ask(ChatProvider provider) {
        RecordedAnswer answer = new RecordedAnswer();
        provider.answer(Dialects.question("hello"), answer);
        return answer;
    }
}
