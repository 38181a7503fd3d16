package io.smartchat.chat;

import io.smartchat.identity.Visitor;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantId;
import io.smartchat.usage.Asker;
import io.smartchat.usage.Quotas;
import io.smartchat.usage.UsageMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Begins the turns the quotas allow; a question that was let in before costs nothing more and is never turned away. */
@ApplicationScoped
class Admission {

    private final ChatStore store;
    private final GroupCommit together;
    private final Quotas quotas;
    private final UsageMeter meter;

    @Inject
    Admission(ChatStore store, GroupCommit together, Quotas quotas, UsageMeter meter) {
        this.store = store;
        this.together = together;
        this.quotas = quotas;
        this.meter = meter;
    }

    protected Admission() {
        this(null, null, null, null);
    }

    BegunTurn begin(Question question) {
        Asker asker = asker(question.tenant(), question.sessionId(), question.visitor(), question.network());
        try {
            quotas.charge(asker);
        } catch (SmartChatException refused) {
            return store.repeated(question).orElseThrow(() -> turnedAway(asker, refused));
        }
        BegunTurn begun = together.commit(() -> store.begin(question));
        if (begun.repeated()) {
            quotas.giveBack(asker);
        } else {
            meter.asked(question.tenant());
        }
        return begun;
    }

    BegunTurn beginAgain(TenantId tenant, String sessionId, Visitor visitor, UUID answerId, String network) {
        Asker asker = asker(tenant, sessionId, visitor, network);
        try {
            quotas.charge(asker);
        } catch (SmartChatException refused) {
            throw turnedAway(asker, refused);
        }
        BegunTurn begun = together.commit(() -> store.beginAgain(tenant, sessionId, visitor, answerId));
        meter.asked(tenant);
        return begun;
    }

    private SmartChatException turnedAway(Asker asker, SmartChatException refused) {
        meter.refused(asker.tenant());
        return refused;
    }

    /** Who proved who they are is one visitor in all sessions. */
    private static Asker asker(TenantId tenant, String sessionId, Visitor visitor, String network) {
        return new Asker(tenant, visitor.verified() ? "user " + visitor.userId() : "session " + sessionId, network);
    }
}
