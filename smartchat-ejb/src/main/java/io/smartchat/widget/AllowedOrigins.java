package io.smartchat.widget;

import io.smartchat.platform.Remembered;
import io.smartchat.tenant.TenantDeleted;
import io.smartchat.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The allow-lists that were asked for lately, read and ready to compare. */
@ApplicationScoped
class AllowedOrigins {

    private final Remembered<TenantId, AllowList> lists = new Remembered<>();

    /** @param any whether the owner named no site, which admits every one; a list nobody can read admits none */
    record AllowList(boolean any, List<AllowedOrigin> origins) {

        private static AllowList of(List<String> domains) {
            return new AllowList(
                    domains.isEmpty(),
                    domains.stream()
                            .map(AllowedOrigin::parse)
                            .flatMap(Optional::stream)
                            .toList());
        }

        boolean admits(String origin) {
            return any || origins.stream().anyMatch(allowed -> allowed.admits(origin));
        }
    }

    /** @param domains reads the tenant's list as its owner wrote it */
    AllowList of(TenantId tenant, Function<TenantId, List<String>> domains) {
        return lists.get(tenant, id -> Optional.of(AllowList.of(domains.apply(id))))
                .orElseThrow();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) WidgetChanged change) {
        lists.forget(change.tenant());
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) TenantDeleted event) {
        lists.forget(event.tenant());
    }
}
