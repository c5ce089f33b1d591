package dev.signalbox.ui.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownLogTest {

    @ParameterizedTest
    @CsvSource({
        "web-12-unit tests (1/2), web-12-unit-tests-1-2.log", "../../etc/passwd, etc-passwd.log", "'', log.log",
        "..., log.log", "'a\u202eb', a-b.log", "é, log.log",
    })
    void isSavedUnderANameThatEverySystemTakes(String name, String file) {
        assertThat(named(name, "").fileName()).isEqualTo(file);
    }

    @Test
    void boundsTheNameOfItsFile() {
        assertThat(named("x".repeat(500), "").fileName()).hasSize(104);
    }

    @Test
    void hasALinkToALine() {
        assertThat(named("a", "signalbox:log/x").linkTo(6)).isEqualTo("signalbox:log/x#L7");
        assertThat(named("a", "signalbox:log/x").linkTo(-1)).isEmpty();
        assertThat(named("a", "").linkTo(6)).as("a pod's log has no link").isEmpty();
    }

    private static ShownLog named(String name, String link) {
        return new ShownLog(name, ShownLog.Kind.FINISHED, null, null, link, "", "");
    }
}
