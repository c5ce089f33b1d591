package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.text.Redaction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownSecretsTest {

    private final KnownSecrets known = new KnownSecrets();

    @Test
    void hidesWhatItHasLearnedSoFar() {
        assertThat(known.get().hideWhole("the-first-token and another-token"))
                .isEqualTo("the-first-token and another-token");
        known.learn(List.of("the-first-token"));
        known.learn(List.of("another-token"));
        assertThat(known.get().hideWhole("the-first-token and another-token")).isEqualTo("••• and •••");
    }

    @Test
    void whatIsKnownAlreadyChangesNothing() {
        known.learn(List.of("the-first-token"));
        Redaction before = known.get();
        known.learn(List.of("the-first-token"));
        assertThat(known.get()).isSameAs(before);
    }

    @Test
    void tokensThatComeEveryHourDoNotFillTheMemory() {
        for (int hour = 0; hour < 1_000; hour++) {
            known.learn(List.of(String.format(Locale.ROOT, "token-of-hour-%04d", hour)));
        }
        assertThat(known.get().hideWhole("token-of-hour-0999")).isEqualTo("•••");
        assertThat(known.get().hideWhole("token-of-hour-0800")).isEqualTo("•••");
        assertThat(known.get().hideWhole("token-of-hour-0799")).as("long over").isEqualTo("token-of-hour-0799");
    }

    @Test
    void tokensOfTheConfigurationAreKnownHoweverManyOthersCome() {
        known.keep(List.of("the-lasting-token"));
        for (int hour = 0; hour < 1_000; hour++) {
            known.learn(List.of(String.format(Locale.ROOT, "token-of-hour-%04d", hour)));
        }
        assertThat(known.get().hideWhole("the-lasting-token token-of-hour-0999")).isEqualTo("••• •••");
        Redaction before = known.get();
        known.keep(List.of("the-lasting-token"));
        assertThat(known.get()).isSameAs(before);
    }

    @Test
    void tellsWhichAreNewWhereverTheyComeFrom() {
        known.keep(List.of("the-lasting-token"));
        known.learn(List.of("the-first-token"));

        assertThat(known.besides(Set.of())).containsExactlyInAnyOrder("the-lasting-token", "the-first-token");
        assertThat(known.besides(Set.of("the-lasting-token"))).containsExactly("the-first-token");
    }

    @Test
    void programsGetNoVariableThatHoldsAToken() {
        Map<String, String> environment = Map.of("PATH", "/bin", "WORK_TOKEN", "x");
        assertThat(known.forPrograms(environment)).isEqualTo(environment);
        known.keepToOurselves(Set.of("WORK_TOKEN", "NOT_THERE"));
        assertThat(known.forPrograms(environment)).isEqualTo(Map.of("PATH", "/bin"));
        assertThat(known.variables()).containsExactlyInAnyOrder("WORK_TOKEN", "NOT_THERE");
    }
}
