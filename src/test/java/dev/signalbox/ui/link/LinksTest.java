package dev.signalbox.ui.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.ui.shell.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinksTest {

    private static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");
    private static final RunId RUN = run("Work", "acme", "shop", 12);

    private final List<Place> gone = new ArrayList<>();
    private final Set<Place> unknown = new HashSet<>();
    private final List<String> said = new ArrayList<>();
    private boolean covered;
    private final Links links = new Links(this::reach, () -> covered, said::add);

    private boolean reach(Place place) {
        return !unknown.contains(place) && gone.add(place);
    }

    private static RunId run(String connection, String owner, String name, long number) {
        return new RunId(new RepositoryId(new ConnectionId(connection), owner, name), number);
    }

    private static ConsoleState state(Connection... connections) {
        return new Reducer().apply(
                ConsoleState.EMPTY,
                Stream.of(connections).<Change>map(Change.ConnectionAdded::new).toList());
    }

    private static Connection github(String name, String address) {
        return Connection.fresh(new ConnectionId(name), Connection.Kind.GITHUB, address);
    }

    private static final ConsoleState MINE = state(
            github("Work", "https://api.github.com"),
            Connection.fresh(new ConnectionId("lab"), Connection.Kind.GITLAB, "https://git.example.org:8443/gitlab"),
            Connection.fresh(new ConnectionId("eu"), Connection.Kind.KUBERNETES, "https://github.com"));

    @Test
    void aLinkMadeOnOneConsoleLeadsToTheSameRunOnAnotherWithOtherNames() {
        links.show(MINE, NOW);
        String link = links.to(new Place.AtRun(RUN)).orElseThrow();
        assertThat(link).isEqualTo("signalbox://run/github.com/acme/shop/12");

        ConsoleState theirs = state(github("octo", "https://github.com"));
        links.offer(link);
        links.show(theirs, NOW);
        assertThat(gone).containsExactly(new Place.AtRun(run("octo", "acme", "shop", 12)));
    }

    @Test
    void everyPlaceComesBackFromItsLink() {
        RunId deep = run("lab", "group/sub", "app", 3);
        List<Place> places = List.of(
                new Place.AtScreen("board"), new Place.AtScreen("activity"), new Place.AtService("checkout"),
                new Place.AtTarget("checkout", "prod (eu)"), new Place.AtRun(deep),
                new Place.AtApproval(RUN, "production"), new Place.AtLog(new JobKey(deep, 44), 5),
                new Place.AtAction(new PlanId("0b8ff5f4-31a5-4a3e-9d0a-2d6d7d0c1c11")));
        Instant now = NOW;
        for (Place place : places) {
            links.show(MINE, now);
            links.offer(links.to(place).orElseThrow());
            now = now.plusSeconds(1);
            links.show(MINE, now);
        }
        assertThat(gone).isEqualTo(places);
        assertThat(links.to(new Place.AtLog(new JobKey(deep, 44), 5)))
                .contains("signalbox://log/git.example.org%3A8443/group/sub/app/3/44/5");
    }

    @Test
    void thereIsNoLinkToWhatHasNoNameOutside() {
        links.show(MINE, NOW);
        assertThat(links.to(new Place.AtRun(run("gone", "acme", "shop", 1)))).isEmpty();
        assertThat(links.to(new Place.AtService("shop\u202ekcehc"))).isEmpty();
        assertThat(links.to(new Place.AtScreen("settings"))).isEmpty();
        assertThat(links.to(new Place.AtService("x".repeat(300)))).isEmpty();
    }

    @Test
    void ofSeveralAccountsAtOneHostTheOneThatHasTheRepositoryIsMeant() {
        ConsoleState two = state(github("a", "https://github.com"), github("b", "https://github.com"));
        links.offer("signalbox://run/github.com/acme/shop/12");
        links.show(two, NOW);
        assertThat(gone).containsExactly(new Place.AtRun(run("a", "acme", "shop", 12)));
    }

    @Test
    void oneWaitsAtMostAndOneIsFollowedPerSecond() {
        for (int i = 1; i <= 1_000; i++) {
            links.offer("signalbox://service/s" + i);
        }
        links.show(MINE, NOW);
        assertThat(gone).containsExactly(new Place.AtService("s1000"));
        links.offer("signalbox://service/next");
        links.show(MINE, NOW.plusMillis(999));
        assertThat(gone).hasSize(1);
        links.show(MINE, NOW.plusMillis(1_000));
        assertThat(gone).hasSize(2);
    }

    @Test
    void nobodyIsLedAwayFromWhatTheyMayBeAboutToConfirm() {
        covered = true;
        links.offer("signalbox://service/checkout");
        links.show(MINE, NOW);
        links.show(MINE, NOW.plusSeconds(30));
        assertThat(gone).isEmpty();
        covered = false;
        links.show(MINE, NOW.plusSeconds(31));
        assertThat(gone).containsExactly(new Place.AtService("checkout"));
    }

    @Test
    void whatIsReadLaterIsWaitedForAndThenGivenUp() {
        links.offer("signalbox://run/github.com/acme/shop/12");
        links.show(ConsoleState.EMPTY, NOW);
        assertThat(gone).isEmpty();
        links.show(MINE, NOW.plusSeconds(20));
        assertThat(gone).containsExactly(new Place.AtRun(RUN));

        links.offer("signalbox://run/other.example.org/acme/shop/12");
        links.show(MINE, NOW.plusSeconds(30));
        links.show(MINE, NOW.plusSeconds(90));
        assertThat(said).isEmpty();
        links.show(MINE, NOW.plusSeconds(91));
        assertThat(said).containsExactly("The link leads to something that this console does not have.");
        assertThat(gone).hasSize(1);
    }

    @Test
    void anApprovalThatIsDecidedLeadsToItsRun() {
        unknown.add(new Place.AtApproval(RUN, "production"));
        links.offer("signalbox://approval/github.com/acme/shop/12/production");
        links.show(MINE, NOW);
        links.show(MINE, NOW.plusSeconds(10));
        assertThat(gone).isEmpty();
        links.show(MINE, NOW.plusSeconds(11));
        assertThat(gone).containsExactly(new Place.AtRun(RUN));
    }

    @Test
    void anythingThatIsNoLinkIsToldAndForgotten() {
        links.offer("signalbox://approve/github.com/acme/shop/12/production");
        links.offer("--config");
        links.show(MINE, NOW);
        assertThat(gone).isEmpty();
        assertThat(said).hasSize(2);
    }

    @Test
    void aClockThatIsSetBackHoldsNoLinkBack() {
        links.offer("signalbox://service/one");
        links.show(MINE, NOW);
        links.offer("signalbox://service/two");
        links.show(MINE, NOW.minusSeconds(3_600));
        assertThat(gone).hasSize(2);
    }
}
