package dev.signalbox.domain.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeepLinksTest {

    private static final DeepLink.RunName RUN =
            new DeepLink.RunName("github.com", List.of("acme", "shop"), 9007199254740993L);

    static Stream<DeepLink> everyKind() {
        return Stream.of(
                new DeepLink.OfScreen("board"), new DeepLink.OfScreen("runs"),
                new DeepLink.OfScreen("approvals"), new DeepLink.OfScreen("activity"),
                new DeepLink.OfService("checkout"), new DeepLink.OfTarget("checkout", "production"),
                new DeepLink.OfRun(RUN), new DeepLink.OfApproval(RUN, "production"),
                new DeepLink.OfLine(RUN, 77, 1204), new DeepLink.OfAction("0b8ff5f4-31a5-4a3e-9d0a-2d6d7d0c1c11"));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void readsWhatItWrites(DeepLink link) {
        assertThat(DeepLinks.parse(DeepLinks.text(link))).contains(link);
    }

    @Test
    void looksAsTheManualSays() {
        assertThat(DeepLinks.text(new DeepLink.OfTarget("checkout", "production")))
                .isEqualTo("signalbox://service/checkout/production");
        assertThat(DeepLinks.text(new DeepLink.OfRun(RUN)))
                .isEqualTo("signalbox://run/github.com/acme/shop/9007199254740993");
        assertThat(DeepLinks.text(new DeepLink.OfApproval(RUN, "production eu")))
                .isEqualTo("signalbox://approval/github.com/acme/shop/9007199254740993/production%20eu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"review/42", "prod (eu)", "100 %", "a+b=c&d?e#f", "büro", "日本", "it's", "a%2Fb", "-x",
        "@y"})
    void namesOfAnyKindComeThroughWhole(String name) {
        DeepLink link = new DeepLink.OfTarget(name, name);
        String text = DeepLinks.text(link);
        assertThat(text).matches("[A-Za-z0-9%._~:/-]+");
        assertThat(DeepLinks.parse(text)).contains(link);
    }

    @Test
    void groupsInGroupsAndPortsAreReadFromTheOuterEnds() {
        DeepLink.RunName run = new DeepLink.RunName("git.example.org:8443", List.of("a", "b", "c", "shop"), 5);
        assertThat(DeepLinks.parse("signalbox://log/git.example.org%3A8443/a/b/c/shop/5/6/7"))
                .contains(new DeepLink.OfLine(run, 6, 7));
    }

    static Stream<String> hostile() throws IOException, URISyntaxException {
        Path file = Path.of(Objects.requireNonNull(DeepLinksTest.class.getResource("/corpora/names/deep-links.txt"))
                .toURI());
        return Files.readAllLines(file).stream();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noneOfTheHostileOnesIsALink(String text) {
        assertThat(DeepLinks.parse(text)).isEmpty();
    }

    @Test
    void theHostileOnesAreThere() throws IOException, URISyntaxException {
        assertThat(hostile()).hasSizeGreaterThan(15).contains("--remote-debugging-port=9222", "@/etc/passwd");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "signalbox:", "signalbox://", "signalbox:///", "signalbox://board/", "signalbox://board ",
        " signalbox://board", "signalbox://board\n", "signalbox://board?x=1", "signalbox://board#x",
        "SIGNALBOX://board",
        "Signalbox://board", "signalbox://Board", "signalbox://settings", "signalbox://service", "signalbox://service/",
        "signalbox://service/a/", "signalbox://service//b", "signalbox://service/a/b/c", "signalbox://service/..",
        "signalbox://service/%2E%2E", "signalbox://service/%2e", "signalbox://service/%61", "signalbox://service/a%2fb",
        "signalbox://service/%", "signalbox://service/%4", "signalbox://service/%zz", "signalbox://service/%C3",
        "signalbox://service/%C0%AF", "signalbox://service/%00", "signalbox://service/%0A", "signalbox://service/%20",
        "signalbox://service/%E2%80%AE", "signalbox://service/\u202ex", "signalbox://service/ü",
        "signalbox://run/github.com/acme/shop/0", "signalbox://run/github.com/acme/shop/01",
        "signalbox://run/github.com/acme/shop/+1", "signalbox://run/github.com/acme/shop/-1",
        "signalbox://run/github.com/acme/shop/9223372036854775808", "signalbox://run/github.com/shop/1",
        "signalbox://run/GitHub.com/acme/shop/1", "signalbox://run/github.com%3A0/acme/shop/1",
        "signalbox://run/-github.com/acme/shop/1", "signalbox://run/user%40github.com/acme/shop/1",
        "signalbox://run/github.com/ac%2Fme/shop/1", "signalbox://log/github.com/acme/shop/1/2/2147483648",
        "signalbox://log/github.com/acme/shop/1/2/0", "signalbox://log/github.com/acme/shop/1/2",
        "signalbox://approval/github.com/acme/shop/1", "signalbox://approve/github.com/acme/shop/1/production",
        "signalbox://rollback/checkout/production", "signalbox://activity/a/b", "signalbox://activity/a%20b",
        "https://board", "xsignalbox://board", "signalbox://board signalbox://runs"
    })
    void anythingElseIsNone(String text) {
        assertThat(DeepLinks.parse(text)).isEmpty();
    }

    @Test
    void anEndlessTextIsNone() {
        assertThat(DeepLinks.parse("signalbox://service/" + "a".repeat(256))).isEmpty();
        assertThat(DeepLinks.parse("signalbox://service/" + "a".repeat(255))).isPresent();
        assertThat(DeepLinks.parse("signalbox://run/github.com" + "/a".repeat(25) + "/1")).isEmpty();
        assertThat(DeepLinks.parse("signalbox://service/" + "%20".repeat(10_000_000))).isEmpty();
    }

    @Test
    void everyShorterOrLongerTextIsReadAsWhatItIsOrNotAtAll() {
        String whole = "signalbox://approval/github.com/acme/shop/12/production";
        for (int end = 0; end < whole.length(); end++) {
            String part = whole.substring(0, end);
            DeepLinks.parse(part).ifPresent(link -> assertThat(DeepLinks.text(link)).isEqualTo(part));
        }
        for (char more : "/?#%\0\n\\\"' ".toCharArray()) {
            assertThat(DeepLinks.parse(whole + more)).as("with %s", (int) more).isEmpty();
        }
    }

    @Test
    void namesThatDeceiveAreNoPartOfALink() {
        assertThat(DeepLinks.isPart("production")).isTrue();
        for (String name : List.of("", " ", ".", "..", "a\u202eb", "a\u200bb", "a\nb", "a".repeat(256))) {
            assertThat(DeepLinks.isPart(name)).as(name).isFalse();
        }
    }
}
