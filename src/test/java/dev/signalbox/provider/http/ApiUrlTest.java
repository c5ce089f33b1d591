package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.testing.faults.FaultServer;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiUrlTest {

    private static final BaseUrl BASE = BaseUrl.parse("https://api.github.com");

    @ParameterizedTest
    @ValueSource(strings = {
        "../../repos/other/actions", "main?x=1#y%2f..", "a/b", "%2e%2e", "%2E%2e%2f", "a;b=c", "a//b", "a\\b", "a b",
        "...",
        ".git", "main...feature/x", "größe", "名前", "a+b", "a&b=c", "100%", "@me", "x:y", "sha256:abc", "'\"<>", "~",
        "\u202e",
        "[x]", "{y}", "|", "^", "`"
    })
    void aNameIsExactlyOneSegmentOnTheWire(String name) throws Exception {
        try (FaultServer server = FaultServer.start(); HttpDoor door = HttpDoor.open(Doors.to(server))) {
            door.get(ApiRequest.read(door.base().url("repos", name, "x").query("q", name)));
            String target = server.awaitRequest().target();
            String[] path = target.substring(0, target.indexOf('?')).split("/", -1);
            assertThat(path).hasSize(4);
            assertThat(URLDecoder.decode(path[2].replace("+", "%2B"), StandardCharsets.UTF_8)).isEqualTo(name);
            String query = target.substring(target.indexOf('?') + 1);
            assertThat(query).startsWith("q=").doesNotContain("&").doesNotContain("#");
            assertThat(URLDecoder.decode(query.substring(2).replace("+", "%2B"), StandardCharsets.UTF_8))
                    .isEqualTo(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a\r\nHost: evil", "a\u0000b", "a\nb", "\u007f", "\ud83d"})
    void aNameThatCannotBeASegmentMakesTheAddressUnusable(String name) {
        ApiUrl url = BASE.url("repos", name, "x").query("a", "b");
        assertThat(url.refusal()).isPresent();
        assertThat(url).hasToString("(refused address)");
        assertThatThrownBy(url::uri).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "\u0000", "\ud83d"})
    void aValueThatCannotBeInAQueryMakesTheAddressUnusable(String value) {
        assertThat(BASE.url("x").query("ref", value).refusal()).isPresent();
    }

    @Test
    void isBuiltBelowThePathOfTheBase() {
        BaseUrl enterprise = BaseUrl.parse("https://ghe.example.com/api/v3");
        assertThat(enterprise.url("repos", "o", "r").query("a", "1").query("b", "2 3").uri())
                .isEqualTo(URI.create("https://ghe.example.com/api/v3/repos/o/r?a=1&b=2%203"));
        assertThatThrownBy(() -> BASE.url("x").query("a", "b").segment("late"))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.github.com/repositories/1?page=2, true", "http://127.0.0.1:1/x, true",
        "http://example.com/, false",
        "file:///etc/passwd, false", "https://user@host/, false", "/relative, false", "mailto:a@b, false"
    })
    void anAddressFromAServerIsTakenVerbatimOrNotAtAll(String address, boolean usable) {
        ApiUrl url = ApiUrl.given(URI.create(address));
        assertThat(url.refusal().isEmpty()).isEqualTo(usable);
        if (usable) {
            assertThat(url.uri()).hasToString(address);
        }
    }

    @Test
    void equalAddressesAreEqual() {
        assertThat(List.of(BASE.url("a"))).contains(BASE.url("a")).doesNotContain(BASE.url("b"));
        assertThat(BASE.url("a").hashCode()).isEqualTo(BASE.url("a").hashCode());
    }
}
