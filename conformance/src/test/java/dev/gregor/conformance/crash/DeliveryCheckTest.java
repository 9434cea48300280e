package dev.gregor.conformance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.conformance.crash.DeliveryCheck.Delivery;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryCheckTest {
    private static final List<Delivery> READ =
            List.of(new Delivery(0, 0), new Delivery(1, 1), new Delivery(2, 2), new Delivery(3, 3));

    @Test
    void givenAllThere_whenChecked_thenNothingIsFound() {
        assertThat(DeliveryCheck.findings(4, READ, READ, true)).isEmpty();
    }

    @Test
    void givenAnAcknowledgedRecordGone_whenChecked_thenItIsLost() {
        assertThat(DeliveryCheck.findings(4, READ, READ.subList(0, 3), true))
                .containsExactly("lost: value 3, acknowledged at offset 3");
    }

    @Test
    void givenAnotherRecordAtItsOffset_whenChecked_thenThatIsFound() {
        assertThat(DeliveryCheck.findings(9, List.of(new Delivery(3, 8)), READ, true))
                .containsExactly("offset 3 was acknowledged for value 8 and holds 3");
    }

    @Test
    void givenADoubledRecord_whenChecked_thenOnlyIdempotenceForbidsIt() {
        // given
        var read = List.of(new Delivery(0, 0), new Delivery(1, 1), new Delivery(2, 1));
        // when
        var once = DeliveryCheck.findings(2, List.of(), read, true);
        var atLeastOnce = DeliveryCheck.findings(2, List.of(), read, false);
        // then
        assertThat(once).containsExactly("value 1 is doubled at offset 2");
        assertThat(atLeastOnce).isEmpty();
    }

    @Test
    void givenOrderTurned_whenChecked_thenThatIsFound() {
        assertThat(DeliveryCheck.findings(2, List.of(), List.of(new Delivery(0, 1), new Delivery(1, 0)), true))
                .containsExactly("value 0 comes after 1");
    }

    @Test
    void givenAStrangersRecord_whenChecked_thenThatIsFound() {
        assertThat(DeliveryCheck.findings(1, List.of(), List.of(new Delivery(0, 7)), true))
                .containsExactly("value 7 at offset 0 was never sent");
    }
}
