package dev.signalbox.state;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.known;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepositoryListsTest {

    @Test
    void aFailedListOfRepositoriesKeepsItsProblemUntilItIsRead() {
        RemoteProblem refused = new RemoteProblem.Forbidden("single sign-on", null);
        ConsoleState failed = new Reducer().apply(ConsoleState.EMPTY, List.of(
                new Change.ConnectionAdded(Connection.fresh(GITHUB, Connection.Kind.GITHUB, "")),
                new Change.RepositoriesRead(GITHUB, "acme", new Answer.Good<>(List.of(known(CHECKOUT, NOON)), NOON)),
                new Change.RepositoriesRead(GITHUB, "acme", new Answer.Bad<>(refused, NOON)),
                new Change.RepositoriesRead(GITHUB, "other", new Answer.Good<>(List.of(), NOON)),
                new Change.RepositoriesRead(GITHUB, null, new Answer.Bad<>(new RemoteProblem.NotFound("gone"), NOON)),
                new Change.ConnectionAnswered(GITHUB, NOON)));

        assertThat(failed.repositories()).containsOnlyKeys(CHECKOUT);
        assertThat(failed.connections().values()).singleElement()
                .satisfies(c -> assertThat(c.unlisted()).isEqualTo(Map.of("acme", refused)));

        ConsoleState read = new Reducer().apply(
                failed, List.of(new Change.RepositoriesRead(GITHUB, "acme", new Answer.Good<>(List.of(), NOON))));
        assertThat(read.connections().values()).allSatisfy(c -> assertThat(c.unlisted()).isEmpty());
    }
}
