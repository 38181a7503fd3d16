package io.smartchat.usage;

import io.smartchat.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;

/** A row for each tenant and day, each call one short transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class UsageStore {

    private static final String MAKE_ROOM = "insert into usage_day"
            + " (tenant_id, used_on, messages, prompt_tokens, completion_tokens, refused)"
            + " select t.id, cast(?2 as date), 0, 0, 0, 0 from tenant t where t.id = ?1 on conflict do nothing";
    private static final String ADD = "update usage_day set messages = messages + ?3,"
            + " prompt_tokens = prompt_tokens + ?4, completion_tokens = completion_tokens + ?5,"
            + " refused = refused + ?6 where tenant_id = ?1 and used_on = cast(?2 as date)";
    private static final String READ = "select messages, prompt_tokens, completion_tokens, refused from usage_day"
            + " where tenant_id = ?1 and used_on = cast(?2 as date)";

    @PersistenceContext(unitName = "smartchat")
    private EntityManager entities;

    /** Adds to the day's row, which other nodes add to as well; of a tenant that is gone nothing is kept. */
    void add(TenantId tenant, DayOfUse use) {
        if (addTo(tenant, use) == 0) {
            entities.createNativeQuery(MAKE_ROOM)
                    .setParameter(1, tenant.value())
                    .setParameter(2, use.day().toString())
                    .executeUpdate();
            addTo(tenant, use);
        }
    }

    DayOfUse on(TenantId tenant, LocalDate day) {
        List<?> rows = entities.createNativeQuery(READ)
                .setParameter(1, tenant.value())
                .setParameter(2, day.toString())
                .getResultList();
        return rows.isEmpty() ? DayOfUse.none(day) : day(day, (Object[]) rows.get(0));
    }

    private int addTo(TenantId tenant, DayOfUse use) {
        return entities.createNativeQuery(ADD)
                .setParameter(1, tenant.value())
                .setParameter(2, use.day().toString())
                .setParameter(3, use.messages())
                .setParameter(4, use.promptTokens())
                .setParameter(5, use.completionTokens())
                .setParameter(6, use.refused())
                .executeUpdate();
    }

    private static DayOfUse day(LocalDate day, Object[] row) {
        return new DayOfUse(day, number(row[0]), number(row[1]), number(row[2]), number(row[3]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
