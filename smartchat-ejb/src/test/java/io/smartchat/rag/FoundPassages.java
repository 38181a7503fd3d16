package io.smartchat.rag;

import io.smartchat.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds what the test puts in, whatever is asked. */
public class FoundPassages extends RetrievalService {

    private final List<Passage> passages = new ArrayList<>();
    private int searches;

    public FoundPassages with(String text, double score) {
        long id = passages.size() + 1;
        passages.add(
                new Passage(id, new UUID(0, id), "doc" + id + ".pdf", 1, 0, text.length(), text, score, score, score));
        return this;
    }

    public int searches() {
        return searches;
    }

    @Override
    public List<Passage> search(TenantId tenant, String query, int topK) {
        searches++;
        return passages.stream().limit(topK).toList();
    }
}
