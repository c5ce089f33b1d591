package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkHeaderTest {

    private static final URI PAGE = URI.create("https://api.example.com/a?page=1");

    private static Optional<URI> next(String... links) {
        return LinkHeader.next(new AnswerHeaders(Map.of("link", List.of(links))), PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<https://api.example.com/a?page=2>; rel=\"next\"",
        "<https://api.example.com/a?page=2>; rel=next",
        "<https://api.example.com/a?page=2>;REL=\"last next\"",
        "<https://api.example.com/a?page=9>; rel=\"last\", <https://api.example.com/a?page=2>; rel=\"next\"",
        "<https://api.example.com/a?page=2>; title=\"a, b; rel=x\"; rel=\"next\"",
        "<https://api.example.com/x,y;z>; rel=\"prev\", </a?page=2>; rel=\"next\"", "</a?page=2>; rel=\"next\""
    })
    void findsTheNextPage(String link) {
        assertThat(next(link)).contains(URI.create("https://api.example.com/a?page=2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<https://x/>", "<https://x/>; rel=\"prev\"", "<https://x/>; rel=\"nextish\"",
        "https://x/; rel=next",
        "<https://x/>; title=\"next\"", "<>; rel=\"next\"", "<<<<>>>; rel"})
    void findsNothingWhereThereIsNone(String link) {
        assertThat(next(link)).isEmpty();
    }

    @Test
    void looksThroughSeveralHeaders() {
        assertThat(next("<https://x/>; rel=\"last\"", "<https://y/>; rel=\"next\"")).contains(URI.create("https://y/"));
    }

    @Test
    void isNotSlowedDownByNonsense() {
        assertThat(next("<a>" + "; x".repeat(20_000))).isEmpty();
        assertThat(next("<".repeat(16_000))).isEmpty();
        assertThat(next("<a>;" + " ".repeat(16_000) + "!")).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsAnError() {
        assertThatThrownBy(() -> next("<http://[bad>; rel=\"next\"")).isInstanceOf(IllegalArgumentException.class);
    }
}
