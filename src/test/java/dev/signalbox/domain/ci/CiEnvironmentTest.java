package dev.signalbox.domain.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Examples;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CiEnvironmentTest {

    @ParameterizedTest
    @CsvSource({
        "review/new-cart, development, true",
        "review/new-cart, , true",
        "preview/pr-5, other, true",
        "production/eu, production, false",
        "staging/eu, staging, false",
        "staging, staging, false",
        "development, development, false",
        "/odd, development, false"
    })
    void oneOfAFamilyComesAndGoesUnlessReleasesLiveThere(String name, @Nullable String tier, boolean goes) {
        assertThat(environment(name, tier).comesAndGoes()).isEqualTo(goes);
    }

    @Test
    void aProviderThatKnowsNoTiersStopsNothing() {
        CiEnvironment plain =
                new CiEnvironment(Examples.CHECKOUT, 1, "staging", Duration.ZERO, List.of(), false, false);

        assertThat(plain.tier()).isNull();
        assertThat(plain.stoppable()).isFalse();
    }

    private static CiEnvironment environment(String name, @Nullable String tier) {
        return new CiEnvironment(Examples.CHECKOUT, 1, name, Duration.ZERO, List.of(), false, false, tier, true);
    }
}
