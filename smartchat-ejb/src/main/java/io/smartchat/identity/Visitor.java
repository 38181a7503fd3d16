package io.smartchat.identity;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who chats.
 *
 * @param verified whether a signed token proved it; without, the rest are hints for display and scope nothing
 */
public record Visitor(
        @Nullable String userId,
        @Nullable String name,
        @Nullable String email,
        boolean verified) {

    public static final Visitor ANONYMOUS = new Visitor(null, null, null, false);

    /** Whether what was bound to {@code other} may be opened by this visitor. */
    public boolean mayOpenWhatIsOf(@Nullable String otherId, boolean otherVerified) {
        return verified == otherVerified && (!verified || Objects.equals(userId, otherId));
    }
}
