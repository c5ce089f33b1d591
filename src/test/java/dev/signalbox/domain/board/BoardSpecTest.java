package dev.signalbox.domain.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.RepositoryId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoardSpecTest {

    @Test
    void environmentsThatNobodyDescribedStandInTheOrderInWhichReleasesTravel() {
        List<String> wanted = List.of(
                "development", "integration", "testing", "qa-1", "uat", "staging", "demo", "preproduction", "review-7",
                "prod-eu", "prod-us", "live");
        List<String> mixed = new ArrayList<>(wanted);
        Collections.shuffle(mixed, new Random(5));
        assertThat(mixed.stream().sorted(EnvironmentNames.BY_TRAVEL)).containsExactlyElementsOf(wanted);
    }

    private static CiEnvironment environment(String name, String tier) {
        return new CiEnvironment(
                new RepositoryId(new ConnectionId("GitHub"), "acme", "checkout"), 1, name, Duration.ZERO, List.of(),
                false, false, tier, false);
    }

    @ParameterizedTest
    @CsvSource({
        "staging,'',true,true", "qa,'',true,false", "review/1,'',false,false", "production/eu,'',true,true",
        "shop,production,true,true", "review/1,staging,true,false"
    })
    void hasAColumnForWhatStaysAndForProduction(String name, String tier, boolean discovered, boolean described) {
        BoardSpec stagingAlone = new BoardSpec(List.of(new EnvironmentSpec("staging", false)), List.of());
        assertThat(BoardSpec.EMPTY.hasColumn(environment(name, tier))).isEqualTo(discovered);
        assertThat(stagingAlone.hasColumn(environment(name, tier))).isEqualTo(described);
    }

    @Test
    void upperCaseChangesNoOrder() {
        assertThat(List.of("PROD", "Staging", "DEV").stream().sorted(EnvironmentNames.BY_TRAVEL))
                .containsExactly("DEV", "Staging", "PROD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "Production", "PROD-EU", "live", "Live-2", "prodkub"})
    void whatSoundsLikeProductionIsTreatedAsProduction(String name) {
        assertThat(BoardSpec.EMPTY.isProduction(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "preprod", "non-prod", "dev", "", "delivery", "рrod"})
    void otherNamesAreNot(String name) {
        assertThat(BoardSpec.EMPTY.isProduction(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"canary,true", "prod-mirror,false", "prod,true", "staging,false"})
    void whatTheFileSaysGoesBeforeTheName(String name, boolean production) {
        BoardSpec spec = new BoardSpec(
                List.of(new EnvironmentSpec("canary", true), new EnvironmentSpec("prod-mirror", false)), List.of());
        assertThat(spec.isProduction(name)).isEqualTo(production);
    }

    @Test
    void anEnvironmentIsFoundByItsExactName() {
        BoardSpec spec = new BoardSpec(List.of(new EnvironmentSpec("staging", false)), List.of());
        assertThat(spec.environment("staging")).contains(new EnvironmentSpec("staging", false));
        assertThat(spec.environment("Staging")).isEmpty();
        assertThat(spec.environment("")).isEmpty();
    }

    @Test
    void aBoardShowsWhatNobodyDescribedUnlessToldOtherwise() {
        assertThat(BoardSpec.EMPTY.discover()).isEqualTo(BoardSpec.Discover.ALL);
        assertThat(new BoardSpec(List.of(), List.of(), BoardSpec.Discover.NOTHING).discover())
                .isEqualTo(BoardSpec.Discover.NOTHING);
    }
}
