package io.smartchat.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisitorTest {

    private final Visitor anna = new Visitor("anna", null, null, true);
    private final Visitor claimsToBeAnna = new Visitor("anna", null, null, false);

    @Test
    void opensWhatIsTheirOwn() {
        assertThat(anna.mayOpenWhatIsOf("anna", true)).isTrue();
        assertThat(Visitor.ANONYMOUS.mayOpenWhatIsOf(null, false)).isTrue();
    }

    @Test
    void opensNothingOfAnotherVisitor() {
        assertThat(anna.mayOpenWhatIsOf("bert", true)).isFalse();
    }

    @Test
    void opensNothingVerifiedOnAMereClaim() {
        assertThat(claimsToBeAnna.mayOpenWhatIsOf("anna", true)).isFalse();
        assertThat(anna.mayOpenWhatIsOf("anna", false)).isFalse();
    }
}
