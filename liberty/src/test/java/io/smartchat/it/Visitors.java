package io.smartchat.it;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Three visitors who ask one question after another and note how long the first words took. */
final class Visitors implements AutoCloseable {

    private static final int VISITORS = 3;
    private static final String QUESTION = "What may a calm visitor expect?";

    private final ConcurrentLinkedQueue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final List<ChatClient> chats;

    Visitors(AiMock model, Supplier<ChatClient> open) {
        model.answer(QUESTION, "An answer that begins soon and comes in pieces.", Duration.ofMillis(20));
        chats = Stream.generate(open).limit(VISITORS).toList();
    }

    /** The times to the first token. */
    List<Duration> chatFor(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        List<CompletableFuture<List<Duration>>> all = chats.stream()
                .map(chat -> CompletableFuture.supplyAsync(() -> chatUntil(chat, end)))
                .toList();
        return all.stream().map(CompletableFuture::join).flatMap(List::stream).toList();
    }

    void forget() {
        unanswered.clear();
    }

    /** What went wrong, if anything did. */
    List<String> unanswered() {
        return List.copyOf(unanswered);
    }

    static Duration quantile(List<Duration> times, int percent) {
        return times.stream().sorted().toList().get(times.size() * percent / 100);
    }

    private List<Duration> chatUntil(ChatClient chat, long end) {
        List<Duration> times = new ArrayList<>();
        while (System.nanoTime() < end) {
            long asked = System.nanoTime();
            Answer answer = chat.ask(QUESTION);
            if (answer.status().equals("complete") && !answer.chunks().isEmpty()) {
                times.add(Duration.ofNanos(answer.chunks().get(0).at() - asked));
            } else {
                unanswered.add(answer.end().toString());
            }
        }
        return times;
    }

    @Override
    public void close() {
        chats.forEach(ChatClient::close);
    }
}
