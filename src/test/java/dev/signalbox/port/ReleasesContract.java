package dev.signalbox.port;

import static dev.signalbox.port.CiSamples.T0;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Release;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What [Releases] must do.
public abstract class ReleasesContract extends CiContract {

    @Override
    protected Object read(CiServer server) throws RemoteFailure {
        return server.provider().releases().of(server.repository());
    }

    @Test
    void tellsReleasesInTheOrderOfTheServer() throws RemoteFailure {
        Release newer = release("v2.0.0", "Spring cleaning", T0);
        Release older = release("v1.9.9", "", T0.minusSeconds(60));
        Release odd = release("release/2026 #1", "v1.9.9", null);
        server().releases(List.of(newer, older, odd));
        assertThat(read()).containsExactly(newer, older, odd);
        assertThat(server().requests()).as("one page").hasSize(1);
    }

    @Test
    void tellsThatThereAreNone() throws RemoteFailure {
        server().releases(List.of());
        assertThat(read()).isEmpty();
        assertThat(server().requests()).hasSize(1);
    }

    @Test
    void keepsATagAsItIsAndMakesANameSafe() throws RemoteFailure {
        server().releases(List.of(release("v1\u202e", "A\u202eB\nsecond line", T0)));
        assertThat(read()).singleElement().satisfies(release -> {
            assertThat(release.tag()).isEqualTo("v1\u202e");
            assertThat(release.name()).isEqualTo("A‹U+202E›B");
        });
    }

    @Test
    void cutsAnEndlessName() throws RemoteFailure {
        server().releases(List.of(release("v1", "x".repeat(100_000), T0)));
        assertThat(read()).singleElement()
                .satisfies(release -> assertThat(release.name()).hasSizeLessThan(400));
    }

    @Test
    void handsOutOnlyPagesOfTheWeb() throws RemoteFailure {
        List<String> evil =
                List.of("file:///etc/passwd", "javascript:alert(1)", "http://example.com/x", "https://a@example.com/x");
        server().releases(evil.stream()
                .map(page -> new Release(
                        "v1", "x", "ada", Release.Stage.PUBLISHED, T0, URI.create(page)))
                .toList());
        assertThat(read()).hasSize(evil.size()).allSatisfy(release -> assertThat(release.page()).isNull());
    }

    private List<Release> read() throws RemoteFailure {
        return server().provider().releases().of(server().repository());
    }

    private static Release release(String tag, String name, @Nullable Instant at) {
        return new Release(
                tag, name, "ada", Release.Stage.PUBLISHED, at, URI.create("https://ci.example.com/releases/1"));
    }
}
