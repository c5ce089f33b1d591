package dev.signalbox.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.ci.Commit;
import dev.signalbox.domain.ci.Comparison;
import dev.signalbox.domain.ci.ComparisonKey;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What [Commits] must do.
public abstract class CommitsContract extends CiContract {

    @Override
    protected Object read(CiServer server) throws RemoteFailure {
        return server.provider().commits().compare(new ComparisonKey(server.repository(), "v1", "v2"));
    }

    @Test
    void listsWhatLiesBetweenNewestFirst() throws RemoteFailure {
        ComparisonKey key = new ComparisonKey(server().repository(), "release/1.x", CiSamples.SHA);
        Comparison there = new Comparison(
                key,
                2,
                1,
                List.of(commit("cccc", "Newer"), commit("aaaa", "Older")),
                List.of("src/Main.java", "README.md"));
        server().comparison(there);
        assertThat(server().provider().commits().compare(key)).isEqualTo(there);
    }

    @Test
    void tellsThatNothingLiesBetween() throws RemoteFailure {
        ComparisonKey key = new ComparisonKey(server().repository(), "v1", "v1");
        server().comparison(new Comparison(key, 0, 0, List.of(), List.of()));
        assertThat(server().provider().commits().compare(key).commits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a..b", "a...b", "evil:main", "a b", "a~1", "a^", "x\ny"})
    void asksNobodyAboutWhatIsNoCommit(String name) {
        ComparisonKey key = new ComparisonKey(server().repository(), "v1", name);
        assertThatThrownBy(() -> server().provider().commits().compare(key)).isInstanceOf(RemoteFailure.class);
        assertThat(server().requests()).isEmpty();
    }

    private static Commit commit(String sha, String subject) {
        return new Commit(sha, subject, "ada", CiSamples.T0, URI.create("https://ci.example.com/commit/" + sha));
    }
}
