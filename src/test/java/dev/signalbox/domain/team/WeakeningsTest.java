package dev.signalbox.domain.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.Protection;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.Freeze;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.team.Weakening.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WeakeningsTest {

    private static final EnvironmentSpec STAGING = new EnvironmentSpec("staging", false);
    private static final EnvironmentSpec PRODUCTION = new EnvironmentSpec("production", true);
    private static final EnvironmentSpec EU = new EnvironmentSpec("eu", true);
    private static final Freeze WEEKEND = freeze("0 16 * * 5", "0 8 * * 1", "production");

    @Test
    void anEqualBoardWeakensNothing() {
        BoardSpec board = board(List.of(STAGING, PRODUCTION), service("checkout", "work", target("production", "shop")))
                .with(new Protection(List.of(WEEKEND), Set.of("prod-eu"), Map.of("work", "https://a.example")));
        assertThat(Weakenings.between(board, board)).isEmpty();
    }

    @Test
    void aNewServiceOrEnvironmentWeakensNothing() {
        BoardSpec before = board(List.of(PRODUCTION));
        BoardSpec after = board(
                List.of(STAGING, PRODUCTION, EU), service("checkout", "work", target("staging", "shop")));
        assertThat(Weakenings.between(before, after)).isEmpty();
    }

    @Test
    void moreProtectionWeakensNothing() {
        BoardSpec before = board(List.of(STAGING, new EnvironmentSpec("eu", false)));
        BoardSpec after = board(List.of(STAGING, EU))
                .with(new Protection(List.of(WEEKEND), Set.of("prod-eu"), Map.of()));
        assertThat(Weakenings.between(before, after)).isEmpty();
        assertThat(kinds(after, before)).containsExactly(
                Kind.CLUSTER_WRITABLE, Kind.CONFIRMATION_DROPPED, Kind.FREEZE_LOOSENED);
    }

    @Test
    void tellsAnEnvironmentThatIsNoProductionAnyMore() {
        assertThat(Weakenings.between(
                board(List.of(EU)), board(List.of(new EnvironmentSpec("eu", false))))).containsExactly(
                        new Weakening(Kind.CONFIRMATION_DROPPED, "eu", "actions ask for its name",
                                "a press is enough"));
    }

    @Test
    void tellsAProductionThatIsNotDescribedAnyMore() {
        assertThat(Weakenings.between(board(List.of(STAGING, EU)), board(List.of(STAGING)))).singleElement()
                .satisfies(w -> {
                    assertThat(w.kind()).isEqualTo(Kind.CONFIRMATION_DROPPED);
                    assertThat(w.after()).startsWith("not described any more");
                });
    }

    @Test
    void aProductionByItsNameIsStillOneWhenItIsNotDescribedAnyMore() {
        assertThat(Weakenings.between(board(List.of(STAGING, PRODUCTION)), board(List.of(STAGING)))).isEmpty();
    }

    @Test
    void theFirstFileMayNotTakeProtectionFromWhatIsProductionByItsName() {
        assertThat(kinds(BoardSpec.EMPTY, board(List.of(new EnvironmentSpec("production", false)))))
                .containsExactly(Kind.CONFIRMATION_DROPPED);
        assertThat(kinds(BoardSpec.EMPTY, board(List.of(new EnvironmentSpec("PROD", false)))))
                .as("names are compared in any case").containsExactly(Kind.CONFIRMATION_DROPPED);
        assertThat(kinds(BoardSpec.EMPTY, board(List.of(STAGING, PRODUCTION)))).isEmpty();
    }

    @Test
    void whatSoundsLikeProductionIsItAsForPlans() {
        assertThat(kinds(BoardSpec.EMPTY, board(List.of(new EnvironmentSpec("prod-eu", false)))))
                .containsExactly(Kind.CONFIRMATION_DROPPED);
        assertThat(Weakenings.between(
                board(List.of(STAGING)),
                board(List.of(STAGING), service("checkout", "work", target("staging", "production")))))
                .as("nobody had described it").containsExactly(new Weakening(
                        Kind.WORKLOAD_UNPROTECTED, "prod-eu / production / deployment/checkout", "in production",
                        "in staging"));
        EnvironmentSpec eu = new EnvironmentSpec("eu", false);
        assertThat(kinds(board(List.of(eu)), board(List.of(eu), service("checkout", "work", target("eu", "prod-eu")))))
                .containsExactly(Kind.WORKLOAD_UNPROTECTED);
        assertThat(kinds(
                board(List.of(STAGING, PRODUCTION)),
                board(List.of(STAGING, PRODUCTION), service("checkout", "work", target("production", "prod-eu")))))
                .isEmpty();
    }

    @Test
    void tellsAnEnvironmentThatWasRenamedAwayFromItsProtection() {
        BoardSpec before = board(List.of(EU), service("checkout", "work", target("eu", "shop")));
        BoardSpec after = board(
                List.of(new EnvironmentSpec("europe", false)), service("checkout", "work", target("europe", "shop")));
        assertThat(kinds(before, after)).containsExactly(Kind.CONFIRMATION_DROPPED, Kind.WORKLOAD_UNPROTECTED);
    }

    @Test
    void anEnvironmentThatIsRenamedWithItsProtectionTakesNoneFromItsWorkloads() {
        BoardSpec before = board(List.of(EU), service("checkout", "work", target("eu", "shop")));
        BoardSpec after = board(
                List.of(new EnvironmentSpec("europe", true)), service("checkout", "work", target("europe", "shop")));
        assertThat(Weakenings.between(before, after)).extracting(Weakening::what).containsExactly("eu");
    }

    @Test
    void tellsAWorkloadOfProductionThatIsCalledStagingNow() {
        BoardSpec before = board(
                List.of(STAGING, PRODUCTION), service("checkout", "work", target("production", "shop")));
        BoardSpec after = board(List.of(STAGING, PRODUCTION), service("checkout", "work", target("staging", "shop")));
        assertThat(Weakenings.between(before, after)).containsExactly(new Weakening(
                Kind.WORKLOAD_UNPROTECTED, "prod-eu / shop / deployment/checkout", "in production", "in staging"));
    }

    @Test
    void tellsAWorkloadOfProductionThatIsNotDescribedAnyMore() {
        BoardSpec before = board(List.of(PRODUCTION), service("checkout", "work", target("production", "shop")));
        assertThat(Weakenings.between(before, board(List.of(PRODUCTION)))).singleElement()
                .satisfies(w -> assertThat(w.after()).isEqualTo("not described any more"));
    }

    @Test
    void aWorkloadThatGoesToAnotherServiceInTheSameEnvironmentIsProtectedAsBefore() {
        BoardSpec before = board(List.of(PRODUCTION), service("checkout", "work", target("production", "shop")));
        ServiceSpec other = new ServiceSpec(
                "till", "Shop", null, null, null, List.of(target("production", "shop")), false);
        assertThat(Weakenings.between(before, board(List.of(PRODUCTION), other))).isEmpty();
    }

    @Test
    void tellsAWorkloadThatASecondServiceClaimsFirstForStaging() {
        BoardSpec before = board(
                List.of(STAGING, PRODUCTION), service("checkout", "work", target("production", "shop")));
        ServiceSpec decoy = new ServiceSpec(
                "a-decoy", "Shop", null, null, null, List.of(target("staging", "shop")), false);
        BoardSpec after = board(
                List.of(STAGING, PRODUCTION), decoy, service("checkout", "work", target("production", "shop")));
        assertThat(kinds(before, after)).as("plans believe the first target").containsExactly(
                Kind.WORKLOAD_UNPROTECTED);
        BoardSpec behind = board(
                List.of(STAGING, PRODUCTION), service("checkout", "work", target("production", "shop")), decoy);
        assertThat(kinds(before, behind)).isEmpty();
    }

    @Test
    void aWorkloadOfStagingMayGoAnywhere() {
        BoardSpec before = board(List.of(STAGING), service("checkout", "work", target("staging", "shop")));
        assertThat(Weakenings.between(before, board(List.of(STAGING)))).isEmpty();
    }

    @Test
    void tellsAFreezeThatIsGone() {
        assertThat(Weakenings.between(frozen(WEEKEND), frozen())).singleElement().satisfies(w -> {
            assertThat(w.kind()).isEqualTo(Kind.FREEZE_LOOSENED);
            assertThat(w.before()).contains("0 16 * * 5", "0 8 * * 1", "production");
            assertThat(w.after()).isEqualTo("gone, or at other times");
        });
    }

    @Test
    void tellsAFreezeThatTouchesLess() {
        Freeze both = freeze("0 16 * * 5", "0 8 * * 1", "production", "staging");
        assertThat(Weakenings.between(frozen(both), frozen(WEEKEND))).singleElement()
                .satisfies(w -> assertThat(w.after()).endsWith("in production"));
        assertThat(Weakenings.between(frozen(WEEKEND), frozen(both))).isEmpty();
    }

    @Test
    void aFreezeOfEverythingCoversOneOfProductionAndNotTheOtherWayRound() {
        Freeze all = freeze("0 16 * * 5", "0 8 * * 1");
        assertThat(Weakenings.between(frozen(WEEKEND), frozen(all))).isEmpty();
        assertThat(kinds(frozen(all), frozen(WEEKEND))).containsExactly(Kind.FREEZE_LOOSENED);
    }

    @Test
    void tellsAFreezeAtOtherTimesOrInAnotherZone() {
        assertThat(kinds(frozen(WEEKEND), frozen(freeze("0 17 * * 5", "0 8 * * 1", "production"))))
                .containsExactly(Kind.FREEZE_LOOSENED);
        assertThat(kinds(frozen(WEEKEND), frozen(freeze("0 16 * * 5", "0 7 * * 1", "production"))))
                .containsExactly(Kind.FREEZE_LOOSENED);
        Freeze elsewhere = new Freeze(1, "0 16 * * 5", "0 8 * * 1", "Asia/Tokyo", List.of("production"));
        assertThat(kinds(frozen(WEEKEND), frozen(elsewhere))).containsExactly(Kind.FREEZE_LOOSENED);
    }

    @Test
    void theNumberOfAFreezeIsNoMatter() {
        Freeze later = new Freeze(9, WEEKEND.start(), WEEKEND.end(), WEEKEND.zone(), WEEKEND.environments());
        assertThat(Weakenings.between(frozen(WEEKEND), frozen(freeze("0 0 1 1 *", "0 0 2 1 *"), later))).isEmpty();
    }

    @Test
    void tellsAClusterThatMayBeChangedNow() {
        BoardSpec before = board(List.of()).with(new Protection(List.of(), Set.of("prod-eu", "prod-us"), Map.of()));
        BoardSpec after = board(List.of()).with(new Protection(List.of(), Set.of("prod-us"), Map.of()));
        assertThat(Weakenings.between(before, after)).containsExactly(
                new Weakening(Kind.CLUSTER_WRITABLE, "prod-eu", "looked at only", "may be changed"));
    }

    @Test
    void tellsAnAddressThatMovesWithTheOldAndTheNewOne() {
        assertThat(Weakenings.between(hosts(Map.of("work", "https://a.example")),
                hosts(Map.of("work", "https://a.example.evil.test")))).containsExactly(new Weakening(
                        Kind.HOST_MOVED, "work", "https://a.example", "https://a.example.evil.test"));
    }

    @Test
    void tellsAnAddressThatIsNamedForTheFirstTimeOrNoMore() {
        BoardSpec named = hosts(Map.of("work", "https://a.example"));
        assertThat(kinds(BoardSpec.EMPTY, named)).containsExactly(Kind.HOST_MOVED);
        assertThat(Weakenings.between(named, hosts(Map.of()))).singleElement()
                .satisfies(w -> assertThat(w.after()).isEqualTo("as configured here"));
    }

    @Test
    void addressesAreComparedToTheLetter() {
        assertThat(kinds(hosts(Map.of("work", "https://a.example")), hosts(Map.of("work", "https://a.example:444"))))
                .containsExactly(Kind.HOST_MOVED);
        assertThat(kinds(hosts(Map.of("work", "https://a.example")), hosts(Map.of("work", "http://a.example"))))
                .containsExactly(Kind.HOST_MOVED);
    }

    @Test
    void tellsAServiceWhoseReleasesWouldStartThroughAnotherConnection() {
        assertThat(Weakenings.between(
                board(List.of(), service("checkout", "work")), board(List.of(), service("checkout", "other"))))
                .containsExactly(new Weakening(
                        Kind.CONNECTION_MOVED, "checkout", "work:acme/checkout", "other:acme/checkout"));
    }

    @Test
    void anotherRepositoryOnTheSameConnectionMovesNoAddress() {
        ServiceSpec moved = new ServiceSpec(
                "checkout", "Shop", new RepositoryId(new ConnectionId("work"), "umbrella", "checkout"), null, null,
                List.of(), false);
        assertThat(Weakenings.between(board(List.of(), service("checkout", "work")), board(List.of(), moved)))
                .isEmpty();
    }

    @Test
    void tellsEverythingAtOnceAddressesFirst() {
        BoardSpec before = board(
                List.of(STAGING, PRODUCTION), service("checkout", "work", target("production", "shop")))
                .with(new Protection(List.of(WEEKEND), Set.of("prod-eu"), Map.of("work", "https://a.example")));
        BoardSpec after = board(
                List.of(STAGING, new EnvironmentSpec("production", false)),
                service("checkout", "other", target("staging", "shop")))
                .with(new Protection(List.of(), Set.of(), Map.of("work", "https://b.example")));
        assertThat(kinds(before, after)).containsExactly(
                Kind.HOST_MOVED, Kind.CLUSTER_WRITABLE, Kind.CONFIRMATION_DROPPED, Kind.WORKLOAD_UNPROTECTED,
                Kind.FREEZE_LOOSENED, Kind.CONNECTION_MOVED);
    }

    private static List<Kind> kinds(BoardSpec before, BoardSpec after) {
        List<Kind> kinds = new ArrayList<>();
        Weakenings.between(before, after).forEach(w -> kinds.add(w.kind()));
        return kinds;
    }

    private static BoardSpec board(List<EnvironmentSpec> environments, ServiceSpec... services) {
        return new BoardSpec(environments, List.of(services));
    }

    private static BoardSpec frozen(Freeze... freezes) {
        return board(List.of(PRODUCTION)).with(new Protection(List.of(freezes), Set.of(), Map.of()));
    }

    private static BoardSpec hosts(Map<String, String> hosts) {
        return board(List.of()).with(new Protection(List.of(), Set.of(), hosts));
    }

    private static Freeze freeze(String from, String until, String... environments) {
        return new Freeze(1, from, until, "UTC", List.of(environments));
    }

    private static ServiceSpec service(String name, String connection, TargetSpec... targets) {
        return new ServiceSpec(
                name, "Shop", new RepositoryId(new ConnectionId(connection), "acme", name), null, null,
                List.of(targets), false);
    }

    private static TargetSpec target(String environment, String namespace) {
        return new TargetSpec(environment, new WorkloadKey(
                new ConnectionId("prod-eu"), namespace, WorkloadKind.DEPLOYMENT, "checkout"));
    }
}
