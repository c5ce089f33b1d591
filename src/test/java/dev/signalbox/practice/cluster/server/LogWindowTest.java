package dev.signalbox.practice.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.practice.cluster.objects.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogWindowTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    /// One line a second, the last one just now.
    private static final List<LogLine> LINES = IntStream.rangeClosed(1, 10)
            .mapToObj(number -> new LogLine(NOW.minusSeconds(10 - number), "line " + number))
            .toList();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                           | 10 | line 1
            tailLines=3                                  |  3 | line 8
            tailLines=0                                  |  0 | ''
            tailLines=99                                 | 10 | line 1
            sinceSeconds=4                               |  5 | line 6
            sinceSeconds=9223372036854775807             | 10 | line 1
            sinceTime=2026-11-20T09:59:58Z               |  3 | line 8
            sinceTime=2026-11-20T10:59:58%2B01:00        |  3 | line 8
            sinceTime=2030-01-01T00:00:00Z               |  0 | ''
            sinceSeconds=8&tailLines=2                   |  2 | line 9
            """)
    void cutsOutWhatIsWanted(String query, int count, String first) {
        List<LogLine> wanted = window(query).of(LINES);

        assertThat(wanted).hasSize(count);
        assertThat(wanted.isEmpty() ? "" : wanted.get(0).text()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tailLines=-1                     | 422 | tailLines: Invalid value: -1: must be greater than or equal to 0
            limitBytes=0                     | 422 | limitBytes: Invalid value: 0: must be greater than 0
            sinceSeconds=0                   | 422 | sinceSeconds: Invalid value: 0: must be greater than 0
            sinceSeconds=5&sinceTime=2026-11-20T09:59:58Z | 422 | at most one of `sinceTime` or `sinceSeconds` may be specified
            sinceTime=yesterday              | 400 | parsing time "yesterday"
            tailLines=few                    | 400 | strconv.ParseInt: parsing "few": invalid syntax
            """)
    void refusesOptionsThatMakeNoSense(String query, int code, String message) {
        assertThatThrownBy(() -> window(query))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code))
                .hasMessageContaining(message);
    }

    @Test
    void namesTheOptionsAndThePodThatTheyWereFor() {
        assertThatThrownBy(() -> window("limitBytes=-7"))
                .hasMessage(
                        "PodLogOptions \"web-0\" is invalid: limitBytes: Invalid value: -7: must be greater than 0");
    }

    private static LogWindow window(String query) {
        ApiRequest request = new ApiRequest(
                new FakeExchange("GET", "/api/v1/namespaces/shop/pods/web-0/log?" + query, ""));
        return LogWindow.of(request, "web-0", NOW);
    }
}
