package dev.signalbox.provider.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.testing.faults.RawAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What GitHub answered when one of its limits was reached, answered again.
class RecordedLimitsTest {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).withZone(ZoneOffset.UTC);

    static List<Named<JsonNode>> refusals() {
        List<Named<JsonNode>> all = Stream.of("AbuseLimitHandlerTest", "RateLimitHandlerTest")
                .flatMap(test -> WireFiles.mappings(test).stream())
                .filter(file -> WireFiles.json(file).path("response").path("status").asInt() >= 400)
                .map(file -> Named.of(name(file), WireFiles.json(file)))
                .toList();
        assertThat(all).hasSizeGreaterThan(10);
        return all;
    }

    private static String name(Path file) {
        return file.getName(file.getNameCount() - 3).toString();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aLimitIsTakenForOneAndWaitedFor(JsonNode exchange) {
        JsonNode response = exchange.path("response");
        String target = exchange.path("request").path("url").asText();
        RawAnswer answer = RawAnswer.of(response.path("status").asInt(), response.path("body").asText());
        for (var header : response.path("headers").properties()) {
            // How a body was packed tells of the recording; what is left of it is plain.
            answer = header.getKey().matches("(?i)status|(content|transfer)-encoding|content-length")
                    ? answer
                    : answer.with(header.getKey(), filled(header.getValue().asText()));
        }
        try (GitHubWire wire = new GitHubWire()) {
            wire.answer(target, answer);
            RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> wire.provider().repositories().one(
                    new RepositoryId(WireReading.CONNECTION, "hub4j-test-org", target.replaceFirst(".*/", ""))));

            assertThat(failure).isNotNull();
            assertThat(failure.problem()).isInstanceOfSatisfying(RemoteProblem.RateLimited.class,
                    limited -> assertThat(limited.until())
                            .isAfter(GitHubWire.NOW)
                            .isBefore(GitHubWire.NOW.plus(Duration.ofMinutes(16))));
            assertThat(wire.requests()).as("it is not asked again").hasSize(1);
        }
    }

    /// The recordings leave times open: `{{now offset='8 seconds' …}}`.
    private static String filled(String value) {
        if (!value.startsWith("{{")) {
            return value;
        }
        String seconds = value.replaceFirst(".*offset='(\\d+) seconds'.*", "$1");
        Instant at = seconds.equals(value) ? GitHubWire.NOW : GitHubWire.NOW.plusSeconds(Long.parseLong(seconds));
        return value.contains("unix") ? String.valueOf(at.getEpochSecond()) : DATE.format(at);
    }
}
