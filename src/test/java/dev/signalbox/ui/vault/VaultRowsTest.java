package dev.signalbox.ui.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.VaultStanding;
import dev.signalbox.domain.VaultStanding.Kind;
import dev.signalbox.domain.VaultStanding.Question;
import dev.signalbox.domain.VaultStanding.Wanted;
import dev.signalbox.ui.vault.VaultCard.Press;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VaultRowsTest {

    private static VaultStanding standing(Kind kind) {
        return VaultStanding.UNUSED.waitedFor(List.of("work", "inside")).become(kind, "What is wrong.");
    }

    private static VaultStanding asks(Wanted wanted, String refused) {
        return standing(Kind.OPENING).asking(new Question(1, wanted, "Token for work", refused));
    }

    @Test
    void everyStateHasWordsOfItsOwn() {
        Set<String> pills = new HashSet<>();
        for (Kind kind : Kind.values()) {
            pills.add(VaultRows.of(standing(kind)).pill());
        }
        assertThat(pills).hasSize(Kind.values().length);
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = {"RING_LOCKED", "RING_ABSENT", "RING_SILENT", "KEY_GONE", "DAMAGED",
        "CANCELLED", "FAILED"})
    void whatIsWrongIsSaidWithWhatToDoAndWhoWaits(Kind kind) {
        VaultCard card = VaultRows.of(standing(kind));
        assertThat(card.words()).isEqualTo("What is wrong.");
        assertThat(card.advice()).isNotEmpty();
        assertThat(card.waiting()).contains("work, inside");
        assertThat(card.buttons()).contains(Press.AGAIN);
        assertThat(VaultSign.banner(standing(kind)).orElseThrow()).contains("What is wrong.").contains("work, inside");
    }

    @Test
    void waitingForALockedRingCanBeStopped() {
        assertThat(VaultRows.of(standing(Kind.RING_LOCKED)).buttons()).contains(Press.CANCEL);
    }

    @Test
    void damageIsNotMendedByTyping() {
        VaultCard card = VaultRows.of(standing(Kind.DAMAGED));
        assertThat(card.advice()).contains("another passphrase does not help");
        assertThat(card.buttons()).doesNotContain(Press.GIVE);
    }

    @Test
    void aKeyThatIsGoneSaysThatTheFileStays() {
        assertThat(VaultRows.of(standing(Kind.KEY_GONE)).advice()).contains("left as it is");
    }

    @Test
    void aQuestionSaysWhatIsAskedAndWhyItIsAskedAgain() {
        assertThat(VaultRows.of(asks(Wanted.PASSPHRASE, "")).label()).isEqualTo("Passphrase");
        assertThat(VaultRows.of(asks(Wanted.PASSPHRASE, "It was wrong.")).advice()).isEqualTo("It was wrong.");
        assertThat(VaultRows.of(asks(Wanted.NEW_PASSPHRASE, "")).words()).contains("at least 10 characters");
        assertThat(VaultRows.of(asks(Wanted.TOKEN, "")).words()).isEqualTo("Token for work");
        for (Wanted wanted : Wanted.values()) {
            assertThat(VaultRows.of(asks(wanted, "")).buttons()).containsExactly(Press.GIVE, Press.CANCEL);
        }
    }

    @Test
    void theQuickOpeningOfARingIsWorthNoBanner() {
        assertThat(VaultSign.banner(standing(Kind.OPENING).become(Kind.OPENING, ""))).isEmpty();
        assertThat(VaultSign.banner(standing(Kind.OPENING))).isPresent();
        assertThat(VaultSign.banner(standing(Kind.OPEN))).isEmpty();
        assertThat(VaultSign.banner(standing(Kind.SHUT))).isEmpty();
        assertThat(VaultSign.banner(standing(Kind.WANTED).become(Kind.WANTED, "It is locked.")
                .waitedFor(List.of("work")))).contains("It is locked. Without a token until then: work.");
        assertThat(VaultSign.banner(VaultStanding.UNUSED)).isEmpty();
    }

    @Test
    void anOlderCopyIsToldThoughItWorks() {
        VaultStanding old = standing(Kind.OPEN).noting("It is an older copy.");
        assertThat(VaultRows.of(old).notice()).isEqualTo("It is an older copy.");
        assertThat(VaultSign.banner(old)).contains("It is an older copy.");
    }

    @Test
    void hostileWordsAreMadeSafe() {
        VaultStanding odd = VaultStanding.UNUSED.become(Kind.FAILED, "a\u202eb\nc").waitedFor(List.of("x\u0007y"));
        VaultCard card = VaultRows.of(odd);
        assertThat(card.words() + card.waiting()).doesNotContain("\u202e").doesNotContain("\n")
                .doesNotContain("\u0007");
    }

    @Test
    void whatIsOpenCanBeLockedAndWhatIsLockedOpened() {
        assertThat(VaultRows.of(standing(Kind.OPEN)).buttons()).contains(Press.LOCK).doesNotContain(Press.AGAIN);
        assertThat(VaultRows.of(standing(Kind.SHUT)).buttons()).contains(Press.AGAIN).doesNotContain(Press.LOCK);
        assertThat(Arrays.asList(Press.values())).hasSize(6);
    }
}
