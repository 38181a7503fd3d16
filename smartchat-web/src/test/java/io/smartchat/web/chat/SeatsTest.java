package io.smartchat.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartchat.tenant.TenantId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeatsTest {

    private final Seats seats = new Seats(3, 2);
    private final TenantId tenant = TenantId.random();

    @Test
    void aNetworkHasSoManyAndNoMore() {
        List<Boolean> tooMany = IntStream.range(0, 5)
                .mapToObj(i -> seats.take("10.0.0.1").isOneTooMany())
                .toList();

        assertThat(tooMany).containsExactly(false, false, false, true, true);
        assertThat(seats.take("10.0.0.2").isOneTooMany()).isFalse();
    }

    @Test
    void aTenantHasSoManyAndNoMoreFromAllNetworks() {
        List<Boolean> seated = IntStream.range(0, 3)
                .mapToObj(i -> seats.take("10.0.0." + i).sitsAt(tenant))
                .toList();

        assertThat(seated).containsExactly(true, true, false);
        assertThat(seats.take("10.0.0.9").sitsAt(TenantId.random())).isTrue();
    }

    @Test
    void whoLeavesMakesRoomOnce() {
        Seats.Seat first = seats.take("10.0.0.1");
        first.sitsAt(tenant);
        first.sitsAt(tenant);
        seats.take("10.0.0.1").sitsAt(tenant);
        first.leave();
        first.leave();

        assertThat(seats.take("10.0.0.1").sitsAt(tenant)).isTrue();
        assertThat(seats.take("10.0.0.1").sitsAt(tenant)).isFalse();
    }

    @Test
    void nothingStaysBehind() {
        for (int i = 0; i < 100; i++) {
            Seats.Seat seat = seats.take("10.0.0." + i);
            seat.sitsAt(TenantId.random());
            seat.sitsAt(TenantId.random());
            seat.leave();
        }

        assertThat(seats.taken()).isZero();
    }
}
