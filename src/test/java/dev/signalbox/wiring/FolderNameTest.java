package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderNameTest {

    @Test
    void isTheSameAtEveryStart() {
        assertThat(FolderName.of(new ConnectionId("GitHub"))).isEqualTo("github-f911e414cf6bdfc5");
    }

    @Test
    void keepsNamesApartThatOnlyLookAlikeOrHaveTheSameHash() {
        assertThat(new ConnectionId("Aa")).hasSameHashCodeAs(new ConnectionId("BB"));
        List<String> names = List.of("Aa", "BB", "aa", "AA", "a-a", "a a", "a/a", "a.a", "ä", "ö", "", "-", "--");
        assertThat(names).extracting(name -> FolderName.of(new ConnectionId(name))).doesNotHaveDuplicates();
        assertThat(IntStream.range(0, 2_000).mapToObj(i -> FolderName.of(new ConnectionId("c" + i))))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "..", "../../etc/passwd", "a/b", "a\\b", "C:\\x", "nul", "a\u0000b", "a\nb", "\u202eevil", "émile", ".hidden",
        "trailing. ", "~", "-rf", ""
    })
    void isAPlainNameOnEverySystem(String name) {
        assertThat(FolderName.of(new ConnectionId(name))).matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?")
                .matches(".*-[0-9a-f]{16}");
    }

    @Test
    void isShortHoweverLongTheConnectionsNameIs() {
        String one = FolderName.of(new ConnectionId("very-long-name-".repeat(400) + "1"));
        String other = FolderName.of(new ConnectionId("very-long-name-".repeat(400) + "2"));
        assertThat(one).hasSizeLessThanOrEqualTo(50).isNotEqualTo(other);
    }
}
