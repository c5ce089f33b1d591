package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MergedLogTest {

    private final MergedLog merged = new MergedLog();

    @Test
    void putsLinesInTheOrderOfTheirTime() {
        merged.add("web-1/app", "2026-11-20T10:00:01Z one\n2026-11-20T10:00:03.5Z three\n");
        merged.add("web-2/app", "2026-11-20T10:00:02Z two\n2026-11-20T10:00:04Z four\n");
        assertThat(merged.text().lines()).containsExactly(
                "2026-11-20T10:00:01Z web-1/app \u2502 one", "2026-11-20T10:00:02Z web-2/app \u2502 two",
                "2026-11-20T10:00:03.5Z web-1/app \u2502 three", "2026-11-20T10:00:04Z web-2/app \u2502 four");
    }

    @Test
    void keepsLinesOfOneContainerInTheirOrder() {
        merged.add("b", "2026-11-20T10:00:01Z 1\n2026-11-20T10:00:01Z 2\nwithout a time\n2026-11-20T10:00:01Z 3\n");
        merged.add("a", "2026-11-20T10:00:01Z 4\n");
        assertThat(merged.text().lines().map(line -> line.substring(line.indexOf('\u2502') + 2)))
                .containsExactly("1", "2", "without a time", "3", "4");
    }

    @Test
    void letsNoContainerWriteInAnothersName() {
        merged.add("evil", "2026-11-20T10:00:01Z web-1/app \u2502 forged\n");
        assertThat(merged.text()).isEqualTo("2026-11-20T10:00:01Z evil \u2502 web-1/app \u2502 forged\n");
    }

    @Test
    void saysItsOwnFirstAndLeavesEmptyLinesOut() {
        merged.add("a", "\n2026-11-20T10:00:01Z\n\n");
        merged.say("only 20 of 30 pods are read");
        assertThat(merged.text().lines())
                .containsExactly("(only 20 of 30 pods are read)", "2026-11-20T10:00:01Z a \u2502 ");
    }
}
